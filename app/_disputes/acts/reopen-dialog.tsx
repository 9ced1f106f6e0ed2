"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { reopenDisputeLimits } from "@/app/_ui/limits/disputes";

/** Opens a new proceeding for an ended dispute, beside the old one. */
export function ReopenDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.reopen");
  const act = useAct(useTRPC().disputes.reopen.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("title")}
      what={t("what")}
      label={t("reason")}
      maxLength={reopenDisputeLimits.reason}
      verb={t("verb")}
      act={act}
      onGo={(reason) => act.run({ disputeId, reason })}
      onClose={onClose}
    />
  );
}
