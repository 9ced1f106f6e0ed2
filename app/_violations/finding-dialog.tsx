"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { findViolationLimits } from "@/app/_ui/limits/violations";
import { violationCircumstances, violationKinds, type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import { mediationBars } from "@/server/violations/choices";
import type { ViolationPage } from "@/server/violations/reads/violation";

interface FindingDialogProps {
  disputeId: string;
  page: ViolationPage;
  onClose: () => void;
}

const questions = ["isViolation", "isMinor", ...mediationBars] as const;
type Question = (typeof questions)[number];

/** What has been said so far; nothing is answered beforehand. */
interface Said {
  answers: Partial<Record<Question, YesNoUnclear>>;
  kinds: string[];
  circumstance: string;
  suspects: string[];
  injured: string[];
  basis: string;
}
const nothing: Said = { answers: {}, kinds: [], circumstance: "", suspects: [], injured: [], basis: "" };

/** As the server takes it, or null while something is missing. */
function findingInput({ answers, kinds, circumstance, suspects, injured, basis }: Said) {
  const { isViolation, isMinor, hired, gang, repeated, newViolation, fled, otherUnfit } = answers;
  if (!isViolation || !isMinor || !hired || !gang || !repeated || !newViolation || !fled || !otherUnfit) return null;
  if (circumstance === "" || basis.trim() === "") return null;
  return {
    ...{ isViolation, isMinor, hired, gang, repeated, newViolation, fled, otherUnfit, basis },
    kinds: isViolation === "yes" ? violationKinds.filter((kind) => kinds.includes(kind)) : [],
    circumstance: violationCircumstances.find((one) => one === circumstance) ?? null,
    people: [
      ...suspects.map((partyId) => ({ partyId, part: "suspect" as const })),
      ...injured.map((partyId) => ({ partyId, part: "injured" as const })),
    ],
  };
}

/** The questions of 程序规定 178 and 179, one by one; all are needed. */
export function FindingDialog({ disputeId, page, onClose }: FindingDialogProps) {
  const t = useTranslations("violations.finding");
  const all = useTranslations("violations");
  const trpc = useTRPC();
  const act = useAct(trpc.violations.find.mutationOptions(), { onDone: onClose });
  const [said, setSaid] = useState(nothing);
  const found = findingInput(said);
  return (
    <ActDialog
      title={t("title")}
      verb={t("save")}
      act={act}
      needs={[
        [all("question.isViolation"), said.answers.isViolation !== undefined],
        [all("question.isMinor"), said.answers.isMinor !== undefined],
        [all("question.circumstance"), said.circumstance !== ""],
        ...mediationBars.map((bar) => [all(`bar.${bar}`), said.answers[bar] !== undefined] as const),
        [all("question.basis"), said.basis.trim() !== ""],
      ]}
      refusal="last"
      onGo={() => found && act.run({ disputeId, proceedingId: page.proceeding?.id, ...found })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <Fields said={said} parties={page.parties} onSay={(more) => setSaid((before) => ({ ...before, ...more }))} />
      </Stack>
    </ActDialog>
  );
}

interface FieldsProps {
  said: Said;
  parties: ViolationPage["parties"];
  onSay: (more: Partial<Said>) => void;
}

function Fields({ said, parties, onSay }: FieldsProps) {
  const t = useTranslations("violations");
  const kindWords = useTranslations("vocabulary.violationKinds");
  const circumstanceWords = useTranslations("vocabulary.violationCircumstances");
  const parts = useTranslations("vocabulary.violationParts");
  const options = parties.map((party) => ({ value: party.id, label: party.name }));
  const ask = (question: Question, label: string) => (
    <Answer
      key={question}
      label={label}
      value={said.answers[question] ?? null}
      onChange={(value) => onSay({ answers: { ...said.answers, [question]: value } })}
    />
  );
  return (
    <>
      {ask("isViolation", t("question.isViolation"))}
      {ask("isMinor", t("question.isMinor"))}
      {said.answers.isViolation === "yes" ? (
        <PillField
          isMany
          label={t("question.kinds")}
          options={violationKinds.map((value) => ({ value, label: kindWords(value) }))}
          value={said.kinds}
          onChange={(kinds) => onSay({ kinds })}
        />
      ) : null}
      <SelectField
        label={t("question.circumstance")}
        placeholder={t("choose")}
        options={[
          ...violationCircumstances.map((value) => ({ value, label: circumstanceWords(value) })),
          { value: "none", label: t("noCircumstance") },
        ]}
        value={said.circumstance}
        onChange={(event) => onSay({ circumstance: event.currentTarget.value })}
      />
      <PillField
        isMany
        label={parts("suspect")}
        options={options}
        value={said.suspects}
        onChange={(suspects) => onSay({ suspects })}
      />
      <PillField
        isMany
        label={parts("injured")}
        hint={t("bothHint")}
        options={options}
        value={said.injured}
        onChange={(injured) => onSay({ injured })}
      />
      <p>{t("finding.bars")}</p>
      {mediationBars.map((bar) => ask(bar, t(`bar.${bar}`)))}
      <TextArea
        label={t("question.basis")}
        minRows={2}
        maxLength={findViolationLimits.basis}
        value={said.basis}
        onChange={(event) => onSay({ basis: event.currentTarget.value })}
      />
    </>
  );
}

interface AnswerProps {
  label: string;
  value: YesNoUnclear | null;
  onChange: (value: YesNoUnclear) => void;
}

function Answer({ label, value, onChange }: AnswerProps) {
  const words = useTranslations("vocabulary.yesNoUnclear");
  const segments = yesNoUnclear.map((one) => ({ value: one, label: words(one) }));
  return <SegmentField label={label} segments={segments} value={value} onChange={onChange} />;
}
