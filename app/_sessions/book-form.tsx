"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { needsOf } from "@/app/_ui/dialogs/use-missing";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { FormSection } from "@/app/_ui/layout/form-section";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type SessionKind, sessionKinds } from "@/db/vocabulary";
import { DayStrip } from "./day-strip";
import { useRoomWords } from "./room-words";
import type { Overview, RoomChoice } from "./session";
import styles from "./sessions.module.css";
import { dayAndTime, startOf, type When, WhenFields } from "./when-fields";
import { type Chosen, WhoComes } from "./who-comes";

interface BookFormProps {
  disputeId: string;
  overview: Overview;
  rooms: readonly RoomChoice[];
  /** Folded behind a button while a session is already booked. */
  isFolded?: boolean;
}

/** Books a session in one sheet: who, when, where; the foot says in words what the button does. */
export function BookForm({ disputeId, overview, rooms, isFolded }: BookFormProps) {
  const t = useTranslations("sessions.book");
  const trpc = useTRPC();
  const lead = overview.staff.find((one) => one.isLead)?.id;
  const [isOpen, setOpen] = useState(!isFolded);
  const [kind, setKind] = useState<SessionKind>("joint");
  const [who, setWho] = useState<Chosen>(() => ({
    partyIds: overview.parties.filter((party) => !party.isRepresented).map((party) => party.id),
    personIds: overview.invited.filter((one) => one.status === "accepted").map((one) => one.personId),
  }));
  const [when, setWhen] = useState<When>({ day: "", time: "", minutes: 90, roomId: rooms[0]?.id ?? "" });
  const { despite, setDespite, sayUncertain } = useDespite();
  const onDone = (done: Parameters<typeof sayUncertain>[0]) => {
    setOpen(false);
    sayUncertain(done);
  };
  const book = useAct(trpc.sessions.book.mutationOptions(), { onDone });

  function changeWhen(change: Partial<When>) {
    book.reset();
    setDespite("");
    setWhen((before) => ({ ...before, ...change }));
  }
  if (!isOpen) return <Folded word={t("again")} onOpen={() => setOpen(true)} />;

  const startsAt = startOf(when);
  const room = rooms.find((one) => one.id === when.roomId);
  const comes = [...new Set([...(lead ? [lead] : []), ...who.personIds])];
  const shownDay = when.day || toWallClock(new Date(Date.now() + 86_400_000)).slice(0, 10);
  return (
    <Sheet labelledBy="book-session">
      <SectionHead id="book-session" title={t("title")} />
      <Stack>
        <KindChoice kind={kind} onChange={setKind} />
        <WhoComes
          overview={overview}
          value={who}
          onChange={(change) => setWho((before) => ({ ...before, ...change }))}
        />
        <FormSection title={t("whenTitle")}>
          <WhenFields value={when} onChange={changeWhen} rooms={rooms} />
          <DayStrip
            day={shownDay}
            personIds={comes}
            minutes={when.minutes}
            chosen={{ roomId: when.roomId, time: when.time }}
            onChoose={(roomId, time) => changeWhen({ roomId, day: shownDay, time })}
          />
        </FormSection>
        <TakenNote problem={book.problem} onTake={(next) => changeWhen(dayAndTime(next))} />
        <DespiteField problem={book.problem} value={despite} onChange={setDespite} />
      </Stack>
      <div className={styles.foot}>
        <WhatIsBooked startsAt={startsAt} minutes={when.minutes} room={room} count={comes.length} />
        {isFolded ? <Button onClick={() => setOpen(false)}>{t("back")}</Button> : null}
        <NeedsButton
          needs={needsOf(t, { day: when.day !== "", time: startsAt !== null, room: room !== undefined })}
          isBusy={book.isBusy}
          onGo={() =>
            startsAt &&
            book.run({
              disputeId,
              version: overview.proceeding?.version,
              kind,
              startsAt: startsAt.toISOString(),
              minutes: when.minutes,
              roomId: when.roomId,
              partyIds: [...who.partyIds],
              personIds: [...who.personIds],
              despite,
            })
          }
        >
          {t("submit")}
        </NeedsButton>
      </div>
    </Sheet>
  );
}

function KindChoice({ kind, onChange }: { kind: SessionKind; onChange: (kind: SessionKind) => void }) {
  const t = useTranslations("sessions.book");
  const kinds = useTranslations("vocabulary.sessionKinds");
  return (
    <FormSection title={t("kind")} hint={t("kindHint")}>
      <SegmentField
        label={t("kindLabel")}
        segments={sessionKinds.map((value) => ({ value, label: kinds(value) }))}
        value={kind}
        onChange={onChange}
      />
    </FormSection>
  );
}

interface WhatIsBookedProps {
  startsAt: Date | null;
  minutes: number;
  room: RoomChoice | undefined;
  /** The number of people who are to come. */
  count: number;
}

function WhatIsBooked({ startsAt, minutes, room, count }: WhatIsBookedProps) {
  const t = useTranslations("sessions.book");
  const f = useFormat();
  const roomWords = useRoomWords();
  return (
    <div>
      {startsAt && room ? (
        <>
          <b>
            {t("foot", {
              span: f.span(startsAt, new Date(startsAt.getTime() + minutes * 60_000)),
              room: roomWords(room),
            })}
          </b>
          <span className={styles.quiet}>{t("footNote", { count: count })}</span>
        </>
      ) : (
        <span className={styles.quiet}>{t("footWait")}</span>
      )}
    </div>
  );
}

function Folded({ word, onOpen }: { word: string; onOpen: () => void }) {
  return (
    <div>
      <Button onClick={onOpen}>{word}</Button>
    </div>
  );
}
