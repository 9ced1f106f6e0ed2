"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { reasonedLimits } from "@/app/_ui/fields/text-limits";

interface ReasonActDialogProps {
  title: string;
  what: string;
  verb: string;
  tone?: "go" | "stop";
  act: { isBusy: boolean; problem: ShownProblem | null };
  onGo: (reason: string) => void;
  onClose: () => void;
}

/** A dialog for an act that needs nothing but a reason. */
export function ReasonActDialog({ title, what, verb, tone, act, onGo, onClose }: ReasonActDialogProps) {
  const t = useTranslations("restricted");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={title}
      verb={verb}
      tone={tone}
      act={act}
      isReady={reason.trim().length > 1}
      onGo={() => onGo(reason)}
      onClose={onClose}
    >
      <p>{what}</p>
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={reasonedLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
