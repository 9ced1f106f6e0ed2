"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";
import { isPrivate } from "@/app/_lanes/lane-key";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { formatSide } from "@/app/_ui/format/format-number";
import type { CardKind, CardState } from "@/db/vocabulary";
import { useTicks } from "./attendance/use-ticks";
import type { Speaker } from "./composer/composer-words";
import { isCardThere } from "./cover/cover";
import { laneTabs } from "./cover/lanes";
import { useDeskCover } from "./cover/use-desk-cover";
import type { DeskState } from "./desk";
import { useRecorder } from "./files/use-recorder";
import { useUploads } from "./files/use-uploads";
import { shelfKey } from "./line/desk-store";
import { afterWriting, type Draft, emptyDraft } from "./line/drafts";
import { type DeskAct, laid, leftIn, leftWords, type ShownCard, shownCards } from "./line/outbox";
import { outcomeOf } from "./line/send-act";
import { useOutbox } from "./line/use-outbox";

const lookMs = 5_000;

interface DeskOptions {
  disputeId: string;
  personId: string;
  initial: DeskState;
}

/** Everything the parts of the desk share: what the server has, what waits, what is covered, what is half-typed. */
export function useDesk({ disputeId, personId, initial }: DeskOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const where = useMemo(() => ({ disputeId, sessionId: initial.session.id }), [disputeId, initial.session.id]);
  const { cover, dispatch } = useDeskCover();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const options = trpc.desk.state.queryOptions(where, { initialData: initial, refetchInterval: lookMs, staleTime: 0 });
  const query = useQuery(options);
  const state: DeskState = query.data;
  const { queryKey } = options;

  const look = useCallback(() => queryClient.invalidateQueries({ queryKey }), [queryClient, queryKey]);
  const outbox = useOutbox({
    shelf: shelfKey(personId, where.sessionId),
    secret: initial.shelfSecret,
    newKey: v7,
    onArrived(act, version) {
      void queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (before) => before && { ...before, cards: laid(before.cards, act, version) });
    },
    onRecalled: (kept) =>
      setDrafts((all) => ({ ...kept, ...Object.fromEntries(Object.entries(all).filter(([, { text }]) => text)) })),
    onClash: () => void look(),
  });

  const seeFiles = useCallback(() => void look(), [look]);
  const uploads = useUploads({ ...where, onDone: seeFiles });
  const recorder = useRecorder((file, place) => uploads.add(file, "audio", place));

  const { noteLine, add } = outbox;
  const fall = useCallback(() => noteLine(false), [noteLine]);
  const ticks = useTicks({ where, isUp: outbox.line === "up", look, onAway: fall });
  const { dataUpdatedAt, error } = query;
  useEffect(() => {
    if (dataUpdatedAt) noteLine(true);
  }, [dataUpdatedAt, noteLine]);
  useEffect(() => {
    if (error && outcomeOf(error).is === "away") noteLine(false);
  }, [error, noteLine]);

  // The server's clock decides how long they have talked; this machine's may be wrong.
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset(Date.parse(state.serverNow) - Date.now()), [state.serverNow]);

  const cards = useMemo(() => shownCards(state.cards, outbox.box), [state.cards, outbox.box]);
  const { tabs, others } = laneTabs(state, cover, cards);
  const lane = [...tabs, ...others].find((tab) => tab.key === cover.lane) ?? tabs[0];
  const laneNow = lane?.key ?? "joint";

  const speakers = useMemo<Speaker[]>(() => {
    const parties = state.sides.flatMap(({ side, parties: all }) =>
      cover.caucus !== null && cover.caucus !== side
        ? []
        : all.map((party, index) => ({
            key: `party:${party.id}`,
            name: party.name,
            side,
            letter: index === 0 ? formatSide(side - 1, locale) : "",
          })),
    );
    const people = state.people.flatMap((one) =>
      one.personId ? [{ key: `person:${one.personId}`, name: one.name, side: null, letter: "" }] : [],
    );
    return [...parties, ...people];
  }, [state.sides, state.people, cover.caucus, locale]);

  // Alone with one person, it is that person who speaks.
  const alone = lane?.side ? state.sides.find((one) => one.side === lane.side)?.parties : undefined;
  const only = alone?.length === 1 ? alone[0] : undefined;
  const draft = drafts[laneNow] ?? { ...emptyDraft, speaker: only ? `party:${only.id}` : null };
  const setDraft = useCallback(
    (next: Draft) => {
      setDrafts((all) => ({ ...all, [laneNow]: next }));
      outbox.keepDraft(laneNow, next);
    },
    [laneNow, outbox.keepDraft],
  );

  function write(words: Draft): void {
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
    // Alone with one person, nobody else can be meant by the next column either.
    const next = afterWriting(words);
    setDraft(only && words.speaker === `party:${only.id}` ? { ...next, isCarried: false } : next);
  }

  /** A note of the desk at the table, such as that the rights were told. */
  function note(text: string): void {
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
  }

  function change(card: ShownCard, what: { text?: string; state?: CardState; kind?: CardKind }): void {
    const act: DeskAct = { do: "change", input: { ...where, cardId: card.id, cardVersion: card.version, ...what } };
    add(act, isPrivate(card.lane));
    const words = cover.opened[card.id];
    if (what.text !== undefined && words) dispatch({ type: "open", id: card.id, words: { ...words, text: what.text } });
  }

  /** Fetches the words of a covered card, for as long as `isWanted` says so. Each opening is logged by the server. */
  const wanted = useRef(new Set<string>());
  const open = useCallback(
    async (card: ShownCard) => {
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
        if (outcomeOf(failure).is === "away") noteLine(false);
      }
    },
    [client, disputeId, dispatch, noteLine],
  );
  const release = useCallback(
    (id: string) => {
      wanted.current.delete(id);
      dispatch({ type: "release", id });
    },
    [dispatch],
  );

  // Nobody is left to be recorded; what was said until now is kept.
  const { recording, stop } = recorder;
  const isOver = state.session.status !== "booked";
  useEffect(() => {
    if (isOver && recording) stop(true);
  }, [isOver, recording, stop]);

  const { clear } = outbox;
  const forget = useCallback(() => {
    setDrafts({});
    clear();
  }, [clear]);

  const may = useCallback((action: DeskState["allowed"][number]) => state.allowed.includes(action), [state.allowed]);

  return {
    disputeId,
    where,
    state,
    cards: cards.filter((card) => isCardThere(cover, card)),
    cover,
    dispatch,
    tabs,
    others,
    lane,
    speakers,
    draft,
    setDraft,
    write,
    note,
    change,
    open,
    release,
    outbox,
    uploads,
    ticks,
    recorder,
    look,
    may,
    offset,
    /** Lays aside all that has not reached the server. */
    forget,
    /** Words written here that the server does not have; null until this machine's own are looked up. */
    left: outbox.isRecalled ? leftWords(outbox.box, drafts) : null,
    /** Every lane's half-typed words, so that the line's strip can say what would be lost. */
    hasPrivateWords:
      leftIn(outbox.box).some((one) => one.isPrivate) ||
      Object.entries(drafts).some(([key, one]) => key !== "joint" && one.text.trim() !== ""),
  };
}
export type Desk = ReturnType<typeof useDesk>;

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this part. */
export function useDeskHere(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("a part of the desk stands outside of it");
  return desk;
}
