"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { recordHeldLimits } from "@/app/_ui/limits/sessions";
import { useRoomWords } from "./room-words";
import type { RoomChoice } from "./session";

/** Where a session that nobody booked is held: a room, or `elsewhere` and the place in words; and who else is there. */
export interface Where {
  roomId: string;
  place: string;
  othersPresent: string;
}

/** The choice that says it is held in none of the rooms. */
export const elsewhere = "elsewhere";

/** What an act is sent of it: a room or words. */
export const placeOf = ({ roomId, place, othersPresent }: Where) => ({
  roomId: roomId === elsewhere ? null : roomId,
  place: roomId === elsewhere ? place.trim() : "",
  othersPresent: othersPresent.trim(),
});

/** Whether the place still has to be said. */
export const lacksPlace = ({ roomId, place }: Where) => roomId === elsewhere && place.trim() === "";

interface WhereHeldProps {
  rooms: readonly RoomChoice[];
  value: Where;
  onChange: (change: Partial<Where>) => void;
  /** Says which rooms are in use at this moment. */
  isNow?: boolean;
  isTried?: boolean;
}

export function WhereHeld({ rooms, value, onChange, isNow, isTried }: WhereHeldProps) {
  const t = useTranslations("sessions.begin");
  const roomWords = useRoomWords();
  return (
    <FormRow min={200}>
      <SelectField
        label={t("where")}
        options={[
          ...rooms.map((room) => ({
            value: room.id,
            label: isNow && !room.isFreeNow ? t("taken", { room: roomWords(room) }) : roomWords(room),
          })),
          { value: elsewhere, label: t("elsewhere") },
        ]}
        value={value.roomId}
        onChange={(event) => onChange({ roomId: event.currentTarget.value })}
      />
      {value.roomId === elsewhere ? (
        <TextField
          label={t("place")}
          hint={t("placeHint")}
          value={value.place}
          maxLength={recordHeldLimits.place}
          error={isTried && lacksPlace(value) ? t("placeNeeded") : undefined}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      ) : null}
      <TextField
        label={t("others")}
        value={value.othersPresent}
        maxLength={recordHeldLimits.othersPresent}
        onChange={(event) => onChange({ othersPresent: event.currentTarget.value })}
      />
    </FormRow>
  );
}
