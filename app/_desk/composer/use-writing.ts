"use client";
import { useLocale } from "next-intl";
import { useCallback, useMemo } from "react";
import { v7 } from "uuid";
import { isPrivate } from "@/app/_lanes/lane-key";
import { formatSide } from "@/app/_ui/format/format-number";
import { concern } from "../concern";
import type { DeskCards } from "../cover/use-cards";
import type { DeskCover } from "../cover/use-cover";
import { afterWriting, type Draft, emptyDraft } from "../outbox/drafts";
import { type DeskConnection, useOfDrafts } from "../outbox/use-connection";
import type { ServerState } from "../use-desk-state";
import type { Speaker } from "./composer-words";

/** Who may have spoken, and how typed words become cards. Components read the draft itself by `useDraft`. */
export interface Writing {
  speakers: readonly Speaker[];
  laneKey: string;
  /** An untouched draft of this lane. */
  blank: Draft;
  /** Reads the current draft, for acts; a component that shows the draft uses `useDraft`. */
  draftNow: () => Draft;
  setDraft: (next: Draft) => void;
  write: (words: Draft) => void;
}

export const [WritingContext, useWriting] = concern<Writing>("writing");

/** The draft of the chosen lane; its readers are redrawn by every keystroke. */
export function useDraft(): Draft {
  const { laneKey, blank } = useWriting();
  return useOfDrafts((all) => all[laneKey] ?? blank);
}

/** Parties and people of this session; in a caucus without the parties of the sides outside the room. */
function useSpeakers(
  { sides, people }: Pick<ServerState["state"], "sides" | "people">,
  caucus: number | null,
): Speaker[] {
  const locale = useLocale();
  return useMemo(
    () => [
      ...sides.flatMap(({ side, parties }) =>
        caucus !== null && caucus !== side
          ? []
          : parties.map((party, index) => ({
              key: `party:${party.id}`,
              name: party.name,
              side,
              letter: index === 0 ? formatSide(side - 1, locale) : "",
            })),
      ),
      ...people.flatMap((one) =>
        one.personId ? [{ key: `person:${one.personId}`, name: one.name, side: null, letter: "" }] : [],
      ),
    ],
    [sides, people, caucus, locale],
  );
}

export function useDeskWriting(
  { state, where, offset }: ServerState,
  { add, drafts, keepDraft }: DeskConnection,
  { cover, dispatch }: DeskCover,
  { lane }: DeskCards,
): Writing {
  const speakers = useSpeakers(state, cover.caucus);
  const laneKey = lane?.key ?? "joint";
  // In a caucus with a single person, that person is the speaker.
  const alone = lane?.side ? state.sides.find((one) => one.side === lane.side)?.parties : undefined;
  const only = alone?.length === 1 && alone[0] ? `party:${alone[0].id}` : null;
  const blank = useMemo(() => ({ ...emptyDraft, speaker: only }), [only]);
  const draftNow = useCallback(() => drafts.all()[laneKey] ?? blank, [drafts, laneKey, blank]);
  const setDraft = useCallback(
    (next: Draft) => {
      drafts.change((all) => ({ ...all, [laneKey]: next }));
      keepDraft(laneKey, next);
    },
    [drafts, laneKey, keepDraft],
  );
  const write = useCallback(
    (words: Draft) => {
      if (!lane || !words.text.trim()) return;
      const speaker = speakers.find((one) => one.key === words.speaker) ?? null;
      const [type, id] = words.speaker?.split(":") ?? [];
      const cardId = v7();
      const input = {
        ...where,
        cardId,
        lane: lane.lane,
        side: lane.side,
        kind: words.kind,
        partyId: type === "party" && speaker && id ? id : null,
        personId: type === "person" && speaker && id ? id : null,
        text: words.text.trim(),
        answersId: words.kind === "proposal" ? words.answersId : null,
        writtenAt: new Date(Date.now() + offset).toISOString(),
      };
      add({ do: "write", input, speaker: speaker?.name ?? null }, isPrivate(lane.lane));
      if (isPrivate(lane.lane) && lane.lane !== "sealed")
        dispatch({ type: "open", id: cardId, words: { text: input.text, speaker: speaker?.name ?? null } });
      // In a caucus with a single person, the next column has the same speaker too.
      const next = afterWriting(words);
      setDraft(only && words.speaker === only ? { ...next, isCarried: false } : next);
    },
    [lane, speakers, where, offset, add, dispatch, setDraft, only],
  );
  return useMemo(
    () => ({ speakers, laneKey, blank, draftNow, setDraft, write }),
    [speakers, laneKey, blank, draftNow, setDraft, write],
  );
}
