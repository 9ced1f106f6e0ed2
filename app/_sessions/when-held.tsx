"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { FormRow } from "@/app/_ui/layout/form-section";
import { lengths, type Session } from "./session";
import { dayAndTime, startOf, type When } from "./when-fields";

export type Held = Pick<When, "day" | "time" | "minutes">;

interface WhenHeldProps {
  value: Held;
  /** What is said of a time that is not there. */
  fault: string | undefined;
  onChange: (change: Partial<Held>) => void;
}

/** The real day and time, which lie behind us, and how long it took. */
export function WhenHeld({ value, fault, onChange }: WhenHeldProps) {
  const t = useTranslations("sessions.book");
  const f = useFormat();
  const choices = lengths.some((one) => one === value.minutes)
    ? lengths
    : [...lengths, value.minutes].sort((a, b) => a - b);
  return (
    <FormRow min={150}>
      <DateTimeField
        part="date"
        label={t("day")}
        value={value.day}
        maxDay={toWallClock(new Date()).slice(0, 10)}
        onChange={(day) => onChange({ day })}
      />
      <DateTimeField
        part="time"
        label={t("time")}
        value={value.time}
        error={fault}
        onChange={(time) => onChange({ time })}
      />
      <SelectField
        label={t("minutes")}
        options={choices.map((minutes) => ({ value: String(minutes), label: f.minutes(minutes) }))}
        value={String(value.minutes)}
        onChange={(event) => onChange({ minutes: Number(event.currentTarget.value) })}
      />
    </FormRow>
  );
}

interface HeldHoursProps {
  session: Pick<Session, "startsAt" | "endsAt">;
  /** Null: as planned. */
  value: Held | null;
  isTried: boolean;
  onChange: (value: Held) => void;
}

/** The hours of a booked session: as planned, unless somebody says that it was held at others. */
export function HeldHours({ session, value, isTried, onChange }: HeldHoursProps) {
  const t = useTranslations("sessions.record");
  const f = useFormat();
  if (value)
    return (
      <WhenHeld
        value={value}
        fault={isTried && !heldAtOf(value) ? t("heldTimeNeeded") : undefined}
        onChange={(change) => onChange({ ...value, ...change })}
      />
    );
  const { startsAt, endsAt } = session;
  return (
    <Line>
      <span>{t("asPlanned", { span: f.span(startsAt, endsAt) })}</span>
      <Button small onClick={() => onChange({ ...dayAndTime(startsAt), minutes: minutesOf(session) })}>
        {t("notAsPlanned")}
      </Button>
    </Line>
  );
}

/** The hours as the act takes them; null while something is missing. */
export function heldAtOf(value: Held): { startsAt: string; minutes: number } | null {
  const start = startOf({ ...value, roomId: "" });
  return start && { startsAt: start.toISOString(), minutes: value.minutes };
}

const minutesOf = ({ startsAt, endsAt }: HeldHoursProps["session"]): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** What the fields begin with where the hour of a session that was held is still to come. */
export const heldToday = (session: HeldHoursProps["session"]): Held => ({
  day: toWallClock(new Date()).slice(0, 10),
  time: "",
  minutes: minutesOf(session),
});
