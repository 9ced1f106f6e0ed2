"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import type { MeetingCard, TownHallChoices } from "@/server/town-halls/queries";
import styles from "./town-halls.module.css";

interface MoveMeetingProps {
  meeting: MeetingCard;
  rooms: TownHallChoices["rooms"];
  onDone: () => void;
}

/** Moves one meeting to another day, hour or room; the rest of the series stays. */
export function MoveMeeting({ meeting, rooms, onDone }: MoveMeetingProps) {
  const t = useTranslations("townHalls.meeting");
  const trpc = useTRPC();
  const [when, setWhen] = useState(toWallClock(meeting.startsAt));
  const [roomId, setRoomId] = useState(meeting.roomId);
  const { despite, setDespite, sayUncertain } = useDespite();
  const move = useAct(trpc.townHalls.move.mutationOptions(), {
    onDone: (done) => {
      onDone();
      sayUncertain(done);
    },
  });
  const startsAt = fromWallClock(when);
  const minutes = (Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000;
  return (
    <form method="dialog" className={styles.inside} onSubmit={(event) => event.preventDefault()}>
      <DateTimeField
        label={t("when")}
        minDay={toWallClock(new Date()).slice(0, 10)}
        value={when}
        onChange={(next) => {
          move.reset();
          setDespite("");
          setWhen(next);
        }}
      />
      <SelectField
        label={t("room")}
        options={rooms.map(({ id, name, point }) => ({ value: id, label: `${point} ${name}` }))}
        value={roomId}
        onChange={(event) => setRoomId(event.currentTarget.value)}
      />
      <TakenNote problem={move.problem} onTake={(next) => setWhen(toWallClock(next))} />
      <DespiteField problem={move.problem} value={despite} onChange={setDespite} />
      <NeedsButton
        isSubmit
        variant="outline"
        needs={[[t("when"), startsAt !== null]]}
        isBusy={move.isBusy}
        onGo={() =>
          void move.run({
            meetingId: meeting.id,
            startsAtSeen: new Date(meeting.startsAt).toISOString(),
            roomIdSeen: meeting.roomId,
            startsAt: startsAt?.toISOString() ?? "",
            minutes,
            roomId,
            despite,
          })
        }
      >
        {t("moveSubmit")}
      </NeedsButton>
    </form>
  );
}
