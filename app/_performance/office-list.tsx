"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ListRow } from "@/app/_status/list-row";
import { StageMini } from "@/app/_status/stage-mini";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { daysBetween } from "@/app/_ui/format/format";
import { useFormat } from "@/app/_ui/format/use-format";
import { KeyboardList } from "@/app/_ui/lists/keyboard-list";
import { ListGroup } from "@/app/_ui/lists/list-group";
import { RowAction } from "@/app/_ui/lists/row-action";
import { Clock } from "@/app/_ui/text/clock";
import type { OpenObligation, OpenObligations } from "@/server/performance/reads/obligations";

interface OfficeListProps {
  first: OpenObligations;
  scope: "mine" | "all";
  now: string;
}

type Group = keyof OpenObligations["counts"];
const groups: readonly Group[] = ["overdue", "thisWeek", "later"];

/** Open obligations across disputes, soonest first: overdue, this week, later. */
export function OfficeList({ first, scope, now }: OfficeListProps) {
  const t = useTranslations("performance.office");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [more, setMore] = useState<readonly OpenObligation[]>([]);
  const [next, setNext] = useState(first.next);
  const [isBusy, setBusy] = useState(false);
  const rows = [...first.rows, ...more];
  const total = first.counts.overdue + first.counts.thisWeek + first.counts.later;
  const groupOf = ({ dueOn }: OpenObligation): Group =>
    dueOn < first.today ? "overdue" : dueOn <= first.weekEndsOn ? "thisWeek" : "later";

  async function load() {
    setBusy(true);
    try {
      const page = await client.fetchQuery(trpc.performance.list.queryOptions({ scope, after: next }));
      setMore([...more, ...page.rows]);
      setNext(page.next);
    } finally {
      setBusy(false);
    }
  }

  if (rows.length === 0) return <Empty>{t(scope === "mine" ? "noneMine" : "none")}</Empty>;
  return (
    <>
      <KeyboardList label={t("label")}>
        {groups.map((group) => {
          const here = rows.filter((row) => groupOf(row) === group);
          return here.length === 0 ? null : (
            <ListGroup
              key={group}
              title={t(group)}
              count={first.counts[group]}
              tone={group === "overdue" ? "red" : "plain"}
            >
              {here.map((row) => (
                <ObligationRow
                  key={row.id}
                  row={row}
                  isLate={group === "overdue"}
                  isCurrent={row === rows[0]}
                  now={new Date(now)}
                  today={first.today}
                />
              ))}
            </ListGroup>
          );
        })}
      </KeyboardList>
      {next ? (
        <div>
          <Button busy={isBusy} onClick={load}>
            {t("more", { count: total - rows.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface ObligationRowProps {
  row: OpenObligation;
  isLate: boolean;
  isCurrent: boolean;
  now: Date;
  today: string;
}

function ObligationRow({ row, isLate, isCurrent, now, today }: ObligationRowProps) {
  const t = useTranslations("performance.office");
  const late = useTranslations("performance.table");
  const contest = useTranslations("performance.contest");
  const f = useFormat(now);
  const who = row.obligorNames.join(t("and"));
  const sum = f.money(yuanOfFen(row.openFen));
  const title =
    row.kind === "pay"
      ? t(isLate ? "payLate" : "pay", { who, sum })
      : t(isLate ? "actLate" : "act", { who, text: row.text });
  const href = `/disputes/${row.disputeId}/performance`;
  return (
    <ListRow
      href={href}
      isCurrent={isCurrent}
      risk={row.risk}
      title={title}
      facts={[
        row.disputeTitle,
        row.kind === "pay" ? row.text : null,
        row.obligeeNames.length > 0 ? t("to", { who: row.obligeeNames.join(t("and")) }) : null,
        row.isLead ? null : t("lead", { name: row.leadName }),
        row.isContested ? contest("tag") : null,
        row.lastUrgedAt ? t("urged", { at: f.happened(row.lastUrgedAt) }) : null,
      ]}
      stage={<StageMini at="performance" />}
      clock={
        <Clock
          startAt={row.effectiveAt}
          endAt={row.dueOn}
          now={now}
          words={isLate ? late("overdue", { days: daysBetween(row.dueOn, today) }) : f.left(row.dueOn)}
          title={f.date(row.dueOn)}
          soon={row.dueOn <= dayAfter(now)}
        />
      }
      action={<RowAction href={href}>{row.isLead ? t(isLate ? "urge" : "open") : t("look")}</RowAction>}
    />
  );
}

/** Tomorrow in Shanghai; anything due later does not count as "soon". */
const dayAfter = (now: Date) => new Date(now.getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
