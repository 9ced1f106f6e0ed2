"use client";
import { useTranslations } from "next-intl";
import { showToast } from "@/app/_ui/feedback/toasts";
import { type AnswerDialogProps, useAnswer } from "./answer-access";
import { ReasonDialog } from "./reason-dialog";

/** Why they cannot come; the lead reads it and a substitute is asked. */
export function DeclineDialog({ invitation, invitationId, askingId, onClose }: AnswerDialogProps) {
  const t = useTranslations("invitations.declineForm");
  const { name } = invitation.from;
  const done = useTranslations("invitations")("declinedNote", { name });
  const act = useAnswer(invitationId, "decline", {
    askingId,
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
