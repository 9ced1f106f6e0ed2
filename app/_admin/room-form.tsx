"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { createRoomLimits } from "@/app/_ui/limits/places";
import { roomSeats } from "@/server/places/choices";
import type { RoomHours } from "@/server/places/inputs";
import { HoursField } from "./hours-field";
import { NameFields, useNames } from "./name-fields";
import { PlaceForm, type PlaceFormDone } from "./place-form";
import { useHoursText } from "./use-hours-text";
import { workdays } from "./week";

interface RoomFormProps extends PlaceFormDone {
  room: { id: string; name: string; nameEn: string; seats: number; hours: RoomHours; version: number } | null;
  pointId: string;
}

/** As many digits as the largest room needs. */
const seatDigits = String(roomSeats.max).length;
const officeWeek: RoomHours = workdays.map((weekday) => ({ weekday, opensAt: "08:30", closesAt: "17:30" }));
const isWhole = (day: RoomHours[number]) => day.opensAt !== "" && day.opensAt < day.closesAt;

/** A room's name, seats and week. */
export function RoomForm({ room, pointId, onSaved, onCreated }: RoomFormProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const [names, setNames] = useNames(room);
  const { name, nameEn } = names;
  const [seats, setSeats] = useState(String(room?.seats ?? 8));
  const [hours, setHours] = useState(room?.hours ?? officeWeek);
  const hoursText = useHoursText();
  const seen = useSeen({
    version: room?.version ?? 0,
    values: {
      name: room?.name ?? "",
      nameEn: room?.nameEn ?? "",
      seats: room?.seats ?? 8,
      hours: room?.hours ?? officeWeek,
    },
  });
  const [wrong, setWrong] = useState<{ name?: boolean; seats?: boolean; hours?: boolean }>({});
  const create = useAct(trpc.places.createRoom.mutationOptions(), { onDone: ({ roomId }) => onCreated(roomId, name) });
  const amend = useAct(trpc.places.amendRoom.mutationOptions(), {
    onDone: ({ version }) => {
      seen.saved(version, { name, nameEn, seats: Number(seats), hours });
      onSaved();
    },
  });
  const { isBusy, problem } = room ? amend : create;
  function submit() {
    const places = Number(seats);
    const found = {
      name: !name.trim(),
      seats: !Number.isInteger(places) || places < roomSeats.min || places > roomSeats.max,
      hours: !hours.every(isWhole),
    };
    setWrong(found);
    if (found.name || found.seats || found.hours) return;
    if (room) void amend.run({ roomId: room.id, roomVersion: seen.version, name, nameEn, seats: places, hours });
    else void create.run({ pointId, name, nameEn, seats: places, hours });
  }
  return (
    <PlaceForm isNew={!room} isBusy={isBusy} problem={problem} onSubmit={submit}>
      <NewerValues
        seen={seen}
        words={(one) => [
          { label: t("name"), value: one.name },
          { label: t("nameEn"), value: one.nameEn },
          { label: t("seats"), value: String(one.seats) },
          { label: t("hours"), value: hoursText(one.hours) },
        ]}
        onTake={(one) => {
          setNames(one);
          setSeats(String(one.seats));
          setHours(one.hours);
        }}
      />
      <NameFields {...names} limits={createRoomLimits} isMissing={wrong.name} onChange={setNames} />
      <TextField
        label={t("seats")}
        inputMode="numeric"
        value={seats}
        maxLength={seatDigits}
        error={wrong.seats ? t("seatsWrong") : undefined}
        onChange={(e) => setSeats(e.currentTarget.value.replace(/\D/g, ""))}
      />
      <HoursField hours={hours} onChange={setHours} isWrong={wrong.hours} />
    </PlaceForm>
  );
}
