"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";

interface WithdrawDialogProps {
  disputeId: string;
  instructionId: string;
  onClose: () => void;
}

/** A head takes back what was not answered. */
export function WithdrawDialog({ disputeId, instructionId, onClose }: WithdrawDialogProps) {
  const t = useTranslations("disputes.instruction.withdraw");
  const act = useAct(useTRPC().instructions.withdraw.mutationOptions(), { onDone: onClose });
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      tone="stop"
      act={act}
      onGo={() => act.run({ disputeId, instructionId })}
      onClose={onClose}
    >
      <p>{t("what")}</p>
    </ActDialog>
  );
}
