"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordPerformanceLimits } from "@/app/_ui/fields/text-limits";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { type ProofKind, proofKinds } from "@/db/vocabulary";
import { type PaymentKind, paymentKinds } from "@/server/performance/choices";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";

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
  const proofWords = useTranslations("vocabulary.proofKinds");
  const kindWords = useTranslations("vocabulary.ledgerEntryKinds");
  const f = useFormat();
  const trpc = useTRPC();
  const act = useAct(trpc.performance.record.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const proven = new Set(
    obligation.proofs.filter((one) => one.kind !== "correction" && !one.isCorrected).map((proof) => proof.partyId),
  );
  const obligors = page.parties.filter(
    (party) => obligation.obligorPartyIds.includes(party.id) && (isPay || !proven.has(party.id)),
  );
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
        {isPay ? (
          <SelectField
            label={t("kind")}
            hint={t(`kindHint.${kind}`)}
            options={paymentKinds.map((one) => ({ value: one, label: kindWords(one) }))}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as PaymentKind)}
          />
        ) : null}
        {kind === "performed" ? (
          <SelectField
            label={t("byOther")}
            placeholder={t("bySelf")}
            options={page.parties.flatMap(({ id, name }) => (id === partyId ? [] : { value: id, label: name }))}
            value={byPartyId}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        ) : null}
        {isPay ? (
          <MoneyField
            label={t("amount")}
            hint={t("balance", { sum: f.money(yuanOfFen(openOf(partyId))) })}
            value={yuan}
            onChange={setYuan}
          />
        ) : null}
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <SelectField
          label={t("proof")}
          placeholder={t("choose")}
          options={proofKinds.map((kind) => ({ value: kind, label: proofWords(kind) }))}
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value as ProofKind | "")}
        />
        <TextField
          label={t("note")}
          hint={proof === "receipt" ? t("receiptHint") : t("noteHint")}
          maxLength={recordPerformanceLimits.proofNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
