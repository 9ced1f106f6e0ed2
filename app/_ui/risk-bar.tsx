import Link from "next/link";
import { useTranslations } from "next-intl";
import { type RiskLevel, riskLevels } from "@/db/vocabulary";
import styles from "./bar.module.css";

interface RiskBarProps {
  /** "8–15 天" */
  label: string;
  counts: Record<RiskLevel, number>;
  /** The largest total of the rows, so that bars compare. */
  largest: number;
  /** The list behind a segment. */
  hrefOf?: (level: RiskLevel) => string;
}

/** One row of a stacked bar by risk: green, yellow, red, the figure in each, the total at the end. */
export function RiskBar({ label, counts, largest, hrefOf }: RiskBarProps) {
  const t = useTranslations("ui.risk.word");
  const total = riskLevels.reduce((sum, level) => sum + counts[level], 0);
  return (
    <div className={styles.riskBar}>
      <span className={styles.riskLabel}>{label}</span>
      <span className={styles.segments}>
        {riskLevels.map((level) => {
          if (!counts[level]) return null;
          const inside = (
            <>
              <span className="ears">{t(level)}</span>
              {counts[level]}
            </>
          );
          const shared = {
            className: styles[level],
            style: { flexBasis: `${(counts[level] / Math.max(largest, 1)) * 100}%` },
          };
          return hrefOf ? (
            <Link key={level} href={hrefOf(level)} {...shared}>
              {inside}
            </Link>
          ) : (
            <span key={level} {...shared}>
              {inside}
            </span>
          );
        })}
      </span>
      <b>{total}</b>
    </div>
  );
}
