"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { withdrawAgreementLimits } from "@/app/_ui/limits/agreements";
import type { AgreementPage } from "@/server/agreements/reads/agreement";

/** Takes a paper back: asks for a reason and says what is lost. */
export function WithdrawDialog({ page, onClose }: { page: AgreementPage; onClose: () => void }) {
  const t = useTranslations("agreements.withdraw");
  const act = useAct(useTRPC().agreements.withdraw.mutationOptions(), { onDone: onClose });
  const { disputeId, proceeding } = page;
  const target = { disputeId, proceedingId: proceeding?.id, version: proceeding?.version };
  const number = page.agreement?.number;
  return (
    <ReasonActDialog
      title={number ? t("title") : t("dropTitle")}
      what={number ? t("what", { number }) : t("dropWhat")}
      label={t("reason")}
      maxLength={withdrawAgreementLimits.reason}
      verb={number ? t("verb") : t("dropVerb")}
      act={act}
      onGo={(reason) => act.run({ ...target, reason })}
      onClose={onClose}
    />
  );
}
