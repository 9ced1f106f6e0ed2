"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
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
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";

interface RecordDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onClose: () => void;
}

/** Records one proof: by whom, how much, on which day, and where the proof is kept. */
export function RecordDialog({ page, obligation, onClose }: RecordDialogProps) {
  const t = useTranslations("performance.record");
  const proofWords = useTranslations("vocabulary.proofKinds");
  const trpc = useTRPC();
  const act = useAct(trpc.performance.record.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const proven = new Set(obligation.proofs.map((proof) => proof.partyId));
  const obligors = page.parties.filter(
    (party) => obligation.obligorPartyIds.includes(party.id) && (isPay || !proven.has(party.id)),
  );
  const [partyId, setParty] = useState(obligors[0]?.id ?? "");
  const [yuan, setYuan] = useState(isPay ? yuanOfFen(obligation.openFen) : "");
  const [on, setOn] = useState(page.today);
  const [proof, setProof] = useState<ProofKind | "">(obligation.proof);
  const [note, setNote] = useState("");
  const received = useReceiver(page, obligation, proof);
  const amountFen = isPay ? fenOfYuan(yuan) : null;
  const isReady =
    received.isSaid &&
    partyId !== "" &&
    on !== "" &&
    proof !== "" &&
    note.trim() !== "" &&
    (!isPay || Boolean(amountFen));

  function record() {
    if (!proof) return;
    act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      obligationId: obligation.id,
      partyId,
      amountFen,
      performedOn: on,
      proof,
      proofNote: note,
      ...(received.by ? { receivedBy: received.by } : {}),
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
          onChange={(event) => setParty(event.currentTarget.value)}
        />
        {isPay ? <AmountField obligation={obligation} value={yuan} onChange={setYuan} /> : null}
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <SelectField
          label={t("proof")}
          placeholder={t("choose")}
          options={proofKinds.map((kind) => ({ value: kind, label: proofWords(kind) }))}
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value as ProofKind | "")}
        />
        <ReceiverFields received={received} />
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

/** A receipt is an obligee's word, or of whoever may bind them; a photo or a transfer speaks for itself. */
function useReceiver(page: PerformancePage, obligation: ObligationLedger, proof: ProofKind | "") {
  const obligees = page.parties.filter((party) => obligation.obligeePartyIds.includes(party.id));
  const [id, choose] = useState(obligees.length === 1 ? (obligees[0]?.id ?? "") : "");
  const speakers = useSpeakers({ purpose: "bind", track: page.proceeding?.track ?? "peoples" }, { hasSeal: true });
  const isWord = (proof === "receipt" || proof === "mutualConfirmation") && obligees.length > 0;
  const party = isWord ? obligees.find((one) => one.id === id) : undefined;
  const by = party && speakersOf(speakers, [party])?.[0];
  return { obligees, id, choose, speakers, isWord, party, by, isSaid: !isWord || Boolean(by) };
}

function ReceiverFields({ received }: { received: ReturnType<typeof useReceiver> }) {
  const t = useTranslations("performance.record");
  const { obligees, id, choose, speakers, isWord, party } = received;
  return (
    <>
      {isWord && obligees.length > 1 ? (
        <SelectField
          label={t("receiver")}
          placeholder={t("choose")}
          options={obligees.map((one) => ({ value: one.id, label: one.name }))}
          value={id}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      {party ? <SpeakerField party={party} speakers={speakers} /> : null}
    </>
  );
}

interface AmountFieldProps {
  obligation: ObligationLedger;
  value: string;
  onChange: (yuan: string) => void;
}

function AmountField({ obligation, value, onChange }: AmountFieldProps) {
  const t = useTranslations("performance.record");
  const f = useFormat();
  const hint = t("balance", { sum: f.money(yuanOfFen(obligation.openFen)) });
  return <MoneyField label={t("amount")} hint={hint} value={value} onChange={onChange} />;
}
