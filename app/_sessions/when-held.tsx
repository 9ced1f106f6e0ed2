"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import type { Session } from "./session";
import { dayAndTime, HourFields, type Hours, startOf } from "./when-fields";

interface WhenHeldProps {
  value: Hours;
  /** What is said of a time that is not there. */
  fault: string | undefined;
  onChange: (change: Partial<Hours>) => void;
}

/** The real day and time, which lie behind us, and how long it took. */
export function WhenHeld(props: WhenHeldProps) {
  return <HourFields {...props} maxDay={toWallClock(new Date()).slice(0, 10)} />;
}

interface HeldHoursProps {
  session: Pick<Session, "startsAt" | "endsAt">;
  /** Null: as planned. */
  value: Hours | null;
  isTried: boolean;
  onChange: (value: Hours) => void;
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
export function heldAtOf(value: Hours): { startsAt: string; minutes: number } | null {
  const start = startOf(value);
  return start && { startsAt: start.toISOString(), minutes: value.minutes };
}

const minutesOf = ({ startsAt, endsAt }: HeldHoursProps["session"]): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** What the fields begin with where the hour of a session that was held is still to come. */
export const heldToday = (session: HeldHoursProps["session"]): Hours => ({
  day: toWallClock(new Date()).slice(0, 10),
  time: "",
  minutes: minutesOf(session),
});
