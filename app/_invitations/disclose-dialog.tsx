"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PillField } from "@/app/_ui/fields/pill-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { disclosedTieLimits } from "@/app/_ui/limits/invitations";
import { disclosedKinds } from "@/server/invitations/choices";
import { type AnswerDialogProps, useAnswer } from "./answer-access";
import styles from "./invitation.module.css";
import { frozenName } from "./party-name";

/** A tie to whom, and which; only the lead reads it and asks every party whether the helper may still take part. */
export function DiscloseDialog({ invitation, invitationId, onClose }: AnswerDialogProps) {
  const t = useTranslations("invitations.discloseForm");
  const kinds = useTranslations("invitations.discloseForm.kinds");
  const { from, partyNames } = invitation;
  const [disclosed, setDisclosed] = useState<Record<number, string | undefined>>({});
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAnswer(invitationId, "disclose", {
    onDone: () => {
      showToast({ message: t("done", { name: from.name }) });
      onClose();
    },
  });
  const ties = partyNames.flatMap((_text, name) => {
    const kind = disclosedKinds.find((one) => one === disclosed[name]);
    return kind ? [{ name, kind, note }] : [];
  });
  function tell() {
    setTried(true);
    if (ties.length > 0) void act.run({ ties });
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t("title")}
      verb={t("do")}
      leave={t("keep")}
      act={act}
      refusal="last"
      gap={16}
      onGo={tell}
    >
      <p>{t("text", { name: from.name })}</p>
      {partyNames.map((text, place) => {
        const { sideIndex, name } = frozenName(text);
        return (
          <PillField
            key={text}
            label={
              <span className={styles.name}>
                <SideStamp index={sideIndex} />
                <b className={styles.whom}>{name}</b>
              </span>
            }
            options={disclosedKinds.map((value) => ({ value, label: kinds(value) }))}
            value={disclosed[place] ? [disclosed[place]] : []}
            isMany
            onChange={(chosen) => setDisclosed({ ...disclosed, [place]: chosen.at(-1) })}
          />
        );
      })}
      {isTried && ties.length === 0 ? <ErrorNote isFault>{t("need")}</ErrorNote> : null}
      <TextArea
        label={t("note")}
        hint={t("noteHint", { name: from.name })}
        minRows={2}
        maxLength={disclosedTieLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
