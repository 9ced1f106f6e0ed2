"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { urgePerformanceLimits } from "@/app/_ui/fields/text-limits";

interface UrgeDialogProps {
  disputeId: string;
  obligationId: string;
  onClose: () => void;
}

/** Records what was said to the obligor. */
export function UrgeDialog({ disputeId, obligationId, onClose }: UrgeDialogProps) {
  const t = useTranslations("performance.urge");
  const trpc = useTRPC();
  const act = useAct(trpc.performance.urge.mutationOptions(), { onDone: onClose });
  const [note, setNote] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={note.trim() !== ""}
      onGo={() => act.run({ disputeId, obligationId, note })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <TextArea
        label={t("note")}
        minRows={2}
        maxLength={urgePerformanceLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
