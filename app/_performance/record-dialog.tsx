"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import type { ProofKind } from "@/db/vocabulary";
import type { PaymentKind } from "@/server/performance/choices";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import { HowPaid, ProofFields } from "./record-fields";

interface RecordDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  /** The debtor whose entry was asked for. */
  partyId?: string;
  onClose: () => void;
}

/** Records one proof: by whom, how much, on which day, and where the proof is kept. */
export function RecordDialog({ page, obligation, partyId: asked, onClose }: RecordDialogProps) {
  const t = useTranslations("performance.record");
  const f = useFormat();
  const trpc = useTRPC();
  const act = useAct(trpc.performance.record.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const obligors = obligorsLeft(page, obligation);
  const openOf = (id: string) => obligation.accounts.find((one) => one.partyId === id)?.openFen ?? obligation.openFen;
  const first = asked ?? obligors[0]?.id ?? "";
  const isSettled = obligation.performedAt !== null || obligation.waivedAt !== null;
  const [partyId, setParty] = useState(first);
  const [byPartyId, setBy] = useState("");
  const [kind, setKind] = useState<PaymentKind>(isSettled ? "overpaid" : "performed");
  const [yuan, setYuan] = useState(isPay && openOf(first) > 0 ? yuanOfFen(openOf(first)) : "");
  const [on, setOn] = useState(page.today);
  const [proof, setProof] = useState<ProofKind | "">(obligation.proof);
  const [note, setNote] = useState("");
  const amountFen = isPay ? fenOfYuan(yuan) : null;
  const isReady = partyId !== "" && on !== "" && proof !== "" && note.trim() !== "" && (!isPay || Boolean(amountFen));

  function record() {
    if (!proof) return;
    act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      obligationId: obligation.id,
      partyId,
      kind,
      byPartyId: byPartyId || undefined,
      amountFen,
      performedOn: on,
      proof,
      proofNote: note,
    });
  }

  return (
    <ActDialog
      title={t("title", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      isReady={isReady}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        <SelectField
          label={t("who")}
          options={obligors.map((party) => ({ value: party.id, label: party.name }))}
          value={partyId}
          onChange={(event) => {
            setParty(event.currentTarget.value);
            const open = openOf(event.currentTarget.value);
            if (isPay) setYuan(open > 0 ? yuanOfFen(open) : "");
          }}
        />
        <HowPaid
          page={page}
          isPay={isPay}
          kind={kind}
          onKind={setKind}
          partyId={partyId}
          byPartyId={byPartyId}
          onBy={setBy}
        />
        {isPay ? (
          <MoneyField
            label={t("amount")}
            hint={t("balance", { sum: f.money(yuanOfFen(openOf(partyId))) })}
            value={yuan}
            onChange={setYuan}
          />
        ) : null}
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <ProofFields proof={proof} onProof={setProof} note={note} onNote={setNote} />
      </Stack>
    </ActDialog>
  );
}

/** Who may still be entered: of a payment everybody who owes it, else those without a proof that counts. */
function obligorsLeft(page: PerformancePage, { obligorPartyIds, amountFen, proofs }: ObligationLedger) {
  const proven = new Set(
    proofs.filter((one) => one.kind !== "correction" && !one.isCorrected).map((proof) => proof.partyId),
  );
  return page.parties.filter(
    (party) => obligorPartyIds.includes(party.id) && (amountFen !== null || !proven.has(party.id)),
  );
}
