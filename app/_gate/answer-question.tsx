"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { answerGateLimits } from "@/app/_ui/limits/disputes";
import { type GateQuestion, gateQuestions, type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";

interface AnswerQuestionProps {
  disputeId: string;
  /** The question of a step; null to choose one. */
  question: GateQuestion | null;
  label: string;
}

/** Answers one question of the gate at any time, beside what was answered before. Nothing is pre-chosen. */
export function AnswerQuestion({ disputeId, question, label }: AnswerQuestionProps) {
  const t = useTranslations("gate");
  const ask = useTranslations("vocabulary.gateQuestions");
  const words = useTranslations("vocabulary.yesNoUnclear");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<GateQuestion | null>(question);
  const [answer, setAnswer] = useState<YesNoUnclear | null>(null);
  const [reason, setReason] = useState("");
  const act = useAct(trpc.disputes.answerGate.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button small={question === null} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen ? (
        <ActDialog
          title={question ? ask(question) : t("answerTitle")}
          verb={t("answer")}
          act={act}
          needs={[
            [t("which"), chosen !== null],
            [t("answerIs"), answer !== null],
          ]}
          onGo={() => chosen && answer && act.run({ disputeId, answers: { [chosen]: answer }, answersReason: reason })}
          onClose={() => setOpen(false)}
        >
          {question ? null : (
            <SelectField
              label={t("which")}
              placeholder={t("choose")}
              options={gateQuestions.map((value) => ({ value, label: ask(value) }))}
              value={chosen ?? ""}
              onChange={(event) => choose(gateQuestions.find((one) => one === event.currentTarget.value) ?? null)}
            />
          )}
          <SegmentField<YesNoUnclear>
            label={t("answerIs")}
            segments={yesNoUnclear.map((value) => ({ value, label: words(value) }))}
            value={answer}
            onChange={setAnswer}
          />
          <TextField
            label={t("why")}
            hint={t("whyHint")}
            maxLength={answerGateLimits.answersReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ActDialog>
      ) : null}
    </>
  );
}
