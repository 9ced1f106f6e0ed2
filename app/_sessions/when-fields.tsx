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
export const startOf = ({ day, time }: When): Date | null => (day && time ? fromWallClock(`${day}T${time}`) : null);

interface WhenFieldsProps {
  value: When;
  onChange: (change: Partial<When>) => void;
  rooms: readonly RoomChoice[];
}

/** Day and time, length, room. */
export function WhenFields({ value, onChange, rooms }: WhenFieldsProps) {
  const t = useTranslations("sessions");
  const f = useFormat();
  const roomWords = useRoomWords();
  const choices = lengths.some((one) => one === value.minutes)
    ? lengths
    : [...lengths, value.minutes].sort((a, b) => a - b);
  return (
    <>
      <FormRow min={150}>
        <DateTimeField
          part="date"
          label={t("book.day")}
          value={value.day}
          onChange={(day) => onChange({ day })}
          minDay={toWallClock(new Date()).slice(0, 10)}
        />
        <DateTimeField part="time" label={t("book.time")} value={value.time} onChange={(time) => onChange({ time })} />
        <SelectField
          label={t("book.minutes")}
          options={choices.map((minutes) => ({ value: String(minutes), label: f.minutes(minutes) }))}
          value={String(value.minutes)}
          onChange={(event) => onChange({ minutes: Number(event.currentTarget.value) })}
        />
      </FormRow>
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
