"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { sendAccessRequestLimits } from "@/app/_ui/fields/text-limits";

/** Asks a head of another duty to let the reader lead a matter that somebody else led. */
export function AskToLeadDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.ask");
  const trpc = useTRPC();
  const act = useAct(trpc.accessRequests.request.mutationOptions(), { onDone: onClose });
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={reason.trim().length > 1}
      onGo={() => act.run({ disputeId, reason })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={sendAccessRequestLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
