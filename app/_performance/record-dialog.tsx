"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { type Need, needsOf } from "@/app/_ui/dialogs/use-missing";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import type { ProofKind } from "@/db/vocabulary";
import { inPlaceOf } from "@/server/binding/choices";
import type { PaymentKind } from "@/server/performance/choices";
import type { Contest } from "@/server/performance/parts/contests-of";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import { HowPaid, ProofFields } from "./record-fields";

interface RecordDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  /** The debtor whose entry was asked for. */
  partyId?: string;
  /** What was claimed and is recorded now. */
  claim?: Contest;
  onClose: () => void;
}

/** Records one proof: by whom, how much, on which day, and where the proof is kept. */
export function RecordDialog({ page, obligation, partyId: asked, claim, onClose }: RecordDialogProps) {
  const t = useTranslations("performance.record");
  const trpc = useTRPC();
  const act = useAct(trpc.performance.record.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const obligors = obligorsLeft(page, obligation);
  const openOf = (id: string) => obligation.accounts.find((one) => one.partyId === id)?.openFen ?? obligation.openFen;
  const first = claim?.partyId ?? asked ?? obligors[0]?.id ?? "";
  const isReplaced = obligation.supersededAt !== null;
  const isSettled = !isReplaced && Boolean(obligation.performedAt ?? obligation.waivedAt);
  const [partyId, setParty] = useState(first);
  const [byPartyId, setBy] = useState("");
  const [kind, setKind] = useState<PaymentKind>(isSettled ? "overpaid" : "performed");
  const [yuan, setYuan] = useState(isPay ? shownYuan(claim?.amountFen ?? openOf(first)) : "");
  const [on, setOn] = useState(page.today);
  const [proof, setProof] = useState<ProofKind | "">(obligation.proof);
  const [note, setNote] = useState("");
  const received = useReceiver(page, obligation, proof, earlierDay(on, page.today));
  const amountFen = isPay ? fenOfYuan(yuan) : null;

  function record() {
    if (!proof) return;
    act.run({
      ...{ disputeId: page.disputeId, proceedingId: page.proceeding?.id, obligationId: obligation.id },
      ...{ partyId, kind },
      byPartyId: byPartyId || undefined,
      amountFen,
      performedOn: on,
      proof,
      proofNote: note,
      ...(received.by ? { receivedBy: received.by } : {}),
      ...(claim ? { contestId: claim.id } : {}),
    });
  }

  return (
    <ActDialog
      title={t("title", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      needs={[
        ...needsOf(t, { who: partyId !== "", amount: !isPay || Boolean(amountFen), on: on !== "" }),
        ...needsOf(t, { proof: proof !== "", note: note.trim() !== "" }),
        ...received.needs(t("receiver")),
      ]}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        {isReplaced ? <p>{t("replaced")}</p> : null}
        <SelectField
          label={t("who")}
          options={obligors
            .filter(({ id }) => !claim || id === claim.partyId)
            .map((party) => ({ value: party.id, label: party.name }))}
          value={partyId}
          onChange={(event) => {
            setParty(event.currentTarget.value);
            if (isPay) setYuan(shownYuan(openOf(event.currentTarget.value)));
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
        {isPay ? <AmountField openFen={openOf(partyId)} value={yuan} onChange={setYuan} /> : null}
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <ReceiverFields received={received} />
        <ProofFields proof={proof} onProof={setProof} note={note} onNote={setNote} />
      </Stack>
    </ActDialog>
  );
}

/** A sum to begin with; nothing where nothing is owed. */
const shownYuan = (fen: number): string => (fen > 0 ? yuanOfFen(fen) : "");

/** Who may still be entered: of a payment everybody who owes it, else those without a proof that counts. */
function obligorsLeft(page: PerformancePage, { obligorPartyIds, amountFen, proofs }: ObligationLedger) {
  const proven = new Set(
    proofs.filter((one) => one.kind !== "correction" && !one.isCorrected).map((proof) => proof.partyId),
  );
  return page.parties.filter(
    (party) => obligorPartyIds.includes(party.id) && (amountFen !== null || !proven.has(party.id)),
  );
}

/** A receipt is an obligee's word, or of whoever may bind them; a photo or a transfer speaks for itself. */
function useReceiver(page: PerformancePage, obligation: ObligationLedger, proof: ProofKind | "", on: string | null) {
  const obligees = inPlaceOf(page.parties, obligation.obligeePartyIds, on);
  const [id, choose] = useState(obligees.length === 1 ? (obligees[0]?.id ?? "") : "");
  const track = page.proceeding?.track ?? "peoples";
  const speakers = useSpeakers({ purpose: "receive", track, on }, { hasSeal: true });
  const isWord = (proof === "receipt" || proof === "mutualConfirmation") && obligees.length > 0;
  const party = isWord ? obligees.find((one) => one.id === id) : undefined;
  const by = party && speakersOf(speakers, [party])?.[0];
  const spoken = useSpeakerNeeds(speakers);
  const needs = (label: string): Need[] =>
    isWord ? [[label, party !== undefined], ...spoken(party ? [party] : [])] : [];
  return { obligees, id, choose, speakers, isWord, party, by, needs };
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
  /** Still owed by whoever pays. */
  openFen: number;
  value: string;
  onChange: (yuan: string) => void;
}

function AmountField({ openFen, value, onChange }: AmountFieldProps) {
  const t = useTranslations("performance.record");
  const f = useFormat();
  const hint = t("balance", { sum: f.money(yuanOfFen(openFen)) });
  return <MoneyField label={t("amount")} hint={hint} value={value} onChange={onChange} />;
}
