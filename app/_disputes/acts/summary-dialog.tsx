"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { setSummaryLimits } from "@/app/_ui/limits/disputes";

/** The two neutral sentences an invitee reads before accepting. */
export function SummaryDialog({
  disputeId,
  now,
  onClose,
}: {
  disputeId: string;
  now: { neutralSummary: string; version: number };
  onClose: () => void;
}) {
  const t = useTranslations("disputes.summary");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.setSummary.mutationOptions(), { onDone: onClose });
  const [neutralSummary, setSummary] = useState(now.neutralSummary);
  const seen = useSeen({ version: now.version, values: now.neutralSummary });
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[[t("text"), neutralSummary.trim() !== ""]]}
      onGo={() => act.run({ disputeId, summaryVersion: seen.version, neutralSummary })}
      onClose={onClose}
    >
      <NewerValues seen={seen} words={(text) => [{ label: t("text"), value: text }]} onTake={setSummary} />
      <TextArea
        label={t("text")}
        hint={t("hint")}
        maxLength={setSummaryLimits.neutralSummary}
        value={neutralSummary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
