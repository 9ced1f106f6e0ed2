"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { extendClockLimits } from "@/app/_ui/fields/text-limits";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

interface ExtendClockDialogProps {
  disputeId: string;
  clock: ClockOnPage;
  parties: readonly { id: string; side: number; name: string }[];
  version?: number;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/** Moves the last day of people's mediation: until when, who agrees, when they said so. Nobody is ticked beforehand. */
export function ExtendClockDialog({ disputeId, clock, parties, version, today, onClose }: ExtendClockDialogProps) {
  const t = useTranslations("disputes.clock.extend");
  const f = useFormat();
  const act = useAct(useTRPC().clocks.extend.mutationOptions(), { onDone: onClose });
  const [dueOn, setDueOn] = useState("");
  const [agreedOn, setAgreedOn] = useState(today);
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  function toggle(id: string, isAgreed: boolean) {
    const next = new Set(agreed);
    if (isAgreed) next.add(id);
    else next.delete(id);
    setAgreed(next);
  }
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={dueOn !== "" && agreedOn !== "" && agreed.size > 0 && reason.trim() !== ""}
      onGo={() => act.run({ disputeId, version, dueOn, agreedOn, agreedPartyIds: [...agreed], reason })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { day: f.date(clock.dueOn) })}</p>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t("who")}</legend>
          <Stack gap={4}>
            {parties.map((party) => (
              <CheckField
                key={party.id}
                label={party.name}
                checked={agreed.has(party.id)}
                onChange={(event) => toggle(party.id, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </fieldset>
        <DateTimeField part="date" label={t("agreedOn")} value={agreedOn} onChange={setAgreedOn} maxDay={today} />
        <DateTimeField
          part="date"
          label={t("dueOn")}
          hint={t("dueHint")}
          value={dueOn}
          onChange={setDueOn}
          minDay={clock.dueOn}
        />
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={extendClockLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
