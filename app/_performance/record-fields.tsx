"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordPerformanceLimits } from "@/app/_ui/limits/performance";
import { type ProofKind, proofKinds } from "@/db/vocabulary";
import { type PaymentKind, paymentKinds } from "@/server/performance/choices";
import type { PerformancePage } from "@/server/performance/reads/ledger";

interface HowPaidProps {
  page: PerformancePage;
  isPay: boolean;
  kind: PaymentKind;
  onKind: (kind: PaymentKind) => void;
  /** The obligor, who is not asked for again. */
  partyId: string;
  byPartyId: string;
  onBy: (partyId: string) => void;
}

/** Which way the money went, and whether somebody else paid or did it in the obligor's place. */
export function HowPaid({ page, isPay, kind, onKind, partyId, byPartyId, onBy }: HowPaidProps) {
  const t = useTranslations("performance.record");
  const kindWords = useTranslations("vocabulary.ledgerEntryKinds");
  return (
    <>
      {isPay ? (
        <SelectField
          label={t("kind")}
          hint={t(`kindHint.${kind}`)}
          options={paymentKinds.map((one) => ({ value: one, label: kindWords(one) }))}
          value={kind}
          onChange={(event) => onKind(event.currentTarget.value as PaymentKind)}
        />
      ) : null}
      {kind === "performed" ? (
        <SelectField
          label={t("byOther")}
          placeholder={t("bySelf")}
          options={page.parties.flatMap(({ id, name }) => (id === partyId ? [] : { value: id, label: name }))}
          value={byPartyId}
          onChange={(event) => onBy(event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}

interface ProofFieldsProps {
  proof: ProofKind | "";
  onProof: (proof: ProofKind | "") => void;
  note: string;
  onNote: (note: string) => void;
}

/** What proves an entry, and where the proof is kept. */
export function ProofFields({ proof, onProof, note, onNote }: ProofFieldsProps) {
  const t = useTranslations("performance.record");
  const proofWords = useTranslations("vocabulary.proofKinds");
  return (
    <>
      <SelectField
        label={t("proof")}
        placeholder={t("choose")}
        options={proofKinds.map((kind) => ({ value: kind, label: proofWords(kind) }))}
        value={proof}
        onChange={(event) => onProof(event.currentTarget.value as ProofKind | "")}
      />
      <TextField
        label={t("note")}
        hint={proof === "receipt" ? t("receiptHint") : t("noteHint")}
        maxLength={recordPerformanceLimits.proofNote}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </>
  );
}
