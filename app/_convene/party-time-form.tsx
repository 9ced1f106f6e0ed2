"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { TimeInput } from "@/app/_ui/fields/time-input";
import { Stack } from "@/app/_ui/layout/columns";
import { partyTimeLimits } from "@/app/_ui/limits/convening";
import { type PartyTimeKind, partyTimeKinds } from "@/db/vocabulary";
import type { Party } from "./choice";
import styles from "./why.module.css";

interface PartyTimeFormProps {
  disputeId: string;
  parties: readonly Party[];
  onClose: () => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** One statement of a party: cannot, would rather not, or only then. */
export function PartyTimeForm({ disputeId, parties, onClose }: PartyTimeFormProps) {
  const t = useTranslations("convene.times");
  const kinds = useTranslations("vocabulary.partyTimeKinds");
  const trpc = useTRPC();
  const [partyId, setParty] = useState(parties[0]?.id ?? "");
  const [kind, setKind] = useState<PartyTimeKind>("cannot");
  const [weekday, setWeekday] = useState("");
  const [fromTime, setFrom] = useState("08:00");
  const [untilTime, setUntil] = useState("12:00");
  const [reason, setReason] = useState("");
  const record = useAct(trpc.convening.recordPartyTime.mutationOptions(), { onDone: onClose });
  return (
    <Stack gap={8}>
      <SelectField
        label={t("who")}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={partyId}
        onChange={(event) => setParty(event.currentTarget.value)}
      />
      <SegmentField<PartyTimeKind>
        label={t("kind")}
        segments={partyTimeKinds.map((value) => ({ value, label: kinds(value) }))}
        value={kind}
        onChange={setKind}
      />
      <SelectField
        label={t("day")}
        placeholder={t("everyDay")}
        options={weekdays.map((value) => ({ value: String(value), label: t(`weekday.${value}`) }))}
        value={weekday}
        onChange={(event) => setWeekday(event.currentTarget.value)}
      />
      <div className={styles.fromUntil}>
        <TimeInput label={t("from")} value={fromTime} onChange={setFrom} />
        <TimeInput
          label={t("until")}
          error={untilTime !== "" && untilTime <= fromTime ? t("untilWrong") : undefined}
          value={untilTime}
          onChange={setUntil}
        />
      </div>
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={partyTimeLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {record.problem ? <ProblemNote problem={record.problem} /> : null}
      <NeedsButton
        small
        variant="outline"
        needs={[
          [t("who"), partyId !== ""],
          [t("from"), fromTime !== ""],
          [t("until"), untilTime !== "" && fromTime < untilTime],
        ]}
        isBusy={record.isBusy}
        onGo={() =>
          void record.run({
            disputeId,
            partyId,
            kind,
            weekday: weekday ? Number(weekday) : null,
            fromTime,
            untilTime,
            reason,
          })
        }
        beside={
          <Button small variant="text" onClick={onClose}>
            {t("back")}
          </Button>
        }
      >
        {t("save")}
      </NeedsButton>
    </Stack>
  );
}
