"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { deputyAnswerLimits } from "@/app/_ui/limits/invitations";
import { type AnswerDialogProps, useAnswer, useDeputies } from "./answer-access";
import styles from "./invitation.module.css";

/** Names a deputy: a colleague of the same force and unit. One who may be asked is asked at once. */
export function DeputyDialog({ invitation, invitationId, onClose }: AnswerDialogProps) {
  const t = useTranslations("invitations.deputyForm");
  const { from } = invitation;
  const { list, isPending } = useDeputies(invitationId);
  const [deputyId, setDeputy] = useState("");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const deputy = list.find((one) => one.personId === deputyId);
  const act = useAnswer(invitationId, "delegate", {
    onDone: ({ isDeputyAsked }) => {
      const name = deputy?.name ?? "";
      showToast({ message: isDeputyAsked ? t("asked", { name }) : t("notAsked", { name, lead: from.name }) });
      onClose();
    },
  });
  function name() {
    setTried(true);
    if (deputy) void act.run({ deputyId: deputy.personId, note });
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t("title")}
      verb={list.length > 0 ? (deputy ? t("doFor", { name: deputy.name }) : t("do")) : null}
      leave={t("keep")}
      act={act}
      refusal="last"
      gap={12}
      onGo={name}
    >
      {isPending ? <p>{t("searching")}</p> : null}
      {!isPending && list.length === 0 ? <p>{t("none")}</p> : null}
      {list.length > 0 ? (
        <fieldset className={styles.deputies}>
          <legend className={styles.faint}>{t("text")}</legend>
          {list.map((one) => (
            <CheckField
              key={one.personId}
              isRadio
              name="deputy"
              checked={one.personId === deputyId}
              onChange={() => setDeputy(one.personId)}
              label={
                <>
                  <b>{one.name}</b> <span className={styles.faint}>{one.post}</span>
                </>
              }
              hint={one.isDeputy ? t("registered") : undefined}
            />
          ))}
        </fieldset>
      ) : null}
      {isTried && !deputy ? <ErrorNote isFault>{t("need")}</ErrorNote> : null}
      {list.length > 0 ? (
        <TextArea
          label={t("note")}
          minRows={2}
          maxLength={deputyAnswerLimits.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
    </ActDialog>
  );
}
