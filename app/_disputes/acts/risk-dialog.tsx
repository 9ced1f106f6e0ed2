"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { assessRiskLimits } from "@/app/_ui/limits/disputes";
import { type RiskLevel, riskLevels } from "@/db/vocabulary";

/** The risk level and the reason; each level names who is responsible for it. */
export function RiskDialog({ disputeId, now, onClose }: { disputeId: string; now: RiskLevel; onClose: () => void }) {
  const t = useTranslations("disputes.risk");
  const words = useTranslations("ui.risk");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.assessRisk.mutationOptions(), { onDone: onClose });
  const [risk, choose] = useState<RiskLevel>(now);
  // The level is its own version: whoever saw another one is refused.
  const seen = useSeen({ version: now, values: now });
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
      needs={[[t("reason"), reason.trim() !== ""]]}
      onGo={() => act.run({ disputeId, risk, riskSeen: seen.version, reason })}
      onClose={onClose}
    >
      <NewerValues
        seen={seen}
        words={(level) => [{ label: t("level"), value: words(`word.${level}`) }]}
        onTake={choose}
      />
      <SegmentField label={t("level")} segments={segments} value={risk} onChange={choose} />
      <TextArea
        label={t("reason")}
        minRows={2}
        maxLength={assessRiskLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
