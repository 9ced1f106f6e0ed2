"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { pauseClockLimits } from "@/app/_ui/limits/clocks";
import { type Appraisal, appraisals } from "@/db/vocabulary";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

interface PauseClockDialogProps {
  disputeId: string;
  clock: ClockOnPage;
  version?: number;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Stops the time of a police mediation while something is appraised. */
export function PauseClockDialog({ disputeId, clock, version, today, onClose }: PauseClockDialogProps) {
  const t = useTranslations("disputes.clock.pause");
  const words = useTranslations("vocabulary.appraisals");
  const f = useFormat();
  const act = useAct(useTRPC().clocks.pause.mutationOptions(), { onDone: onClose });
  const [appraisal, setAppraisal] = useState<Appraisal>(appraisals[0]);
  const [pausedOn, setPausedOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        [t("on"), pausedOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, appraisal, pausedOn, reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { day: f.date(clock.dueOn) })}</p>
        <SelectField
          label={t("appraisal")}
          options={appraisals.map((one) => ({ value: one, label: words(one) }))}
          value={appraisal}
          onChange={(event) => setAppraisal(event.currentTarget.value as Appraisal)}
        />
        <DateTimeField part="date" label={t("on")} value={pausedOn} onChange={setPausedOn} maxDay={today} />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={pauseClockLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
