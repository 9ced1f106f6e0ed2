import { useTranslations } from "next-intl";
import { RiskShape } from "@/app/_status/risk";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { riskLevels } from "@/db/vocabulary";
import type { Period } from "@/server/statistics/inputs";
import type { OpenRow } from "@/server/statistics/reads/growth";
import { drillHref } from "./links";
import styles from "./open-bars.module.css";

/** Open disputes by age and risk: every segment opens its list; green, yellow, red in this order. */
export function OpenBars({ rows, period }: { rows: readonly OpenRow[]; period: Period }) {
  const t = useTranslations("statistics.open");
  const risk = useTranslations("ui.risk");
  const sum = (row: OpenRow) => row.green + row.amber + row.red;
  const most = Math.max(1, ...rows.map(sum));
  const of = (level: (typeof riskLevels)[number]) => rows.reduce((all, row) => all + row[level], 0);
  const all = rows.reduce((total, row) => total + sum(row), 0);
  return (
    <Sheet labelledBy="open" className={styles.sheet}>
      <SectionHead id="open" title={t("title", { count: all })} note={t("note")} />
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.age}>
            <span className={styles.age}>{t(`age.${row.age}`)}</span>
            <span className={styles.bar}>
              {riskLevels.map((level) =>
                row[level] ? (
                  <Link
                    key={level}
                    href={drillHref({ figure: "open", period, age: row.age, risk: level })}
                    className={styles[level]}
                    style={{ flexBasis: `${(row[level] / most) * 100}%` }}
                    aria-label={t("cell", { age: t(`age.${row.age}`), risk: risk(`word.${level}`), count: row[level] })}
                  >
                    {row[level]}
                  </Link>
                ) : null,
              )}
            </span>
            <Link
              href={drillHref({ figure: "open", period, age: row.age })}
              className={styles.sum}
              aria-label={t("total", { age: t(`age.${row.age}`), count: sum(row) })}
            >
              {sum(row)}
            </Link>
          </li>
        ))}
      </ul>
      <ul className={styles.legend}>
        {riskLevels.map((level) => (
          <li key={level}>
            <Link href={drillHref({ figure: "open", period, risk: level })} className={styles[`${level}Word`]}>
              <RiskShape level={level} />
              {risk(`word.${level}`)} {of(level)} {risk(`owner.${level}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
