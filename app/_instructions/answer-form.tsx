"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { answerInstructionLimits } from "@/app/_ui/limits/instructions";

/** Where the lead answers what a head asked. */
export function AnswerForm({
  disputeId,
  instructionId,
  about,
}: {
  disputeId: string;
  instructionId: string;
  about: string;
}) {
  const t = useTranslations("disputes.instruction.answer");
  const act = useAct(useTRPC().instructions.answer.mutationOptions());
  const [answer, setAnswer] = useState("");
  return (
    <Stack gap={8}>
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <TextArea
        label={t("label")}
        hint={t("note")}
        minRows={2}
        maxLength={answerInstructionLimits.answer}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <NeedsButton
        needs={[[t("label"), answer.trim() !== ""]]}
        isBusy={act.isBusy}
        onGo={() => void act.run({ disputeId, instructionId, answer })}
      >
        {t("verb")}
        <span className="sr-only"> {about}</span>
      </NeedsButton>
    </Stack>
  );
}
