"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/fields/text-field";
import { obligationLimits } from "@/app/_ui/fields/text-limits";
import { FormRow } from "@/app/_ui/layout/form-section";
import type { ClauseDraft } from "./clause-draft";

interface HowFieldsProps {
  clause: ClauseDraft;
  onChange: (over: Pick<ClauseDraft, "way" | "place">) => void;
}

/** In which way and where the clause is performed; both may stay empty. */
export function HowFields({ clause: { way = "", place = "" }, onChange }: HowFieldsProps) {
  const t = useTranslations("agreements.form");
  return (
    <FormRow min={170}>
      <TextField
        label={t("way")}
        hint={t("optional")}
        maxLength={obligationLimits.way}
        value={way}
        onChange={(event) => onChange({ way: event.currentTarget.value, place })}
      />
      <TextField
        label={t("place")}
        hint={t("optional")}
        maxLength={obligationLimits.place}
        value={place}
        onChange={(event) => onChange({ way, place: event.currentTarget.value })}
      />
    </FormRow>
  );
}
