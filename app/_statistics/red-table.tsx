import { useTranslations } from "next-intl";
import { Risk } from "@/app/_status/risk";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { RedRow } from "@/server/statistics/reads/red-list";
import styles from "./red-table.module.css";
import { redAction, useRedWords } from "./red-words";

interface RedTableProps {
  rows: readonly RedRow[];
  head: string;
  now: Date;
  windowDays: number;
}

/** What the station head attends to themselves: why, how long, what next, and one action each; only the first is filled. */
export function RedTable({ rows, head, now, windowDays }: RedTableProps) {
  const t = useTranslations("statistics.red");
  const words = useRedWords(now, windowDays);
  if (rows.length === 0) return <Empty>{t("none")}</Empty>;
  const first = rows[0]?.id;
  return (
    <div className={styles.red}>
      <DataTable
        caption={t("title")}
        rows={rows}
        keyOf={(row) => row.id}
        hrefOf={(row) => redAction(row).href}
        columns={[
          {
            key: "dispute",
            head: t("head.dispute"),
            label: t("head.dispute"),
            cell: (row) => (
              <span className={styles.title}>
                <Risk level={row.risk} owner={row.risk === "red" ? head : undefined} show="shape" />
                {row.title}
              </span>
            ),
          },
          {
            key: "why",
            head: t("head.why"),
            label: t("head.why"),
            cell: (row) => words.why(row),
          },
          { key: "since", head: t("head.since"), label: t("head.since"), cell: (row) => words.since(row) },
          { key: "next", head: t("head.next"), label: t("head.next"), cell: (row) => words.next(row) },
          {
            key: "do",
            head: "",
            label: t("head.do"),
            width: 116,
            cell: (row) => {
              const { href, verb } = redAction(row);
              return (
                <ButtonLink small href={href} variant={row.id === first ? "go" : "outline"}>
                  {t(`do.${verb}`)}
                </ButtonLink>
              );
            },
          },
        ]}
      />
    </div>
  );
}
