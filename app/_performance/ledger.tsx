"use client";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Whom } from "@/app/_agreements/whom";
import { CloseDialog } from "@/app/_disputes/acts/close-dialog";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { Columns, Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import type { ObligationLedger, PerformancePage, PerformanceProof } from "@/server/performance/reads/ledger";
import { BreachDialog } from "./breach-dialog";
import { CorrectDialog } from "./correct-dialog";
import { DebtorsMatrix } from "./debtors-matrix";
import type { LedgerAct } from "./ledger-act";
import { LedgerFoot } from "./ledger-foot";
import { DueWords, MoneyWords, OwedWords } from "./ledger-words";
import { loadContest, loadEndContest, loadProof } from "./load-dialogs";
import styles from "./performance.module.css";
import { RecordDialog } from "./record-dialog";
import { RenegotiateDialog } from "./renegotiate-dialog";
import { UrgeDialog } from "./urge-dialog";
import { VisitDialog } from "./visit-dialog";
import { Visits } from "./visits";
import { WaiveDialog } from "./waive-dialog";

/** The obligations and their performance, with everything that can be recorded about them. */
export function Ledger({ page }: { page: PerformancePage }) {
  const t = useTranslations("performance.table");
  const f = useFormat();
  const [act, setAct] = useState<LedgerAct | null>(null);
  const { obligations, allowed } = page;
  const counted = obligations.filter((one) => !one.supersededAt);
  const done = counted.filter((one) => one.performedAt || one.waivedAt).length;
  const openFen = obligations.reduce((sum, one) => sum + one.openFen, 0);

  const columns: Column<ObligationLedger>[] = [
    { key: "n", head: "", label: "#", cell: (one) => one.ordinal, width: 34 },
    {
      key: "whom",
      head: t("whom"),
      label: t("whom"),
      cell: (one) => (
        <Whom
          parties={page.parties}
          from={one.obligorPartyIds}
          to={one.obligeePartyIds}
          icon={<IconArrowRight aria-hidden />}
        />
      ),
    },
    {
      key: "what",
      head: t("what"),
      label: t("what"),
      cell: (one) => <OwedWords page={page} obligation={one} onAct={setAct} />,
      width: "44%",
    },
    { key: "due", head: t("due"), label: t("due"), cell: (one) => <DueWords page={page} obligation={one} /> },
    { key: "money", head: t("money"), label: t("money"), cell: (one) => <MoneyWords obligation={one} /> },
    {
      key: "action",
      head: "",
      label: t("action"),
      width: 184,
      cell: (one) => <Actions obligation={one} allowed={allowed} onAct={setAct} />,
    },
  ];

  return (
    <>
      <Columns
        shape="list"
        right={
          <Visits
            page={page}
            onRecord={allowed.includes("visit.record") || page.revisit ? () => setAct({ kind: "visit" }) : undefined}
          />
        }
      >
        <Sheet flush labelledBy="owed">
          <div className={styles.inset}>
            <SectionHead
              id="owed"
              title={t("title")}
              note={t("note", { done, all: counted.length })}
              end={openFen > 0 ? t("balance", { sum: f.money(yuanOfFen(openFen)) }) : null}
            />
          </div>
          <DebtorsMatrix page={page} onAct={setAct} />
          <DataTable columns={columns} rows={obligations} keyOf={(one) => one.id} caption={t("title")} />
        </Sheet>
      </Columns>
      <LedgerFoot page={page} openFen={openFen} onAct={setAct} />
      <OpenDialog page={page} act={act} onClose={() => setAct(null)} />
    </>
  );
}

interface ActionsProps {
  obligation: ObligationLedger;
  allowed: PerformancePage["allowed"];
  onAct: (act: LedgerAct) => void;
}

function Actions({ obligation, allowed, onAct }: ActionsProps) {
  const t = useTranslations("performance.table");
  const c = useTranslations("performance.contest");
  const isSettled = Boolean(obligation.performedAt || obligation.waivedAt || obligation.supersededAt);
  const n = obligation.ordinal;
  const more = [
    allowed.includes("performance.waive") && obligation.obligeePartyIds.length > 0
      ? { label: t("waive", { n }), onPress: () => onAct({ kind: "waive", obligation }) }
      : null,
    allowed.includes("performance.contest")
      ? { label: c("claimed", { n }), onPress: () => onAct({ kind: "claim", obligation }) }
      : null,
    allowed.includes("performance.breach")
      ? { label: t("breach", { n }), tone: "stop" as const, onPress: () => onAct({ kind: "breach", obligation }) }
      : null,
  ].filter((item) => item !== null);
  if (isSettled)
    return obligation.amountFen !== null && allowed.includes("performance.record") ? (
      <Button
        small
        variant="text"
        aria-label={t("overOf", { n })}
        onClick={() => onAct({ kind: "record", obligation })}
      >
        {t("overOrBack")}
      </Button>
    ) : null;
  return (
    <Line gap={4}>
      {allowed.includes("performance.record") ? (
        <Button
          small
          aria-label={t("recordOf", { n: obligation.ordinal })}
          onClick={() => onAct({ kind: "record", obligation })}
        >
          {t("record")}
        </Button>
      ) : null}
      <span className={styles.together}>
        {allowed.includes("performance.urge") ? (
          <Button
            small
            variant="text"
            aria-label={t("urgeClause", { n: obligation.ordinal })}
            onClick={() => onAct({ kind: "urge", obligation })}
          >
            {t("urge")}
          </Button>
        ) : null}
        {more.length > 0 ? <MoreMenu items={more} label={t("moreOf", { n })} /> : null}
      </span>
    </Line>
  );
}

interface OpenDialogProps {
  page: PerformancePage;
  act: LedgerAct | null;
  onClose: () => void;
}

function OpenDialog({ page, act, onClose }: OpenDialogProps) {
  return (
    <>
      {act?.kind === "record" ? (
        <RecordDialog page={page} obligation={act.obligation} partyId={act.partyId} onClose={onClose} />
      ) : null}
      {act?.kind === "recordClaim" ? (
        <RecordDialog page={page} obligation={act.obligation} claim={act.contest} onClose={onClose} />
      ) : null}
      {act?.kind === "claim" || act?.kind === "deny" ? (
        <LaterDialog
          load={loadContest}
          props={{ page, obligation: act.obligation, ...(act.kind === "deny" ? { entry: act.entry } : {}), onClose }}
        />
      ) : null}
      {act?.kind === "endContest" ? (
        <LaterDialog load={loadEndContest} props={{ page, contest: act.contest, onClose }} />
      ) : null}
      {act?.kind === "prove" ? (
        <LaterDialog load={loadProof} props={{ disputeId: page.disputeId, entry: newest(page, act.entry), onClose }} />
      ) : null}
      {act?.kind === "waive" ? <WaiveDialog page={page} obligation={act.obligation} onClose={onClose} /> : null}
      {act?.kind === "breach" ? <BreachDialog page={page} obligation={act.obligation} onClose={onClose} /> : null}
      {act?.kind === "correct" ? <CorrectDialog page={page} entry={act.entry} onClose={onClose} /> : null}
      {act?.kind === "urge" ? <UrgeDialog page={page} obligation={act.obligation} onClose={onClose} /> : null}
      {act?.kind === "renegotiate" ? <RenegotiateDialog page={page} onClose={onClose} /> : null}
      {act?.kind === "visit" ? <VisitDialog page={page} onClose={onClose} /> : null}
      {act?.kind === "close" ? (
        <CloseDialog
          disputeId={page.disputeId}
          version={page.proceeding?.version}
          outcomes={page.closeOutcomes}
          today={page.today}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}

/** The entry as the page has it now: its photos arrive while its dialog is open. */
const newest = (page: PerformancePage, entry: PerformanceProof): PerformanceProof =>
  page.obligations.flatMap(({ proofs }) => proofs).find(({ id }) => id === entry.id) ?? entry;
