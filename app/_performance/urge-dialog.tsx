"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { urgePerformanceLimits } from "@/app/_ui/fields/text-limits";

interface UrgeDialogProps {
  disputeId: string;
  obligationId: string;
  onClose: () => void;
}

/** Records what was said to the obligor. */
export function UrgeDialog({ disputeId, obligationId, onClose }: UrgeDialogProps) {
  const t = useTranslations("performance.urge");
  const act = useAct(useTRPC().performance.urge.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("title")}
      what={t("what")}
      label={t("note")}
      maxLength={urgePerformanceLimits.note}
      least={1}
      verb={t("verb")}
      act={act}
      onGo={(note) => act.run({ disputeId, obligationId, note })}
      onClose={onClose}
    />
  );
}
