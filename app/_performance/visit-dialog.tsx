"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { recordVisitLimits } from "@/app/_ui/limits/performance";
import {
  type FairnessAnswer,
  fairnessAnswers,
  fairnessQuestions,
  type Satisfaction,
  satisfactions,
} from "@/db/vocabulary";
import type { PerformancePage } from "@/server/performance/reads/ledger";

/** Records a follow-up visit; satisfaction is never pre-chosen. */
export function VisitDialog({ page, onClose }: { page: PerformancePage; onClose: () => void }) {
  const t = useTranslations("performance.visit");
  const satisfied = useTranslations("vocabulary.satisfactions");
  const trpc = useTRPC();
  const visit = useAct(trpc.performance.recordVisit.mutationOptions(), { onDone: onClose });
  const revisit = useAct(trpc.revisits.record.mutationOptions(), { onDone: onClose });
  const drawn = page.revisit;
  const [on, setOn] = useState(page.today);
  const [partyId, setParty] = useState("");
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [fairness, setFairness] = useState<readonly FairnessAnswer[]>(fairnessQuestions.map(() => "unsaid"));
  const [words, setWords] = useState<VisitWords>({ escalationSigns: "", courtAction: "", measures: "", note: "" });

  function record() {
    if (!satisfaction) return;
    const said = {
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      visitedOn: on,
      satisfaction,
      fairness: [...fairness],
      ...words,
    };
    if (drawn) revisit.run({ ...said, revisitId: drawn.id, partyId });
    else visit.run({ ...said, partyId: partyId || null });
  }

  return (
    <ActDialog
      title={t("question")}
      verb={t("verb")}
      act={drawn ? revisit : visit}
      needs={[
        [t("on"), on !== ""],
        [t("whom"), !drawn || partyId !== ""],
        [t("satisfaction"), satisfaction !== null],
      ]}
      onGo={record}
      onClose={onClose}
    >
      <Stack>
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <SelectField
          label={t("whom")}
          placeholder={drawn ? "" : t("everyone")}
          options={page.parties.map((party) => ({ value: party.id, label: party.name }))}
          value={partyId}
          onChange={(event) => setParty(event.currentTarget.value)}
        />
        <SegmentField
          label={t("satisfaction")}
          segments={satisfactions.map((one) => ({ value: one, label: satisfied(one) }))}
          value={satisfaction}
          onChange={setSatisfaction}
        />
        <FairnessFields answers={fairness} onChange={setFairness} />
        <VisitTexts words={words} onChange={setWords} />
      </Stack>
    </ActDialog>
  );
}

interface FairnessFieldsProps {
  answers: readonly FairnessAnswer[];
  onChange: (answers: FairnessAnswer[]) => void;
}

/** Four questions about how it went, whoever won; nothing is chosen beforehand, and each may stay unanswered. */
function FairnessFields({ answers, onChange }: FairnessFieldsProps) {
  const t = useTranslations("vocabulary.fairnessQuestions");
  const words = useTranslations("vocabulary.fairnessAnswers");
  const segments = fairnessAnswers.flatMap((value) => (value === "unsaid" ? [] : [{ value, label: words(value) }]));
  return fairnessQuestions.map((question, i) => (
    <SegmentField
      key={question}
      label={t(question)}
      segments={segments}
      value={segments.find(({ value }) => value === answers[i])?.value ?? null}
      onChange={(value) => onChange(answers.map((one, at) => (at === i ? value : one)))}
    />
  ));
}

const texts = ["escalationSigns", "courtAction", "measures", "note"] as const;
type VisitWords = Record<(typeof texts)[number], string>;

/** What was found and done, in the visitor's words; all of it may be left empty. */
function VisitTexts({ words, onChange }: { words: VisitWords; onChange: (words: VisitWords) => void }) {
  const t = useTranslations("performance.visit");
  const labels = { escalationSigns: t("signs"), courtAction: t("court"), measures: t("measures"), note: t("note") };
  const hints: Partial<VisitWords> = { escalationSigns: t("signsHint"), courtAction: t("courtHint") };
  return texts.map((key) => (
    <TextArea
      key={key}
      label={labels[key]}
      hint={hints[key]}
      minRows={key === "note" ? 2 : 1}
      maxLength={recordVisitLimits[key]}
      value={words[key]}
      onChange={(event) => onChange({ ...words, [key]: event.currentTarget.value })}
    />
  ));
}
