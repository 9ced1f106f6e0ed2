"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { reportHarmLimits } from "@/app/_ui/limits/desk";
import { type HarmKind, harmKinds } from "@/db/vocabulary";

interface HarmDialogProps {
  disputeId: string;
  /** The session it was said in; null outside one. */
  sessionId?: string | null;
  onClose: () => void;
}

/** The one exception to a private lane: which danger, the words that have to be reported, and why. Nothing is pre-chosen. */
export function HarmDialog({ disputeId, sessionId = null, onClose }: HarmDialogProps) {
  const t = useTranslations("disputes.harm");
  const kinds = useTranslations("vocabulary.harmKinds");
  const trpc = useTRPC();
  const act = useAct(trpc.desk.reportHarm.mutationOptions(), { onDone: onClose });
  const [kind, choose] = useState<HarmKind | "">("");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("kind"), kind !== ""],
        [t("words"), text.trim() !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => kind && act.run({ disputeId, sessionId, kind, text, reason })}
      onClose={onClose}
    >
      <p>{t("consequence")}</p>
      <SelectField
        label={t("kind")}
        placeholder={t("choose")}
        options={harmKinds.map((value) => ({ value, label: kinds(value) }))}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value as HarmKind | "")}
      />
      <TextArea
        label={t("words")}
        hint={t("wordsHint")}
        minRows={3}
        maxLength={reportHarmLimits.text}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={reportHarmLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
