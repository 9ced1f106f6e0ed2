"use client";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Kbd } from "@/app/_ui/actions/kbd";
import { Banner } from "@/app/_ui/feedback/banner";
import { Empty } from "@/app/_ui/feedback/empty";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { ListEnd } from "@/app/_ui/lists/list-end";
import type { Lane } from "@/db/vocabulary";
import { isPrivate, laneChoices, laneKey } from "../_lanes/lane-key";
import styles from "./lanes.module.css";
import { LanePills, NoteComposer } from "./note-composer";
import { NoteItem } from "./note-item";
import type { NoteCard } from "./session";
import { useCover } from "./use-cover";

interface LaneNotesProps {
  disputeId: string;
  notes: readonly NoteCard[];
  sides: readonly { side: number; names: string[] }[];
  /** Lanes the reader may write into; empty hides the composer. */
  lanes: readonly Lane[];
  /** The most characters; named by the page, so that phones do not fetch the limits of all forms. */
  textMax: number;
  /** How many notes the list holds at most; named by the page as well. */
  listMost: number;
}

/** Notes in their lanes. Private ones are covered until opened; Esc hides even that they exist. */
export function LaneNotes({ disputeId, notes, sides, lanes, textMax, listMost }: LaneNotesProps) {
  const t = useTranslations("sessions.notes");
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState("all");
  const forget = useCallback(() => {
    setOpened({});
    setShown("all");
  }, []);
  const { isCovered, cover, uncover } = useCover(forget);
  const hide = () => {
    cover();
    forget();
  };
  const known = laneChoices([...new Set<Lane>(["open", "joint", ...lanes, ...notes.map((note) => note.lane)])], sides);
  const hasPrivate = known.some((choice) => isPrivate(choice.lane));
  const visible = known.filter((choice) => !isCovered || !isPrivate(choice.lane));
  const listed = notes.filter((note) => visible.some((choice) => laneKey(choice) === laneKey(note)));
  const counts = Object.fromEntries(
    visible.map((choice) => [laneKey(choice), listed.filter((note) => laneKey(note) === laneKey(choice)).length]),
  );
  const ofLane = listed.filter((note) => shown === "all" || laneKey(note) === shown);
  const writable = laneChoices(lanes, sides).filter((choice) => !isCovered || !isPrivate(choice.lane));
  return (
    <Stack>
      <SectionHead
        title={t("title")}
        note={hasPrivate && !isCovered ? t("hint") : undefined}
        end={
          hasPrivate && !isCovered ? (
            <Button small onClick={hide}>
              {t("coverAll")} <Kbd>Esc</Kbd>
            </Button>
          ) : undefined
        }
      />
      {isCovered && hasPrivate ? (
        <Banner
          action={
            <Button small onClick={uncover}>
              {t("show")}
            </Button>
          }
        >
          {t("hidden")}
        </Banner>
      ) : null}
      {writable.length > 0 ? <NoteComposer disputeId={disputeId} choices={writable} textMax={textMax} /> : null}
      {visible.length > 1 && listed.length > 0 ? (
        <LanePills
          choices={visible.filter((choice) => counts[laneKey(choice)])}
          value={shown}
          onChange={setShown}
          label={t("tabs")}
          all={t("all")}
          counts={counts}
        />
      ) : null}
      {ofLane.length === 0 ? <Empty>{t("empty")}</Empty> : null}
      <ul className={styles.notes}>
        {ofLane.map((note) => {
          const choice = visible.find((one) => laneKey(one) === laneKey(note));
          return choice ? (
            <li key={note.id}>
              <NoteItem
                disputeId={disputeId}
                note={note}
                choice={choice}
                opened={opened[note.id]}
                onOpen={(text) => setOpened((before) => ({ ...before, [note.id]: text }))}
                onCover={() => setOpened(({ [note.id]: _gone, ...rest }) => rest)}
              />
            </li>
          ) : null;
        })}
      </ul>
      <ListEnd rows={notes} most={listMost} />
    </Stack>
  );
}
