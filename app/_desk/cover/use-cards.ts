"use client";
import { useCallback, useMemo } from "react";
import { v7 } from "uuid";
import { isPrivate } from "@/app/_lanes/lane-key";
import type { CardKind, CardState } from "@/db/vocabulary";
import { concern } from "../concern";
import { type DeskAct, type ShownCard, shownCards } from "../outbox/outbox";
import type { DeskConnection } from "../outbox/use-connection";
import type { ServerState } from "../use-desk-state";
import { isCardThere } from "./cover";
import { type LaneTab, laneTabs } from "./lanes";
import type { DeskCover } from "./use-cover";

/** The cards shown on the desk now, unsent ones too, and their lanes. */
export interface DeskCards {
  cards: readonly ShownCard[];
  tabs: readonly LaneTab[];
  /** Sides listed in the menu of the others. */
  others: readonly LaneTab[];
  /** The chosen lane: typed words go there. */
  lane: LaneTab | undefined;
  change: (card: ShownCard, what: { text?: string; state?: CardState; kind?: CardKind }) => void;
  /** Writes an entry by the desk itself into the joint lane, such as that the rights were told. */
  note: (text: string) => void;
}

export const [CardsContext, useCards] = concern<DeskCards>("cards");

export function useDeskCards(
  server: ServerState,
  connection: DeskConnection,
  { cover, dispatch }: DeskCover,
): DeskCards {
  const { state, where, offset } = server;
  const { box, add } = connection;
  const all = useMemo(() => shownCards(state.cards, box), [state.cards, box]);
  const cards = useMemo(() => all.filter((card) => isCardThere(cover, card)), [cover, all]);
  const { tabs, others } = useMemo(() => laneTabs(state, cover, all), [state, cover, all]);
  const lane = [...tabs, ...others].find((tab) => tab.key === cover.lane) ?? tabs[0];

  const note = useCallback(
    (text: string) => {
      const input = {
        ...where,
        cardId: v7(),
        lane: "joint" as const,
        side: null,
        kind: "note" as const,
        partyId: null,
        personId: null,
        text,
        answersId: null,
        writtenAt: new Date(Date.now() + offset).toISOString(),
      };
      add({ do: "write", input, speaker: null }, false);
    },
    [where, offset, add],
  );
  const change = useCallback(
    (card: ShownCard, what: { text?: string; state?: CardState; kind?: CardKind }) => {
      const act: DeskAct = { do: "change", input: { ...where, cardId: card.id, cardVersion: card.version, ...what } };
      add(act, isPrivate(card.lane));
      const words = cover.opened[card.id];
      if (what.text !== undefined && words)
        dispatch({ type: "open", id: card.id, words: { ...words, text: what.text } });
    },
    [where, add, cover.opened, dispatch],
  );
  return useMemo(() => ({ cards, tabs, others, lane, change, note }), [cards, tabs, others, lane, change, note]);
}
