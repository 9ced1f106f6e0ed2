"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { extendClockLimits } from "@/app/_ui/limits/clocks";
import type { ClockOnPage } from "@/server/disputes/reads/clock-state";

interface ExtendClockDialogProps {
  disputeId: string;
  clock: ClockOnPage;
  version?: number;
  /** 'YYYY-MM-DD'. */
  today: string;
  onClose: () => void;
}

/**
 * Moves the last day of people's mediation: until when, who agrees, when they said so. Nobody is ticked beforehand; a minor
 * agrees by their guardian, an organisation by whoever represents it.
 */
export function ExtendClockDialog({ disputeId, clock, version, today, onClose }: ExtendClockDialogProps) {
  const t = useTranslations("disputes.clock.extend");
  const f = useFormat();
  const trpc = useTRPC();
  const act = useAct(trpc.clocks.extend.mutationOptions(), { onDone: onClose });
  const { data } = useQuery(trpc.consents.ofDispute.queryOptions({ disputeId }));
  const speakers = useSpeakers({ purpose: "bind", track: "peoples" });
  const [dueOn, setDueOn] = useState("");
  const lastDay = clock.dueOn < today ? clock.dueOn : today;
  const [agreedOn, setAgreedOn] = useState(lastDay);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const parties = (data?.parties ?? []).filter((party) => !party.isDeparted);
  const agreed = speakersOf(speakers, parties);
  const spoken = useSpeakerNeeds(speakers);
  function toggle(id: string, isAgreed: boolean) {
    const next = new Set(ticked);
    if (isAgreed) next.add(id);
    else next.delete(id);
    setTicked(next);
  }
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      isReady={parties.length > 0}
      needs={[
        ...parties.map((party) => [party.name, ticked.has(party.id)] as const),
        ...spoken(parties),
        [t("agreedOn"), agreedOn !== ""],
        [t("dueOn"), dueOn !== ""],
        [t("reason"), reason.trim() !== ""],
      ]}
      onGo={() => {
        if (agreed) act.run({ disputeId, version, dueOn, agreedOn, agreed, reason });
      }}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { day: f.date(clock.dueOn) })}</p>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t("who")}</legend>
          <Stack gap={4}>
            {parties.map((party) => (
              <Fragment key={party.id}>
                <CheckField
                  label={party.name}
                  checked={ticked.has(party.id)}
                  onChange={(event) => toggle(party.id, event.currentTarget.checked)}
                />
                <SpeakerField party={party} speakers={speakers} />
              </Fragment>
            ))}
          </Stack>
        </fieldset>
        <DateTimeField part="date" label={t("agreedOn")} value={agreedOn} onChange={setAgreedOn} maxDay={lastDay} />
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
