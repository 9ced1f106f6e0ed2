"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { takeClueStepLimits } from "@/app/_ui/fields/text-limits";

/** What the keeper found on the spot; the station reads it, whoever reported the clue does not. */
export function VisitDialog({ clueId, onClose }: { clueId: string; onClose: () => void }) {
  const t = useTranslations("points");
  const act = useAct(useTRPC().points.takeStep.mutationOptions(), { onDone: onClose });
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
      onGo={(note) => act.run({ clueId, kind: "visit", note })}
      onClose={onClose}
    />
  );
}
