"use client";
import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { FormRow, FormSection } from "@/app/_ui/layout/form-section";
import { type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import { type Asked, dangerQuestions, elsewhereQuestions, type Missing } from "./draft";

interface AskedSectionProps {
  asked: Asked;
  onChange: (asked: Asked) => void;
  missing: readonly Missing[];
}

/** The questions everyone is asked. None is pre-chosen: the person in the room has to answer. */
export function AskedSection({ asked, onChange, missing }: AskedSectionProps) {
  const t = useTranslations("register");
  const words = useTranslations("vocabulary.gateQuestions");
  const unsaid = (question: keyof Asked, of: Missing) =>
    missing.includes(of) && !asked[question] ? t("asked.missing") : undefined;
  return (
    <>
      <FormSection title={t("danger.title")} hint={t("danger.hint")}>
        <FormRow min={280}>
          {dangerQuestions.map((question) => (
            <SegmentField<YesNoUnclear>
              key={question}
              isInline
              label={words(question)}
              segments={[
                { value: "yes", label: t("danger.yes"), tone: "danger" },
                { value: "no", label: t("danger.no") },
                { value: "unclear", label: t("danger.unclear") },
              ]}
              value={asked[question] ?? null}
              error={unsaid(question, "danger")}
              onChange={(answer) => onChange({ ...asked, [question]: answer })}
            />
          ))}
        </FormRow>
      </FormSection>
      <FormSection title={t("elsewhere.title")} hint={t("elsewhere.hint")}>
        <FormRow min={280}>
          {elsewhereQuestions.map((question) => (
            <SegmentField<YesNoUnclear>
              key={question}
              isInline
              label={words(question)}
              segments={yesNoUnclear.map((value) => ({ value, label: t(`elsewhere.${value}`) }))}
              value={asked[question] ?? null}
              error={unsaid(question, "elsewhere")}
              onChange={(answer) => onChange({ ...asked, [question]: answer })}
            />
          ))}
        </FormRow>
      </FormSection>
    </>
  );
}
