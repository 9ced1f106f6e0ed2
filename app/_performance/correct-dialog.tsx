"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { correctPerformanceLimits } from "@/app/_ui/limits/performance";
import type { PerformancePage, PerformanceProof } from "@/server/performance/reads/ledger";

interface CorrectDialogProps {
  page: PerformancePage;
  entry: PerformanceProof;
  onClose: () => void;
}

/** Says that an entry was recorded wrongly, and why; it stays readable and counts no more. */
export function CorrectDialog({ page, entry, onClose }: CorrectDialogProps) {
  const t = useTranslations("performance.correct");
  const act = useAct(useTRPC().performance.correct.mutationOptions(), { onDone: onClose });
  const [on, setOn] = useState(page.today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("reason"), reason.trim() !== ""],
        [t("on"), on !== ""],
      ]}
      onGo={() =>
        act.run({
          disputeId: page.disputeId,
          proceedingId: page.proceeding?.id,
          entryId: entry.id,
          foundOn: on,
          reason,
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={correctPerformanceLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
      </Stack>
    </ActDialog>
  );
}
