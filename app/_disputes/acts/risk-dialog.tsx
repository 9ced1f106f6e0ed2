"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { limitOf } from "@/app/_ui/fields/limit-of";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { type RiskLevel, riskLevels } from "@/db/vocabulary";
import { assessRiskInput } from "@/server/disputes/inputs";

/** The risk level and the reason; each level names who is responsible for it. */
export function RiskDialog({
  disputeId,
  now,
  onClose,
}: {
  disputeId: string;
  now: RiskLevel | null;
  onClose: () => void;
}) {
  const t = useTranslations("disputes.risk");
  const words = useTranslations("ui.risk");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.assessRisk.mutationOptions(), { onDone: onClose });
  const [risk, choose] = useState<RiskLevel | null>(now);
  const [reason, setReason] = useState("");
  const segments = riskLevels.map((level) => ({
    value: level,
    label: words("full", { word: words(`word.${level}`), who: words(`owner.${level}`) }),
  }));
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={risk !== null && reason.trim() !== ""}
      onGo={() => risk && act.run({ disputeId, risk, reason })}
      onClose={onClose}
    >
      <SegmentField label={t("level")} segments={segments} value={risk} onChange={choose} />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={limitOf(assessRiskInput, "reason")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
