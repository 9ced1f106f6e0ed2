import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./lane.module.css";
import { LaneBand, LaneChip, type LaneOf } from "./lane-chip";
import { laneLook } from "./lane-look";

interface LaneCardProps extends LaneOf {
  /** Speaker and time, beside the chip. */
  meta?: ReactNode;
  /** Leave out for a covered card: the text is then not in the page at all. */
  children?: ReactNode;
}

/** A note with its lane's band; without text it is covered: chip, meta and two bars of fixed width. */
export function LaneCard({ meta, children, ...of }: LaneCardProps) {
  const t = useTranslations("ui.lane");
  const isPrivate = of.lane !== "open" && of.lane !== "joint";
  return (
    <div className={`${styles.card} ${laneLook(of.lane, of.sideIndex)}`} data-private={isPrivate}>
      {of.lane === "open" ? null : <LaneBand {...of} />}
      <div className={styles.body}>
        <div className={styles.meta}>
          <LaneChip {...of} />
          {meta}
        </div>
        {children ?? (
          <div className={styles.covered}>
            <i />
            <i />
            <span className="sr-only">{t("covered")}</span>
          </div>
        )}
      </div>
    </div>
  );
}
