"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { PillField } from "@/app/_ui/fields/pill-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { declineAnswerLimits } from "@/app/_ui/limits/invitations";
import { ownDeclineReasons } from "@/server/invitations/choices";
import type { Answers } from "./answer-access";

interface ReasonDialogProps {
  title: string;
  /** The consequences for others. */
  children: ReactNode;
  noteHint?: string;
  /** The labels of the button that changes nothing and of the one that refuses. */
  keep: string;
  go: string;
  act: { isBusy: boolean; problem: ShownProblem | null };
  onGive: (answer: Answers["decline"]) => void;
  onClose: () => void;
}

/** A reason for not coming, with an optional note: used before and after they have accepted. */
export function ReasonDialog({ title, children, noteHint, keep, go, act, onGive, onClose }: ReasonDialogProps) {
  const t = useTranslations("invitations.reasonForm");
  const reasons = useTranslations("vocabulary.declineReasons");
  const [chosen, choose] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  function give() {
    setTried(true);
    const reason = ownDeclineReasons.find((one) => one === chosen[0]);
    if (reason) onGive({ reason, note });
  }
  return (
    <ActDialog
      onClose={onClose}
      title={title}
      verb={go}
      tone="stop"
      leave={keep}
      act={act}
      refusal="last"
      gap={12}
      onGo={give}
    >
      {children}
      <PillField
        label={t("reason")}
        options={ownDeclineReasons.map((value) => ({ value, label: reasons(value) }))}
        value={chosen}
        onChange={choose}
        error={isTried && chosen.length === 0 ? t("need") : undefined}
      />
      <TextArea
        label={t("note")}
        hint={noteHint}
        minRows={2}
        maxLength={declineAnswerLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
