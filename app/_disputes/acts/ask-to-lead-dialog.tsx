"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { sendAccessRequestLimits } from "@/app/_ui/limits/access-requests";

/** Asks a head of another duty to let the reader lead a matter that somebody else led. */
export function AskToLeadDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("disputes.ask");
  const act = useAct(useTRPC().accessRequests.request.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("title")}
      what={t("what")}
      label={t("reason")}
      maxLength={sendAccessRequestLimits.reason}
      verb={t("verb")}
      act={act}
      onGo={(reason) => act.run({ disputeId, reason })}
      onClose={onClose}
    />
  );
}
