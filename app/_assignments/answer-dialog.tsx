"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useUploads } from "@/app/_files/use-uploads";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { useFormat } from "@/app/_ui/format/use-format";
import { answerAssignmentLimits } from "@/app/_ui/limits/assignments";
import type { Assignment } from "@/server/assignments/reads/assignments";
import { ProofFiles } from "./proof-files";

interface AnswerDialogProps {
  disputeId: string;
  task: Pick<Assignment, "id" | "what" | "files">;
  answer: "done" | "cannot";
  onClose: () => void;
}

/** Done, and by what that is seen, in words and photos; or not possible, and why. */
export function AnswerDialog({ disputeId, task, answer, onClose }: AnswerDialogProps) {
  const t = useTranslations("disputes.assignment.answer");
  const router = useRouter();
  const { id: assignmentId, what } = task;
  const act = useAct(useTRPC().assignments.answer.mutationOptions(), { onDone: onClose });
  const onDone = useCallback(() => router.refresh(), [router]);
  const uploads = useUploads({ disputeId, sessionId: null, assignmentId, onDone });
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const f = useFormat();
  const isDone = answer === "done";
  return (
    <ReasonActDialog
      title={t(answer, { what })}
      verb={t("verb")}
      label={t(isDone ? "proof" : "why")}
      hint={isDone ? t("proofHint") : undefined}
      maxLength={answerAssignmentLimits.note}
      act={act}
      isReady={uploads.uploads.length === 0}
      onGo={(note) => act.run({ disputeId, assignmentId, answer, note, happenedOn })}
      onClose={onClose}
    >
      <HappenedDay
        label={t(isDone ? "doneOn" : "saidOn")}
        today={f.date(new Date())}
        value={happenedOn}
        onChange={setHappenedOn}
      />
      {isDone ? <ProofFiles uploads={uploads} files={task.files} /> : null}
    </ReasonActDialog>
  );
}
