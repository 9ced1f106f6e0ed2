"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { useFormat } from "@/app/_ui/format/use-format";
import { useRoomWords } from "./room-words";
import { minutesBetween, type RoomChoice, type Session } from "./session";
import { dayAndTime, startOf, type When, WhenFields } from "./when-fields";

interface MoveDialogProps {
  disputeId: string;
  session: Session;
  rooms: readonly RoomChoice[];
}

/** The button and the question "to when"; a taken time is refused with the next free one. */
export function MoveDialog({ disputeId, session, rooms }: MoveDialogProps) {
  const t = useTranslations("sessions.move");
  const words = useTranslations("sessions.book");
  const f = useFormat();
  const roomWords = useRoomWords();
  const trpc = useTRPC();
  const before: When = {
    ...dayAndTime(session.startsAt),
    minutes: minutesBetween(session.startsAt, session.endsAt),
    roomId: session.room.id ?? "",
  };
  const [isOpen, setOpen] = useState(false);
  const [when, setWhen] = useState(before);
  const { despite, setDespite, sayUncertain } = useDespite();
  const move = useAct(trpc.sessions.move.mutationOptions(), {
    onDone: (done) => {
      setOpen(false);
      sayUncertain(done);
    },
  });
  const startsAt = startOf(when);
  function change(next: Partial<When>) {
    move.reset();
    setDespite("");
    setWhen((now) => ({ ...now, ...next }));
  }
  return (
    <>
      <Button
        onClick={() => {
          setWhen(before);
          setDespite("");
          move.reset();
          setOpen(true);
        }}
      >
        {t("open")}
      </Button>
      <ActDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title", { n: session.ordinal })}
        verb={t("submit")}
        leave={t("back")}
        act={move}
        needs={[
          [words("day"), when.day !== ""],
          [words("time"), startsAt !== null],
          [words("room"), when.roomId !== ""],
        ]}
        refusal="own"
        onGo={() =>
          startsAt &&
          move.run({
            disputeId,
            sessionId: session.id,
            sessionVersion: session.version,
            startsAt: startsAt.toISOString(),
            minutes: when.minutes,
            roomId: when.roomId,
            despite,
          })
        }
      >
        <p>{t("was", { span: f.span(session.startsAt, session.endsAt), room: roomWords(session.room) })}</p>
        <WhenFields value={when} onChange={change} rooms={rooms} />
        <TakenNote problem={move.problem} onTake={(next) => change(dayAndTime(next))} />
        <DespiteField problem={move.problem} value={despite} onChange={setDespite} />
      </ActDialog>
    </>
  );
}
