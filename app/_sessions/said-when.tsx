"use client";
import { useTranslations } from "next-intl";
import { SpokenMeansField } from "@/app/_binding/spoken-means-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import type { SpokenMeans } from "@/db/vocabulary";

/** How and when something was said by mouth, as the fields hold it: Shanghai day and time, "" until typed. */
export interface SaidWhen {
  means: SpokenMeans;
  day: string;
  time: string;
}

interface SaidWhenFieldsProps {
  value: SaidWhen;
  onChange: (change: Partial<SaidWhen>) => void;
}

export function SaidWhenFields({ value, onChange }: SaidWhenFieldsProps) {
  const t = useTranslations("sessions.telling");
  return (
    <>
      <SpokenMeansField label={t("means")} value={value.means} onChange={(next) => onChange({ means: next })} />
      <FormRow min={150}>
        <DateTimeField part="date" label={t("day")} value={value.day} onChange={(day) => onChange({ day })} />
        <DateTimeField part="time" label={t("time")} value={value.time} onChange={(time) => onChange({ time })} />
      </FormRow>
    </>
  );
}
