"use client";
import { useTranslations } from "next-intl";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { FormRow } from "@/app/_ui/layout/form-section";
import { useRoomWords } from "./room-words";
import { lengths, type RoomChoice } from "./session";

export interface When {
  /** "2026-11-26" and "14:30", Shanghai time; "" until typed. */
  day: string;
  time: string;
  minutes: number;
  roomId: string;
}

/** The day and time of an instant, as the fields hold them. */
export function dayAndTime(instant: string): Pick<When, "day" | "time"> {
  const [day = "", time = ""] = toWallClock(instant).split("T");
  return { day, time };
}

/** The instant they mean, or null while one is missing. */
export const startOf = ({ day, time }: Pick<When, "day" | "time">): Date | null =>
  day && time ? fromWallClock(`${day}T${time}`) : null;

interface WhenFieldsProps {
  value: When;
  onChange: (change: Partial<When>) => void;
  rooms: readonly RoomChoice[];
}

/** Day and time, length, room. */
export function WhenFields({ value, onChange, rooms }: WhenFieldsProps) {
  const t = useTranslations("sessions");
  const roomWords = useRoomWords();
  return (
    <>
      <HourFields value={value} minDay={toWallClock(new Date()).slice(0, 10)} onChange={onChange} />
      <SelectField
        label={t("book.room")}
        placeholder=""
        options={rooms.map((room) => ({
          value: room.id,
          label: `${roomWords(room)} ${t("seats", { count: room.seats })}`,
        }))}
        value={value.roomId}
        onChange={(event) => onChange({ roomId: event.currentTarget.value })}
      />
    </>
  );
}

export type Hours = Pick<When, "day" | "time" | "minutes">;
interface HourFieldsProps {
  value: Hours;
  minDay?: string;
  maxDay?: string;
  /** What is said of a day or a time that is not there. */
  fault?: string | undefined;
  onChange: (change: Partial<Hours>) => void;
}

/** Day, time and length; a length that is none of the usual ones stands among them. */
export function HourFields({ value, minDay, maxDay, fault, onChange }: HourFieldsProps) {
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
        error={value.day ? undefined : fault}
        minDay={minDay}
        maxDay={maxDay}
        onChange={(day) => onChange({ day })}
      />
      <DateTimeField
        part="time"
        label={t("time")}
        value={value.time}
        error={value.day ? fault : undefined}
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
