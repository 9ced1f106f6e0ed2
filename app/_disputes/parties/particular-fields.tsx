"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { amendPartyLimits } from "@/app/_ui/limits/disputes";
import { type PartyKind, sexes } from "@/db/vocabulary";
import type { Particulars } from "@/server/disputes/reads/dispute-page";
import { faultOf } from "./particulars";

/** As many as a year has. */
const digitsOfYear = 4;

interface ParticularFieldsProps {
  kind: PartyKind;
  value: Particulars;
  onChange: (part: Partial<Particulars>) => void;
}

/** What papers name beside a party: of a person sex, year of birth, ethnic group, occupation; of an organisation its code. */
export function ParticularFields({ kind, value, onChange }: ParticularFieldsProps) {
  const t = useTranslations("disputes.parties");
  const words = useTranslations("vocabulary.sexes");
  const wrong = faultOf(value);
  const text = (field: "ethnicity" | "occupation" | "creditCode" | "legalRepresentative") => (
    <TextField
      label={t(field)}
      error={field === wrong ? t("creditCodeWrong") : undefined}
      maxLength={amendPartyLimits[field]}
      value={value[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  if (kind === "organisation")
    return (
      <>
        {text("creditCode")}
        {text("legalRepresentative")}
      </>
    );
  return (
    <>
      <SelectField
        label={t("sex")}
        placeholder={t("chooseSex")}
        options={sexes.map((sex) => ({ value: sex, label: words(sex) }))}
        value={value.sex ?? ""}
        onChange={(event) => onChange({ sex: sexes.find((one) => one === event.currentTarget.value) ?? null })}
      />
      <TextField
        label={t("bornYear")}
        hint={t("bornYearHint")}
        error={wrong === "bornYear" ? t("bornYearWrong") : undefined}
        inputMode="numeric"
        maxLength={digitsOfYear}
        value={value.bornYear === null ? "" : String(value.bornYear)}
        onChange={(event) => onChange({ bornYear: Number(event.currentTarget.value.replace(/\D/g, "")) || null })}
      />
      {text("ethnicity")}
      {text("occupation")}
    </>
  );
}
