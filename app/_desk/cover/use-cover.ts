"use client";
import { type Dispatch, useCallback, useMemo, useRef } from "react";
import { v7 } from "uuid";
import { useTRPCClient } from "@/app/_trpc/client";
import { concern } from "../concern";
import { outcomeOf } from "../outbox/send-act";
import type { Cover, CoverStep } from "./cover";
import { useDeskCover } from "./use-desk-cover";

/** What opening a card needs; the words of a covered card are not part of it. */
interface Openable {
  id: string;
  text: string | null;
  speaker: string | null;
}

/** What is covered, who is in the room, which private words are open. */
export interface DeskCover {
  cover: Cover;
  dispatch: Dispatch<CoverStep>;
  /** Fetches the words of a covered card until it is released. The server logs each opening. */
  open: (card: Openable) => Promise<void>;
  release: (id: string) => void;
}

export const [CoverContext, useCover] = concern<DeskCover>("cover");

export function useCoverHere(disputeId: string, onAway: () => void): DeskCover {
  const client = useTRPCClient();
  const { cover, dispatch } = useDeskCover();
  const wanted = useRef(new Set<string>());
  const open = useCallback(
    async (card: Openable) => {
      wanted.current.add(card.id);
      if (card.text !== null) {
        dispatch({ type: "open", id: card.id, words: { text: card.text, speaker: card.speaker } });
        return;
      }
      try {
        const { text, speaker } = await client.desk.openCard.mutate({
          key: v7(),
          input: { disputeId, cardId: card.id },
        });
        if (wanted.current.has(card.id)) dispatch({ type: "open", id: card.id, words: { text, speaker } });
      } catch (failure) {
        if (outcomeOf(failure).is === "away") onAway();
      }
    },
    [client, disputeId, dispatch, onAway],
  );
  const release = useCallback(
    (id: string) => {
      wanted.current.delete(id);
      dispatch({ type: "release", id });
    },
    [dispatch],
  );
  return useMemo(() => ({ cover, dispatch, open, release }), [cover, dispatch, open, release]);
}
