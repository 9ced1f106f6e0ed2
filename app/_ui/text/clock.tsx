import { type Moment, readMoment } from "../format/shanghai";
import styles from "./clock.module.css";
import { dot } from "./shapes";

const face = dot(7, 7, 5.8);
const mark = `${dot(7, 7, 5.4)}M7 4V7.4`;
const point = dot(7, 9.7, 0.9);

interface ClockProps {
  /** Start of the period; the pie shows the share of time used since then. */
  startAt: Moment;
  endAt: Moment;
  now: Date;
  /** The text of the chip: "还剩 2 天", "17:30 前". The title should have the date. */
  words: string;
  title?: string;
  /** Set by the caller from `rules`: last working day, or soon enough to lose a seat or right. Past is computed here. */
  soon?: boolean;
}

/** A pie of time used, from 12 o'clock, and words. Past due turns red and filled with "!". */
export function Clock({ startAt, endAt, now, words, title, soon }: ClockProps) {
  const [start, end] = [readMoment(startAt).at, readMoment(endAt).at];
  const past = now.getTime() > end;
  const used = end > start ? (now.getTime() - start) / (end - start) : 1;
  const tone = past ? styles.past : soon ? styles.soon : "";
  return (
    <span className={`${styles.clock} ${tone}`} title={title}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {past ? <Exclamation /> : <Pie used={Math.min(Math.max(used, 0), 0.999)} />}
      </svg>
      <time dateTime={new Date(end).toISOString()}>{words}</time>
    </span>
  );
}

function Pie({ used }: { used: number }) {
  const angle = used * 2 * Math.PI;
  const [x, y] = [7 + 5 * Math.sin(angle), 7 - 5 * Math.cos(angle)];
  return (
    <>
      <path d={face} fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d={`M7 7V2A5 5 0 ${used > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`} fill="currentColor" />
    </>
  );
}

function Exclamation() {
  return (
    <>
      <path d={mark} fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d={point} fill="currentColor" />
    </>
  );
}
