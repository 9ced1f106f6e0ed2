import { useTranslations } from "next-intl";
import { AskLead } from "@/app/_instructions/ask-lead";
import { Risk } from "@/app/_status/risk";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";
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
          {
            key: "next",
            head: t("head.next"),
            label: t("head.next"),
            cell: (row) => (
              <>
                {words.next(row)}
                {row.answerBy ? <RedAsked by={row.answerBy} now={now} /> : null}
              </>
            ),
          },
          {
            key: "do",
            head: "",
            label: t("head.do"),
            width: 188,
            cell: (row) => {
              const { href, verb } = redAction(row);
              return (
                <span className={styles.acts}>
                  {row.lead ? <AskLead disputeId={row.id} lead={row.lead} title={row.title} /> : null}
                  <ButtonLink small href={href} variant={row.id === first ? "go" : "outline"}>
                    {t(`do.${verb}`)}
                  </ButtonLink>
                </span>
              );
            },
          },
        ]}
      />
    </div>
  );
}

/** What was asked of the lead and waits for an answer: until when, red once that is over. */
function RedAsked({ by, now }: { by: string; now: Date }) {
  const t = useTranslations("statistics.red");
  const f = useFormat(now);
  const isLate = Date.parse(by) < now.getTime();
  return (
    <span className={styles.asked}>
      <Tag tone={isLate ? "red" : "plain"}>{t(isLate ? "askedLate" : "asked", { by: f.dayTime(by) })}</Tag>
    </span>
  );
}
