"use client";
import { useTranslations } from "next-intl";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { fenOfYuan } from "@/app/_ui/format/fen";
import { Stack } from "@/app/_ui/layout/columns";
import { keptClauseLimits } from "@/app/_ui/limits/violations";
import { type ObligationKind, obligationKinds, type ProofKind, proofKinds } from "@/db/vocabulary";
import type { ViolationParty } from "@/server/violations/reads/violation";

/** Something kept on the spot, as it is being typed; money in yuan. */
export interface KeptDraft {
  key: string;
  kind: ObligationKind;
  text: string;
  yuan: string;
  proof: string;
  proofNote: string;
  obligors: string[];
  obligees: string[];
}

export const emptyKept = (key: string): KeptDraft => ({
  key,
  kind: "pay",
  text: "",
  yuan: "",
  proof: "",
  proofNote: "",
  obligors: [],
  obligees: [],
});

/** As the server takes it, or null while something is missing. */
export function keptInput({ kind, text, yuan, proof, proofNote, obligors, obligees }: KeptDraft) {
  const amountFen = kind === "pay" ? fenOfYuan(yuan) : null;
  const known = proofKinds.find((one: ProofKind) => one === proof);
  if (!text.trim() || !known || !proofNote.trim() || obligors.length === 0) return null;
  if (kind === "pay" && (!amountFen || obligees.length === 0)) return null;
  return { kind, text, amountFen, proof: known, proofNote, obligorPartyIds: obligors, obligeePartyIds: obligees };
}

interface KeptClauseFieldProps {
  value: KeptDraft;
  number: number;
  parties: readonly ViolationParty[];
  onChange: (value: KeptDraft) => void;
}

/** Who did what for whom there and then, and what shows it. */
export function KeptClauseField({ value, number, parties, onChange }: KeptClauseFieldProps) {
  const t = useTranslations("violations.kept");
  const kinds = useTranslations("vocabulary.obligationKinds");
  const proofs = useTranslations("vocabulary.proofKinds");
  const set = (change: Partial<KeptDraft>) => onChange({ ...value, ...change });
  const options = parties.map((party) => ({ value: party.id, label: party.name }));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{t("legend", { number })}</legend>
      <Stack>
        <SegmentField
          label={t("kind")}
          segments={obligationKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
          value={value.kind}
          onChange={(kind) => set({ kind })}
        />
        <PillField
          isMany={value.kind !== "pay"}
          label={t("obligors")}
          options={options}
          value={value.obligors}
          onChange={(obligors) => set({ obligors })}
        />
        <PillField
          isMany
          label={t("obligees")}
          options={options}
          value={value.obligees}
          onChange={(obligees) => set({ obligees })}
        />
        {value.kind === "pay" ? (
          <MoneyField label={t("amount")} value={value.yuan} onChange={(yuan) => set({ yuan })} showWords />
        ) : null}
        <TextArea
          label={t("text")}
          minRows={2}
          maxLength={keptClauseLimits.text}
          value={value.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <SelectField
          label={t("proof")}
          placeholder={t("choose")}
          options={proofKinds.map((kind) => ({ value: kind, label: proofs(kind) }))}
          value={value.proof}
          onChange={(event) => set({ proof: event.currentTarget.value })}
        />
        <TextField
          label={t("proofNote")}
          maxLength={keptClauseLimits.proofNote}
          value={value.proofNote}
          onChange={(event) => set({ proofNote: event.currentTarget.value })}
        />
      </Stack>
    </fieldset>
  );
}
