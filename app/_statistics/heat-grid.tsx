import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { useMonthWord } from "@/app/_ui/format/month-words";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Tag } from "@/app/_ui/text/tag";
import type { Heat, HeatRow } from "@/server/statistics/reads/growth";
import styles from "./heat-grid.module.css";
import { drillHref } from "./links";

const streakMin = 3;

/** 0 · 1 · 2–3 · 4–5 · 6–7 · 8 and more. */
export const levelOf = (count: number) => (count === 0 ? 0 : count === 1 ? 1 : Math.min(5, Math.floor(count / 2) + 1));

/** A part of a column's head in which no line ends: 11月, 未完. */
export const heatPart = (words: ReactNode) => <span className={styles.part}>{words}</span>;

/** Months in a row, up to the last finished one, in which the count rose. */
export function risingMonths(counts: readonly number[]): number {
  const finished = counts.slice(0, -1);
  let streak = 0;
  for (let i = finished.length - 1; i > 0 && (finished[i] ?? 0) > (finished[i - 1] ?? 0); i -= 1) streak += 1;
  return streak;
}

/** Where new disputes come from, by contact point and month: a table of numbers, each linked to its disputes. */
export function HeatGrid({ heat }: { heat: Heat }) {
  const t = useTranslations("statistics.heat");
  const word = useMonthWord();
  const place = (row: HeatRow) => row.point ?? t("elsewhere");
  const rising = heat.rows
    .map((row) => ({ row, streak: risingMonths(row.counts) }))
    .sort((a, b) => b.streak - a.streak)[0];
  const tag =
    rising && rising.streak >= streakMin ? (
      <Tag tone="amber">{t("rising", { place: place(rising.row), count: rising.streak })}</Tag>
    ) : null;
  return (
    <Sheet labelledBy="heat">
      <SectionHead id="heat" title={t("title")} note={t("note")} end={tag} />
      {heat.rows.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {heat.rows.length > 0 ? (
        <table className={styles.heat}>
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t("place")}</span>
              </th>
              {heat.months.map((month, i) => (
                <th key={month} scope="col">
                  {i === heat.months.length - 1
                    ? t.rich("unfinished", { month: word(month), part: heatPart })
                    : heatPart(word(month))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row) => (
              <tr key={row.pointId ?? "none"}>
                <th scope="row">{place(row)}</th>
                {row.counts.map((count, i) => {
                  const month = heat.months[i] ?? "";
                  return (
                    <td key={month} data-level={levelOf(count)}>
                      <Link
                        href={drillHref({ figure: "received", month, pointId: row.pointId ?? "none" })}
                        aria-label={t("cell", { place: place(row), month: word(month), count })}
                      >
                        {count}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Sheet>
  );
}
