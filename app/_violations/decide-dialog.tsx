"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { decideSettlementLimits } from "@/app/_ui/limits/violations";

interface DecideDialogProps {
  disputeId: string;
  proceedingId: string | undefined;
  applicationId: string;
  isApproved: boolean;
  onClose: () => void;
}

/** The head approves or refuses, once, with a reason. */
export function DecideDialog({ disputeId, proceedingId, applicationId, isApproved, onClose }: DecideDialogProps) {
  const t = useTranslations("violations.decide");
  const trpc = useTRPC();
  const act = useAct(trpc.violations.decideSettlement.mutationOptions(), { onDone: onClose });
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t(isApproved ? "approveTitle" : "refuseTitle")}
      verb={t(isApproved ? "approve" : "refuse")}
      leave={t("leave")}
      tone={isApproved ? "go" : "stop"}
      act={act}
      needs={[[t("reason"), reason.trim() !== ""]]}
      onGo={() => act.run({ disputeId, proceedingId, applicationId, isApproved, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t(isApproved ? "approveWhat" : "refuseWhat")}</p>
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={decideSettlementLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
