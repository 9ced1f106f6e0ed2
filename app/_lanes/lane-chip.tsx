import { IconEyeOff, IconLock, IconMessage, IconUsers } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { formatSide } from "@/app/_ui/format/format-number";
import type { Lane } from "@/db/vocabulary";
import styles from "./lane.module.css";
import { laneLook } from "./lane-look";

export interface LaneOf {
  lane: Lane;
  /** For the one-side lane: which side, counted from 0. */
  sideIndex?: number;
  /** From the fifth side on the chip adds the name: 只与戊方 周家. */
  sideName?: string;
}

/**
 * A lane is always shown by four signs: colour, pattern band, icon, fixed word. Remarks are beside it.
 * An open note has no chip: everybody on the dispute may read it.
 */
export function LaneChip({ lane, sideIndex = 0, sideName }: LaneOf) {
  const words = useLaneWords({ lane, sideIndex, sideName });
  if (lane === "open") return null;
  return (
    <span className={`${styles.chip} ${laneLook(lane, sideIndex)}`}>
      <LaneBand lane={lane} sideIndex={sideIndex} />
      <LaneIcon lane={lane} />
      {words}
    </span>
  );
}

/** The 10 px pattern on the left edge of whatever is in a lane. */
export function LaneBand({ lane, sideIndex = 0 }: LaneOf) {
  return <span aria-hidden="true" className={`${styles.band} ${laneLook(lane, sideIndex)}`} />;
}

export function LaneIcon({ lane }: { lane: Lane }) {
  if (lane === "joint") return <IconUsers aria-hidden />;
  if (lane === "side") return <IconMessage aria-hidden />;
  if (lane === "mediator") return <IconEyeOff aria-hidden />;
  return lane === "sealed" ? <IconLock aria-hidden /> : null;
}

/** 联席 · 只与甲方 · 仅调解员 · 所长封存; for tabs, options and accessible names. */
export function useLaneWords({ lane, sideIndex = 0, sideName }: LaneOf): string {
  const t = useTranslations("ui.lane");
  const locale = useLocale();
  if (lane !== "side") return t(lane);
  const side = t("side", { side: formatSide(sideIndex, locale) });
  return sideIndex > 3 && sideName ? `${side} ${sideName}` : side;
}
