"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { renegotiateLimits } from "@/app/_ui/limits/agreements";
import type { PerformancePage } from "@/server/performance/reads/ledger";

/** The sides agree anew on what is still open: begins the next version of the agreement and opens it (民法典 543). */
export function RenegotiateDialog({ page, onClose }: { page: PerformancePage; onClose: () => void }) {
  const t = useTranslations("performance.renegotiate");
  const router = useRouter();
  const { disputeId, proceeding } = page;
  const act = useAct(useTRPC().agreements.renegotiate.mutationOptions(), {
    onDone: () => {
      onClose();
      router.push(`/disputes/${disputeId}/agreement`);
    },
  });
  return (
    <ReasonActDialog
      title={t("title")}
      what={t("what")}
      label={t("reason")}
      maxLength={renegotiateLimits.reason}
      verb={t("verb")}
      act={act}
      onGo={(reason) => act.run({ disputeId, proceedingId: proceeding?.id, version: proceeding?.version, reason })}
      onClose={onClose}
    />
  );
}
