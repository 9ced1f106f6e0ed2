"use client";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import type { PerformancePage } from "@/server/performance/reads/ledger";
import type { LedgerAct } from "./ledger-act";

interface LedgerFootProps {
  page: PerformancePage;
  openFen: number;
  onAct: (act: LedgerAct) => void;
}

/** One primary button: the next performance to record, then the visit, then closing. */
export function LedgerFoot({ page, openFen, onAct }: LedgerFootProps) {
  const t = useTranslations("performance");
  const dialogs = useTranslations("endings.close");
  const f = useFormat();
  const { obligations, allowed, disputeId } = page;
  const open = obligations
    .filter((one) => !one.performedAt && !one.waivedAt && !one.supersededAt)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const next = open[0];
  const count = open.length;
  if (next) {
    const title =
      openFen > 0 ? t("foot.openMoney", { count, sum: f.money(yuanOfFen(openFen)) }) : t("foot.open", { count });
    return (
      <FootBar title={title} note={t("foot.next", { due: f.day(next.dueOn), n: next.ordinal })}>
        {page.renegotiation ? (
          <ButtonLink href={`/disputes/${disputeId}/agreement`}>{t("renegotiate.see")}</ButtonLink>
        ) : allowed.includes("agreement.renegotiate") ? (
          <Button onClick={() => onAct({ kind: "renegotiate" })}>{t("renegotiate.open")}</Button>
        ) : null}
        {allowed.includes("performance.urge") ? (
          <Button onClick={() => onAct({ kind: "urge", obligation: next })}>
            {t("table.urgeClause", { n: next.ordinal })}
          </Button>
        ) : null}
        {allowed.includes("performance.record") ? (
          <Button variant="go" onClick={() => onAct({ kind: "record", obligation: next })}>
            {t("table.recordClause", { n: next.ordinal })}
          </Button>
        ) : null}
      </FootBar>
    );
  }
  const contests = obligations.flatMap((one) => one.contests).filter(({ isOpen }) => isOpen).length;
  const canClose = allowed.includes("proceeding.close");
  const canVisit = allowed.includes("visit.record");
  return (
    <FootBar
      title={t("foot.allDone")}
      note={
        contests > 0
          ? t("contest.foot", { count: contests })
          : canClose
            ? t("foot.closeNext")
            : canVisit
              ? t("foot.visitNext")
              : t("foot.closed")
      }
    >
      <ButtonLink href={`/disputes/${disputeId}/dossier`}>{t("foot.dossier")}</ButtonLink>
      {canVisit && !canClose ? (
        <Button variant="go" onClick={() => onAct({ kind: "visit" })}>
          {t("visit.record")}
        </Button>
      ) : null}
      {canClose ? (
        <Button variant="go" onClick={() => onAct({ kind: "close" })}>
          {dialogs("verb")}
        </Button>
      ) : null}
    </FootBar>
  );
}
