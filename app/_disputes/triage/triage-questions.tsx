"use client";
import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import type { TriageAnswers } from "@/server/disputes/inputs";

export type Said = Partial<TriageAnswers>;

/** In the order in which they are asked. */
const questions = [
  "injury",
  "familyViolence",
  "propertyDamage",
  "hasMinor",
  "isViolation",
  "judgedByCourt",
  "acceptedElsewhere",
] as const;
/** Where "yes" raises the risk. */
const dangers: readonly string[] = ["injury", "familyViolence"];

export const isAnswered = (said: Said): said is TriageAnswers =>
  questions.every((question) => said[question] !== undefined);

/** The seven mandatory questions, nothing pre-chosen. */
export function TriageQuestions({ said, onSay }: { said: Said; onSay: (said: Said) => void }) {
  const t = useTranslations("triage.question");
  const words = useTranslations("vocabulary.yesNoUnclear");
  return (
    <FormRow min={330}>
      {questions.map((question) => (
        <SegmentField<YesNoUnclear>
          key={question}
          isInline
          label={t(question)}
          segments={yesNoUnclear.map((value) => ({
            value,
            label: words(value),
            tone: value === "yes" && dangers.includes(question) ? ("danger" as const) : undefined,
          }))}
          value={said[question] ?? null}
          onChange={(value) => onSay({ ...said, [question]: value })}
        />
      ))}
    </FormRow>
  );
}
