"use client";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import styles from "./availability.module.css";
import { type DraftSpan, times } from "./week-draft";

interface SpanFieldsProps {
  /** The weekday's name, for screen readers. */
  day: string;
  span: DraftSpan;
  fault: "order" | "overlap" | null;
  onChange: (span: DraftSpan) => void;
  onRemove: () => void;
}

/** Start, end, preference, and a button that removes the span; uses the browser's own pickers. */
export function SpanFields({ day, span, fault, onChange, onRemove }: SpanFieldsProps) {
  const t = useTranslations("availability.week");
  const mood = useTranslations("vocabulary.availabilityMoods");
  const options = (own: string) => [...new Set([own, ...times])].sort().map((time) => ({ value: time, label: time }));
  const remove = t("remove", { day, from: span.from, until: span.until });
  return (
    <fieldset className={styles.span}>
      <legend className="sr-only">{t("span", { day, from: span.from, until: span.until })}</legend>
      <SelectField
        label={t("from")}
        options={options(span.from).filter(({ value }) => value !== "24:00")}
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <SelectField
        label={t("until")}
        options={options(span.until)}
        value={span.until}
        error={fault ? t(fault) : undefined}
        onChange={(event) => onChange({ ...span, until: event.currentTarget.value })}
      />
      <SegmentField
        label={t("mood")}
        segments={[
          { value: "free", label: mood("free") },
          { value: "reluctant", label: mood("reluctant") },
        ]}
        value={span.mood}
        onChange={(next) => onChange({ ...span, mood: next })}
      />
      <button type="button" className={styles.remove} onClick={onRemove} aria-label={remove} title={remove}>
        <IconX aria-hidden />
      </button>
    </fieldset>
  );
}
