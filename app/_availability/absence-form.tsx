"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { markAbsenceLimits } from "@/app/_ui/limits/availability";
import { type AbsenceKind, absenceKinds } from "@/db/vocabulary";
import { type AbsenceDraft, faultOf, spanOf } from "./absence-span";
import styles from "./availability.module.css";
import { BookedList } from "./booked-list";

const today = () => toWallClock(new Date()).slice(0, 10);
const blank: AbsenceDraft = { isWhole: true, fromDay: "", toDay: "", fromTime: "", toTime: "" };

/** Days or hours when the person is away, checked against bookings while it is filled in. "Not today" is one press. */
export function AbsenceForm({ startsToday }: { startsToday: boolean }) {
  const t = useTranslations("availability.absences");
  const word = useTranslations("vocabulary.absenceKinds");
  const trpc = useTRPC();
  const [kind, setKind] = useState<AbsenceKind>("blocked");
  const [draft, setDraft] = useState(() => (startsToday ? { ...blank, fromDay: today(), toDay: today() } : blank));
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const span = spanOf(draft);
  const booked = useQuery({
    ...trpc.availability.clashes.queryOptions(span ?? { from: "", to: "" }),
    enabled: span !== null,
  });
  const mark = useAct(trpc.availability.markAbsence.mutationOptions(), {
    onDone: () => {
      setDraft(blank);
      setNote("");
    },
  });
  const change = (next: Partial<AbsenceDraft>) => {
    mark.reset();
    setDraft((now) => ({ ...now, ...next }));
  };
  const fault = isAsked ? faultOf(draft) : null;
  const clash = span ? (booked.data ?? []) : [];
  return (
    <form
      method="dialog"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(!span);
        if (span && !mark.isBusy) void mark.run({ kind, ...span, note });
      }}
    >
      <div className={styles.tools}>
        <Button small onClick={() => change({ isWhole: true, fromDay: today(), toDay: today() })}>
          {t("today")}
        </Button>
      </div>
      <SegmentField
        label={t("kind")}
        segments={absenceKinds.map((value) => ({ value, label: word(value) }))}
        value={kind}
        onChange={setKind}
      />
      <CheckField
        label={t("whole")}
        checked={draft.isWhole}
        onChange={(event) => change({ isWhole: event.currentTarget.checked })}
      />
      <div className={styles.pair}>
        <DateTimeField
          part="date"
          label={draft.isWhole ? t("fromDay") : t("day")}
          minDay={today()}
          error={fault === "day" ? t("dayNeeded") : undefined}
          value={draft.fromDay}
          onChange={(fromDay) => change({ fromDay })}
        />
        <Until draft={draft} fault={fault} onChange={change} />
      </div>
      <TextField
        label={t("note")}
        hint={t("noteHint")}
        maxLength={markAbsenceLimits.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {clash.length > 0 ? <BookedList title={t("booked", { count: clash.length })} booked={clash} /> : null}
      {mark.problem ? <ProblemNote problem={mark.problem} /> : null}
      <Button type="submit" busy={mark.isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}

interface UntilProps {
  draft: AbsenceDraft;
  fault: ReturnType<typeof faultOf>;
  onChange: (next: Partial<AbsenceDraft>) => void;
}

/** The last day of several, or the hours of a single day. */
function Until({ draft, fault, onChange }: UntilProps) {
  const t = useTranslations("availability.absences");
  const backwards = fault === "backwards" ? t("backwards") : undefined;
  return draft.isWhole ? (
    <DateTimeField
      part="date"
      label={t("toDay")}
      error={backwards}
      minDay={draft.fromDay || today()}
      value={draft.toDay}
      onChange={(toDay) => onChange({ toDay })}
    />
  ) : (
    <div className={styles.pair}>
      <DateTimeField
        part="time"
        label={t("from")}
        error={fault === "from" ? t("timeNeeded") : undefined}
        value={draft.fromTime}
        onChange={(fromTime) => onChange({ fromTime })}
      />
      <DateTimeField
        part="time"
        label={t("to")}
        error={fault === "to" ? t("timeNeeded") : backwards}
        value={draft.toTime}
        onChange={(toTime) => onChange({ toTime })}
      />
    </div>
  );
}
