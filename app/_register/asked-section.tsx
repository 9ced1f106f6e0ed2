"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { type Segment, SegmentField } from "@/app/_ui/fields/segment-field";
import { FormRow, FormSection } from "@/app/_ui/layout/form-section";
import { type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import { furtherQuestions, hasMarkedMinor } from "./accept-at-once";
import type { Asked, Draft, Missing } from "./draft";
import { dangerQuestions, elsewhereQuestions } from "./questions";
import styles from "./register.module.css";

interface AskedSectionProps {
  draft: Draft;
  onChange: (asked: Asked) => void;
  missing: readonly Missing[];
}

/**
 * The questions everyone is asked, and those that a matter is taken up by at once. None is pre-chosen: the person in the
 * room has to answer. Only what a marked minor says of itself is not asked.
 */
export function AskedSection({ draft, onChange, missing }: AskedSectionProps) {
  const t = useTranslations("register");
  const danger = [
    { value: "yes" as const, label: t("danger.yes"), tone: "danger" as const },
    { value: "no" as const, label: t("danger.no") },
    { value: "unclear" as const, label: t("danger.unclear") },
  ];
  const elsewhere = yesNoUnclear.map((value) => ({ value, label: t(`elsewhere.${value}`) }));
  const known = hasMarkedMinor(draft) ? ["hasMinor" as const] : [];
  const asked = { ...draft.asked, ...Object.fromEntries(known.map((question) => [question, "yes" as const])) };
  return (
    <>
      <Questions
        {...{ asked, onChange, known }}
        title={t("danger.title")}
        hint={t("danger.hint")}
        allNo={t("danger.allNo")}
        questions={dangerQuestions}
        required={missing.includes("danger") ? dangerQuestions : []}
        segments={danger}
      />
      <Questions
        {...{ asked, onChange, known }}
        title={t("elsewhere.title")}
        hint={t("elsewhere.hint")}
        allNo={t("elsewhere.allNo")}
        questions={[...elsewhereQuestions, ...furtherQuestions]}
        required={missing.includes("elsewhere") ? elsewhereQuestions : []}
        segments={elsewhere}
      />
    </>
  );
}

interface QuestionsProps extends Pick<AskedSectionProps, "onChange"> {
  asked: Asked;
  title: string;
  hint: string;
  allNo: string;
  questions: readonly (keyof Asked)[];
  /** Those whose answer is missed. */
  required: readonly (keyof Asked)[];
  /** Those that the parties as they are written answer. */
  known: readonly (keyof Asked)[];
  segments: readonly Segment<YesNoUnclear>[];
}

/** One press answers "no" to all that is still open: an answer given, not a box ticked beforehand. */
function Questions(props: QuestionsProps) {
  const { asked, onChange, title, hint, allNo, questions, required, known, segments } = props;
  const t = useTranslations("register");
  const words = useTranslations("vocabulary.gateQuestions");
  const open = questions.filter((question) => !asked[question]);
  const saidNo = Object.fromEntries(open.map((question) => [question, "no" as const]));
  return (
    <FormSection
      title={title}
      hint={hint}
      action={
        open.length > 0 ? (
          <Button small onClick={() => onChange({ ...asked, ...saidNo })}>
            {allNo}
          </Button>
        ) : null
      }
    >
      <div className={styles.questions}>
        <FormRow min={280}>
          {questions.map((question) => (
            <SegmentField<YesNoUnclear>
              key={question}
              isInline
              label={words(question)}
              segments={segments}
              disabled={known.includes(question)}
              value={asked[question] ?? null}
              error={required.includes(question) && !asked[question] ? t("asked.missing") : undefined}
              onChange={(answer) => onChange({ ...asked, [question]: answer })}
            />
          ))}
        </FormRow>
      </div>
    </FormSection>
  );
}
