"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { resumeClockLimits } from "@/app/_ui/limits/clocks";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

interface ResumeClockDialogProps {
  disputeId: string;
  clock: ClockOnPage;
  version?: number;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Enters an appraisal's result, from whose day the time runs on. */
export function ResumeClockDialog({ disputeId, clock, version, today, onClose }: ResumeClockDialogProps) {
  const t = useTranslations("disputes.clock.resume");
  const f = useFormat();
  const act = useAct(useTRPC().clocks.resume.mutationOptions(), { onDone: onClose });
  const [resumedOn, setResumedOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), resumedOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, resumedOn, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { day: f.day(clock.pausedOn ?? clock.dueOn) })}</p>
        <DateTimeField
          part="date"
          label={t("on")}
          value={resumedOn}
          onChange={setResumedOn}
          minDay={clock.pausedOn ?? undefined}
          maxDay={today}
        />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={resumeClockLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
