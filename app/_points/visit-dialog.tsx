"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { useFormat } from "@/app/_ui/format/use-format";
import { takeClueStepLimits } from "@/app/_ui/limits/points";

/** What the keeper found on the spot; the station reads it, whoever reported the clue does not. */
export function VisitDialog({ clueId, onClose }: { clueId: string; onClose: () => void }) {
  const t = useTranslations("points");
  const act = useAct(useTRPC().points.takeStep.mutationOptions(), { onDone: onClose });
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const f = useFormat();
  return (
    <ReasonActDialog
      title={t("visitTitle")}
      label={t("visitNote")}
      hint={t("visitHint")}
      maxLength={takeClueStepLimits.note}
      least={1}
      verb={t("visitGo")}
      leave={t("visitLeave")}
      act={act}
      refusal="last"
      onGo={(note) => act.run({ clueId, kind: "visit", note, happenedOn })}
      onClose={onClose}
    >
      <HappenedDay label={t("visitOn")} today={f.date(new Date())} value={happenedOn} onChange={setHappenedOn} />
    </ReasonActDialog>
  );
}
