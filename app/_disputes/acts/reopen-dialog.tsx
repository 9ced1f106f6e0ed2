"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { reopenDisputeLimits } from "@/app/_ui/fields/text-limits";

/** Opens a new proceeding for an ended dispute, beside the old one. */
export function ReopenDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.reopen");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.reopen.mutationOptions(), { onDone: onClose });
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={reason.trim() !== ""}
      onGo={() => act.run({ disputeId, reason })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={reopenDisputeLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
