"use client";
import { useTranslations } from "next-intl";
import { OpenedCard } from "@/app/_lanes/opened-card";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { useFormat } from "@/app/_ui/format/use-format";
import { isPrivate, type LaneChoice, laneOf } from "../_lanes/lane-key";
import type { NoteCard } from "./session";

interface NoteItemProps {
  disputeId: string;
  note: NoteCard;
  choice: LaneChoice;
  /** The words while this card is open; otherwise they are nowhere in the page. */
  opened: string | undefined;
  onOpen: (text: string) => void;
  onCover: () => void;
}

/** One note in its lane; a private one is fetched when opened and dropped when covered. */
export function NoteItem({ disputeId, note, choice, opened, onOpen, onCover }: NoteItemProps) {
  const t = useTranslations("sessions.notes");
  const f = useFormat();
  const trpc = useTRPC();
  const of = laneOf(choice);
  const open = useAct(trpc.notes.open.mutationOptions(), { refresh: false, onDone: ({ text }) => onOpen(text) });
  const text = note.text ?? opened;
  const time = f.dayTime(note.writtenAt);
  const meta = (
    <>
      <time dateTime={note.writtenAt}>
        {isPrivate(note.lane) && text === undefined ? time : t("author", { name: note.author, time })}
      </time>
      {note.ordinal ? <span>{t("inSession", { n: note.ordinal })}</span> : null}
    </>
  );
  return (
    <OpenedCard
      {...of}
      meta={meta}
      time={time}
      text={text}
      isPrivate={isPrivate(note.lane)}
      act={open}
      onLook={() => open.run({ disputeId, noteId: note.id })}
      onCover={onCover}
    />
  );
}
