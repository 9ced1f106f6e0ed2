import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Risk } from "@/app/_status/risk";
import { useFormat } from "@/app/_ui/format/use-format";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import { Facts } from "@/app/_ui/text/facts";
import type { DrillRow } from "@/server/statistics/reads/list-drill";
import styles from "./drill.module.css";

interface DrillTableProps {
  rows: readonly DrillRow[];
  isRate: boolean;
  isHelper: boolean;
  now: Date;
}

/** Lines of a figure: which dispute, when it is counted, how it ended, and in a rate whether it is in the numerator. */
export function DrillTable({ rows, isRate, isHelper, now }: DrillTableProps) {
  const t = useTranslations("statistics.drill");
  const track = useTranslations("vocabulary.tracks");
  const outcome = useTranslations("vocabulary.outcomes");
  const f = useFormat(now);
  const column = (
    key: keyof typeof heads,
    cell: (row: DrillRow) => ReactNode,
    isNumber?: boolean,
  ): Column<DrillRow> => ({
    key,
    head: heads[key],
    label: heads[key],
    cell,
    ...(isNumber ? { isNumber } : {}),
  });
  const heads = {
    dispute: t("head.dispute"),
    at: t("head.at"),
    track: t("head.track"),
    outcome: t("head.outcome"),
    days: t("head.days"),
    counted: t("head.counted"),
    person: t("head.person"),
  };
  const has = (key: "track" | "days") => rows.some((row) => row[key] !== null);
  const columns = [
    column("dispute", (row) => (
      <span className={styles.case}>
        <span>
          <Risk level={row.risk} show="shape" /> {row.title}
        </span>
        <span className={styles.facts}>
          <Facts items={[row.number, row.place]} />
        </span>
      </span>
    )),
    column("at", (row) => f.day(row.at)),
    ...(isHelper ? [column("person", (row) => row.person)] : []),
    ...(has("track") ? [column("track", (row) => (row.track ? track(row.track) : null))] : []),
    ...(isHelper ? [] : [column("outcome", (row) => (row.outcome ? outcome(row.outcome) : t("open")))]),
    ...(has("days") ? [column("days", (row) => row.days, true)] : []),
    ...(isRate ? [column("counted", (row) => (row.isCounted ? t("yes") : t("no")))] : []),
  ];
  return (
    <DataTable
      caption={t("how")}
      rows={rows}
      keyOf={(row) => row.id}
      hrefOf={(row) => `/disputes/${row.disputeId}`}
      columns={columns}
    />
  );
}
