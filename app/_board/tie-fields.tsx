"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { recordTieLimits } from "@/app/_ui/limits/panel";
import { recordableTies } from "@/server/panel/choices";

export interface TieDraft {
  partyId: string;
  kind: string;
  note: string;
}
export const noTie: TieDraft = { partyId: "", kind: "", note: "" };

interface TieFieldsProps {
  parties: readonly { id: string; name: string }[];
  tie: TieDraft;
  /** Whether what is missing is named. */
  isTried: boolean;
  noteHint?: string;
  onChange: (tie: TieDraft) => void;
}

/** With which party, what kind of tie, and what is known of it. */
export function TieFields({ parties, tie, isTried, noteHint, onChange }: TieFieldsProps) {
  const t = useTranslations("panel.ties");
  const kinds = useTranslations("vocabulary.tieKinds");
  const needed = (value: string) => (isTried && !value ? t("choose") : undefined);
  return (
    <>
      <SelectField
        label={t("withWhom")}
        placeholder={t("choose")}
        options={parties.map((party) => ({ value: party.id, label: party.name }))}
        value={tie.partyId}
        error={needed(tie.partyId)}
        onChange={(event) => onChange({ ...tie, partyId: event.currentTarget.value })}
      />
      <SelectField
        label={t("what")}
        placeholder={t("choose")}
        options={recordableTies.map((one) => ({ value: one, label: kinds(one) }))}
        value={tie.kind}
        error={needed(tie.kind)}
        onChange={(event) => onChange({ ...tie, kind: event.currentTarget.value })}
      />
      <TextField
        label={t("note")}
        hint={noteHint}
        maxLength={recordTieLimits.note}
        value={tie.note}
        onChange={(event) => onChange({ ...tie, note: event.currentTarget.value })}
      />
    </>
  );
}
