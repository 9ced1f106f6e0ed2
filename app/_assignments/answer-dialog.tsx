"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { answerAssignmentLimits } from "@/app/_ui/fields/text-limits";

interface AnswerDialogProps {
  disputeId: string;
  assignmentId: string;
  what: string;
  answer: "done" | "cannot";
  onClose: () => void;
}

/** Done, and by what that is seen; or not possible, and why. */
export function AnswerDialog({ disputeId, assignmentId, what, answer, onClose }: AnswerDialogProps) {
  const t = useTranslations("disputes.assignment.answer");
  const act = useAct(useTRPC().assignments.answer.mutationOptions(), { onDone: onClose });
  const isDone = answer === "done";
  return (
    <ReasonActDialog
      title={t(answer, { what })}
      verb={t("verb")}
      label={t(isDone ? "proof" : "why")}
      hint={isDone ? t("proofHint") : undefined}
      maxLength={answerAssignmentLimits.note}
      act={act}
      onGo={(note) => act.run({ disputeId, assignmentId, answer, note })}
      onClose={onClose}
    />
  );
}
