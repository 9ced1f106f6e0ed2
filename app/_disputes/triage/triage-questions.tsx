"use client";
import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { FormRow } from "@/app/_ui/layout/form-section";
import { type GateQuestion, gateQuestions, type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import type { GateAnswers } from "@/server/disputes/inputs";
import type { GateFacts, GivenAnswer } from "@/server/disputes/parts/gate-facts";

export type Said = Partial<GateAnswers>;

/** In the order in which they are asked. */
const questions = [
  "injury",
  "threat",
  "familyViolence",
  "livelihood",
  "propertyDamage",
  "hasMinor",
  "isViolation",
  "judgedByCourt",
  "inCourt",
  "acceptedElsewhere",
] as const satisfies readonly GateQuestion[];
/** Where "yes" raises the risk. */
const dangers: readonly string[] = ["injury", "threat", "familyViolence", "livelihood"];

export const isAnswered = (said: Said): said is GateAnswers =>
  gateQuestions.every((question) => said[question] !== undefined);

/** The newest answer to each question, as they come newest first. */
export const newestOf = (facts: GateFacts): Partial<Record<GateQuestion, GivenAnswer>> =>
  Object.fromEntries([...facts.given].sort((a, b) => a.ordinal - b.ordinal).map((one) => [one.question, one]));

/** What is already said: by the record, else by whoever answered last. */
export const saidBefore = (facts: GateFacts): Said => ({
  ...Object.fromEntries(Object.values(newestOf(facts)).map((one) => [one.question, one.answer])),
  ...Object.fromEntries(facts.record.map((one) => [one.question, "yes" as const])),
});

interface TriageQuestionsProps {
  said: Said;
  onSay: (said: Said) => void;
  /** What was answered before and what is on record; null where the matter is not registered yet. */
  facts?: GateFacts | null;
}

/**
 * The mandatory questions, nothing pre-chosen that nobody answered. What was answered before says who answered it and when; what
 * the record knows is not asked.
 */
export function TriageQuestions({ said, onSay, facts = null }: TriageQuestionsProps) {
  const t = useTranslations("triage");
  const ask = useTranslations("vocabulary.gateQuestions");
  const words = useTranslations("vocabulary.yesNoUnclear");
  const moments = useTranslations("vocabulary.answerMoments");
  const records = useTranslations("vocabulary.gateRecords");
  const f = useFormat();
  const newest = facts ? newestOf(facts) : {};
  function hintOf(question: GateQuestion): string | undefined {
    const known = facts?.record.find((one) => one.question === question);
    if (known) return t("record", { record: records(known.record) });
    const given = newest[question];
    if (!given) return undefined;
    const who = t("given", { who: given.by, when: f.dateTime(given.at), moment: moments(given.givenAs) });
    return given.answer === said[question] ? who : `${who}${t("changed", { answer: words(given.answer) })}`;
  }
  return (
    <FormRow min={330}>
      {questions.map((question) => (
        <SegmentField<YesNoUnclear>
          key={question}
          isInline
          label={ask(question)}
          hint={hintOf(question)}
          disabled={facts?.record.some((one) => one.question === question) ?? false}
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
