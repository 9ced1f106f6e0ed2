"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
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
        <AllNo questions={dangerQuestions} asked={asked} word={t("danger.allNo")} onChange={onChange} />
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
        <AllNo questions={elsewhereQuestions} asked={asked} word={t("elsewhere.allNo")} onChange={onChange} />
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

interface AllNoProps extends Pick<AskedSectionProps, "asked" | "onChange"> {
  questions: readonly (keyof Asked)[];
  word: string;
}

/** One press for "no" to every question that is still open: an answer given, not a box ticked beforehand. */
function AllNo({ questions, asked, word, onChange }: AllNoProps) {
  const open = questions.filter((question) => !asked[question]);
  if (open.length === 0) return null;
  return (
    <span>
      <Button
        small
        onClick={() => onChange({ ...asked, ...Object.fromEntries(open.map((question) => [question, "no"])) })}
      >
        {word}
      </Button>
    </span>
  );
}
