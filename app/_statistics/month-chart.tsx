import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useMonthWord } from "@/app/_ui/format/month-words";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { MonthRow } from "@/server/statistics/reads/growth";
import { drillHref } from "./links";
import styles from "./month-chart.module.css";

/** The top of the axis, so that it has four even steps. */
const roundTop = (most: number) =>
  [4, 8, 12, 20, 40, 60, 80, 100, 200, 400].find((top) => top >= most) ?? Math.ceil(most / 400) * 400;

interface MonthChartProps {
  months: readonly MonthRow[];
  /** The list behind a bar; of the county it is another page. */
  hrefOf?: (asked: { figure: "accepted" | "resolved"; month: string }) => string;
}

/** Accepted and resolved by month as bars of one hue, last year's accepted as a dashed tick; each bar is its list. */
export function MonthChart({ months, hrefOf = drillHref }: MonthChartProps) {
  const t = useTranslations("statistics.months");
  const word = useMonthWord();
  const top = roundTop(Math.max(1, ...months.flatMap((row) => [row.accepted, row.resolved, row.acceptedLastYear])));
  const height = (count: number) => `${(count / top) * 100}%`;
  return (
    <Sheet labelledBy="months" className={styles.sheet}>
      <SectionHead id="months" title={t("title")} />
      <figure className={styles.figure} aria-label={t("caption")}>
        <div className={styles.plot}>
          {[4, 3, 2, 1, 0].map((step) => (
            <span key={step} className={styles.line} style={{ bottom: `${step * 25}%` }} aria-hidden="true">
              {(top / 4) * step}
            </span>
          ))}
          <ul className={styles.months}>
            {months.map((row) => (
              <li key={row.month}>
                <div className={styles.bars}>
                  {(["accepted", "resolved"] as const).map((figure) => (
                    <Link
                      key={figure}
                      href={hrefOf({ figure, month: row.month })}
                      className={styles[figure]}
                      aria-label={t("cell", { month: word(row.month, true), what: t(figure), count: row[figure] })}
                    >
                      <span style={{ height: height(row[figure]) }} />
                    </Link>
                  ))}
                  <i className={styles.tick} style={{ bottom: height(row.acceptedLastYear) }} aria-hidden="true" />
                </div>
                <span className={styles.month} aria-hidden="true">
                  {word(row.month)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <figcaption className={styles.legend}>
          <span data-key="accepted">{t("accepted")}</span>
          <span data-key="resolved">{t("resolved")}</span>
          <span data-key="lastYear">{t("lastYear")}</span>
        </figcaption>
        <Numbers months={months} />
      </figure>
    </Sheet>
  );
}

/** The same figures as a table, for screen readers and readers who want the numbers. */
function Numbers({ months }: { months: readonly MonthRow[] }) {
  const t = useTranslations("statistics.months");
  const word = useMonthWord();
  return (
    <details className={styles.numbers}>
      <summary>{t("numbers")}</summary>
      <table>
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col">{t("accepted")}</th>
            <th scope="col">{t("resolved")}</th>
            <th scope="col">{t("lastYear")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <tr key={row.month}>
              <th scope="row">{word(row.month, true)}</th>
              <td>{row.accepted}</td>
              <td>{row.resolved}</td>
              <td>{row.acceptedLastYear}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
