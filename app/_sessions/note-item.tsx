"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { LaneCard } from "@/app/_ui/lane-card";
import { useLaneWords } from "@/app/_ui/lane-chip";
import { ProblemNote } from "@/app/_ui/problem-note";
import { useFormat } from "@/app/_ui/use-format";
import { isPrivate, type LaneChoice, laneOf } from "./lane-key";
import styles from "./lanes.module.css";
import type { NoteCard } from "./session";

interface NoteItemProps {
  disputeId: string;
  note: NoteCard;
  choice: LaneChoice;
  /** The words, while this card is open; they are nowhere in the page otherwise. */
  opened: string | undefined;
  onOpen: (text: string) => void;
  onCover: () => void;
}

/** One note in its lane; a private one is fetched when looked at, and dropped when covered. */
export function NoteItem({ disputeId, note, choice, opened, onOpen, onCover }: NoteItemProps) {
  const t = useTranslations("sessions.notes");
  const f = useFormat();
  const trpc = useTRPC();
  const of = laneOf(choice);
  const words = useLaneWords(of);
  const open = useAct(trpc.sessions.openNote.mutationOptions(), { refresh: false, onDone: ({ text }) => onOpen(text) });
  const text = note.text ?? opened;
  const time = f.dayTime(note.writtenAt);
  const meta = (
    <>
      <time dateTime={note.writtenAt}>
        {isPrivate(note.lane) && text === undefined ? time : t("author", { name: note.author, time })}
      </time>
      {note.ordinal ? <span>{t("inSession", { n: note.ordinal })}</span> : null}
      {isPrivate(note.lane) ? (
        <span className={styles.look}>
          {text === undefined ? (
            <Button
              small
              variant="text"
              busy={open.isBusy}
              aria-label={t("openNamed", { lane: words, time })}
              onClick={() => open.run({ disputeId, noteId: note.id })}
            >
              {t("open")}
            </Button>
          ) : (
            <Button small variant="text" onClick={onCover}>
              {t("cover")}
            </Button>
          )}
        </span>
      ) : null}
    </>
  );
  return (
    <LaneCard {...of} meta={meta}>
      {text === undefined ? (
        open.problem ? (
          <ProblemNote problem={open.problem} />
        ) : undefined
      ) : (
        <p className={styles.text}>{text}</p>
      )}
    </LaneCard>
  );
}
