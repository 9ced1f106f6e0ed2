"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/app/_disputes/act-dialog";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { limitOf } from "@/app/_ui/limit-of";
import { TextArea } from "@/app/_ui/text-field";
import { withdrawAgreementInput } from "@/server/agreements/inputs";
import type { AgreementPage } from "@/server/agreements/queries";

/** Takes a paper back: a reason, and what it costs. */
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
      isBusy={act.isBusy}
      isReady={reason.trim() !== ""}
      problem={act.problem}
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
        maxLength={limitOf(withdrawAgreementInput, "reason")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
