"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { urgePerformanceLimits } from "@/app/_ui/limits/performance";

interface UrgeDialogProps {
  disputeId: string;
  obligationId: string;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Records what was said to the obligor. */
export function UrgeDialog({ disputeId, obligationId, today, onClose }: UrgeDialogProps) {
  const t = useTranslations("performance.urge");
  const act = useAct(useTRPC().performance.urge.mutationOptions(), { onDone: onClose });
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  return (
    <ReasonActDialog
      title={t("title")}
      what={t("what")}
      label={t("note")}
      maxLength={urgePerformanceLimits.note}
      least={1}
      verb={t("verb")}
      act={act}
      onGo={(note) => act.run({ disputeId, obligationId, note, happenedOn })}
      onClose={onClose}
    >
      <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
    </ReasonActDialog>
  );
}
