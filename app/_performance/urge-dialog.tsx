"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { urgePerformanceLimits } from "@/app/_ui/limits/performance";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";

interface UrgeDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onClose: () => void;
}

/** Records what was said to the obligor. */
export function UrgeDialog({ page, obligation, onClose }: UrgeDialogProps) {
  const c = useTranslations("performance.contest");
  const { disputeId, today } = page;
  const isClaimed = obligation.contests.some(({ kind, isOpen }) => isOpen && kind === "claimed");
  const t = useTranslations("performance.urge");
  const act = useAct(useTRPC().performance.urge.mutationOptions(), { onDone: onClose });
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  return (
    <ReasonActDialog
      title={t("title")}
      what={
        <>
          {t("what")}
          {isClaimed ? (
            <>
              <br />
              {c("urgeFirst")}
            </>
          ) : null}
        </>
      }
      label={t("note")}
      maxLength={urgePerformanceLimits.note}
      least={1}
      verb={t("verb")}
      act={act}
      onGo={(note) => act.run({ disputeId, obligationId: obligation.id, note, happenedOn })}
      onClose={onClose}
    >
      <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
    </ReasonActDialog>
  );
}
