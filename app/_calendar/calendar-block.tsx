import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import styles from "./calendar-block.module.css";

interface CalendarBlockProps {
  /** held = asked, not yet confirmed; confirmed = booked; ended = over; busy = elsewhere, without a title; away = own leave. */
  state: "held" | "confirmed" | "ended" | "busy" | "away";
  /** "14:30–16:00" */
  time: string;
  title?: ReactNode;
  /** Room, people, or "预留到 11月25日 17:00". */
  line?: ReactNode;
  href?: string;
}

/** A session in a day or week. Never coloured by person. */
export function CalendarBlock({ state, time, title, line, href }: CalendarBlockProps) {
  const inside = (
    <>
      <span className={styles.time}>{time}</span>
      {title ? <b>{title}</b> : null}
      {line ? <span className={styles.line}>{line}</span> : null}
    </>
  );
  return href ? (
    <Link href={href} className={styles.block} data-state={state}>
      {inside}
    </Link>
  ) : (
    <div className={styles.block} data-state={state}>
      {inside}
    </div>
  );
}
