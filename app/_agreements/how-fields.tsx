"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { obligationLimits } from "@/app/_ui/limits/agreements";
import type { ClauseDraft } from "./clause-draft";

type How = Pick<ClauseDraft, "condition" | "way" | "place" | "consequence">;

interface HowFieldsProps {
  clause: ClauseDraft;
  onChange: (over: How) => void;
}

/** On which condition, in which way and where the clause is performed, and what follows where it is not; all may stay empty. */
export function HowFields({ clause, onChange }: HowFieldsProps) {
  const t = useTranslations("agreements.form");
  const field = (key: keyof How) => (
    <TextField
      label={t(key)}
      hint={t("optional")}
      maxLength={obligationLimits[key]}
      value={clause[key] ?? ""}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <FormRow min={170}>
        {field("condition")}
        {field("way")}
        {field("place")}
      </FormRow>
      {field("consequence")}
    </>
  );
}
