import { useTranslations } from "next-intl";
import { dot } from "@/app/_ui/text/shapes";
import type { RiskLevel } from "@/db/vocabulary";
import styles from "./risk.module.css";

interface RiskProps {
  level: RiskLevel;
  /** Who answers for this level, e.g. "所长赵国梁"; without it the office is named. */
  owner?: string;
  /** shape = only where the word is elsewhere in the row; word = shape and colour word; full adds the owner of amber and red. */
  show?: "full" | "word" | "shape";
  /** For a shape in a column of its own. */
  hideShape?: boolean;
}

/** Shape + word + owner. Never a row tint, never a left border. */
export function Risk({ level, owner, show = "full", hideShape }: RiskProps) {
  const t = useTranslations("ui.risk");
  const word = t(`word.${level}`);
  const who = owner ?? t(`owner.${level}`);
  const name = t("name", { word, who });
  // An owner beside green would ask for attention that nobody has to give.
  const visible = show === "full" && level !== "green" ? t("full", { word, who }) : word;
  return (
    <span className={`${styles.risk} ${styles[level]}`} title={show === "full" ? undefined : name}>
      {hideShape ? null : <RiskShape level={level} />}
      {show === "shape" ? null : <span aria-hidden="true">{visible}</span>}
      <span className="sr-only">{name}</span>
    </span>
  );
}

const shapes: Record<RiskLevel, string> = {
  green: dot(6, 6, 5),
  amber: "M6 0L12 6 6 12 0 6Z",
  red: "M0 0H12V12H0Z",
};
const point = dot(6, 9.3, 1.05);

/** ● green, ◆ amber, ■! red, 12 px. Decoration: the word must be beside it. */
export function RiskShape({ level }: { level: RiskLevel }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={styles.shape}>
      <path d={shapes[level]} fill={`var(--${level})`} />
      {level === "red" ? (
        <>
          <path d="M6 2.4V7" stroke="var(--on)" strokeWidth="1.8" />
          <path d={point} fill="var(--on)" />
        </>
      ) : null}
    </svg>
  );
}
