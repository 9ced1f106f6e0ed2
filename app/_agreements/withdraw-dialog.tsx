"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { withdrawAgreementLimits } from "@/app/_ui/fields/text-limits";
import type { AgreementPage } from "@/server/agreements/reads/agreement";

/** Takes a paper back: asks for a reason and says what is lost. */
export function WithdrawDialog({ page, onClose }: { page: AgreementPage; onClose: () => void }) {
  const t = useTranslations("agreements.withdraw");
  const trpc = useTRPC();
  const act = useAct(trpc.agreements.withdraw.mutationOptions(), { onDone: onClose });
  const [reason, setReason] = useState("");
  const number = page.agreement?.number;
  return (
    <ActDialog
      title={number ? t("title") : t("dropTitle")}
      verb={number ? t("verb") : t("dropVerb")}
      act={act}
      isReady={reason.trim() !== ""}
      onGo={() =>
        act.run({
          disputeId: page.disputeId,
          proceedingId: page.proceeding?.id,
          version: page.proceeding?.version,
          reason,
        })
      }
      onClose={onClose}
    >
      <p>{number ? t("what", { number }) : t("dropWhat")}</p>
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={withdrawAgreementLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
