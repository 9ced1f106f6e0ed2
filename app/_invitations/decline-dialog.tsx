"use client";
import { useTranslations } from "next-intl";
import { showToast } from "@/app/_ui/feedback/toasts";
import { type AnswerDialogProps, useAnswer } from "./answer-door";
import { ReasonDialog } from "./reason-dialog";

/** Why he cannot come; the lead reads it and somebody else is asked. */
export function DeclineDialog({ invitation, door, onClose }: AnswerDialogProps) {
  const t = useTranslations("invitations.declineForm");
  const { name } = invitation.from;
  const done = useTranslations("invitations")("declinedNote", { name });
  const act = useAnswer(door, "decline", {
    onDone: () => {
      showToast({ message: done });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("title")}
      noteHint={t("noteHint")}
      keep={t("keep")}
      go={t("do")}
      act={act}
      onGive={(answer) => void act.run(answer)}
      onClose={onClose}
    >
      <p>{t("text", { name })}</p>
    </ReasonDialog>
  );
}
