import type { ChangeCardInput, WriteCardInput } from "@/server/desk/inputs";
import type { DeskCard } from "@/server/desk/reads/desk";

/** An act that the desk still has to send to the server. */
export type DeskAct =
  | { do: "write"; input: WriteCardInput; speaker: string | null }
  | { do: "change"; input: ChangeCardInput };

export interface Waiting {
  /** The idempotency key; sent again it is the same act. */
  key: string;
  act: DeskAct;
  /** Belongs to a private lane: never stored unencrypted on this device. */
  isPrivate: boolean;
  /** Being sent now; later changes may not be merged into it any more. */
  isSent: boolean;
}

/** Another person changed the card meanwhile: both versions wait for the mediator's decision. */
export interface Conflict {
  key: string;
  mine: ChangeCardInput;
  isPrivate: boolean;
}

/** Refused by the server for a reason that a retry does not change; the words are kept for reading and copying. */
export interface Refused {
  key: string;
  act: DeskAct;
  code: string;
  params: Record<string, string | number>;
  isPrivate: boolean;
}

export interface Outbox {
  waiting: readonly Waiting[];
  conflicts: readonly Conflict[];
  refused: readonly Refused[];
}

export const emptyOutbox: Outbox = { waiting: [], conflicts: [], refused: [] };

export const cardOf = (act: DeskAct): string => act.input.cardId;

/** Adds an act at the end. New words for a card that has not been sent yet replace its words. */
export function withAct(box: Outbox, key: string, act: DeskAct, isPrivate: boolean): Outbox {
  if (act.do === "change" && act.input.text !== undefined && !act.input.state && !act.input.kind) {
    const text = act.input.text;
    const at = box.waiting.findLastIndex((one) => cardOf(one.act) === act.input.cardId);
    const last = box.waiting[at];
    if (last && !last.isSent) {
      const input = { ...last.act.input, text };
      const folded = { ...last, act: { ...last.act, input } as DeskAct };
      return { ...box, waiting: box.waiting.with(at, folded) };
    }
  }
  return { ...box, waiting: [...box.waiting, { key, act, isPrivate, isSent: false }] };
}

/** The next act to send: strictly the first, since a counter-offer needs the card it answers. */
export const nextOf = (box: Outbox): Waiting | null => box.waiting[0] ?? null;

export const marked = (box: Outbox, key: string, isSent: boolean): Outbox => ({
  ...box,
  waiting: box.waiting.map((one) => (one.key === key ? { ...one, isSent } : one)),
});

/** The server has it. Later changes of the same card now build upon the version the server returned. */
export function arrived(box: Outbox, key: string, version: number): Outbox {
  const done = box.waiting.find((one) => one.key === key);
  if (!done) return box;
  return { ...box, waiting: rebased(without(box, key).waiting, cardOf(done.act), version) };
}

/** Another person changed the card first. Further changes of it become part of the conflict, so they leave the queue. */
export function clashed(box: Outbox, key: string): Outbox {
  const mine = box.waiting.find((one) => one.key === key);
  if (mine?.act.do !== "change") return without(box, key);
  const cardId = cardOf(mine.act);
  const later = box.waiting.filter((one) => one.act.do === "change" && cardOf(one.act) === cardId);
  const input: ChangeCardInput = { ...mine.act.input };
  for (const { act } of later) if (act.do === "change") Object.assign(input, shownChange(act.input));
  return {
    ...box,
    waiting: box.waiting.filter((one) => !later.includes(one)),
    conflicts: [...box.conflicts, { key, mine: input, isPrivate: mine.isPrivate }],
  };
}

/** The server refused it. Acts on a card that was never created are refused with it. */
export function turnedDown(box: Outbox, key: string, code: string, params: Refused["params"]): Outbox {
  const done = box.waiting.find((one) => one.key === key);
  if (!done) return box;
  const lost = new Set(done.act.do === "write" ? [cardOf(done.act)] : []);
  const gone = box.waiting.filter((one) => one.key === key || lost.has(cardOf(one.act)));
  const refused = gone.map((one) => ({ key: one.key, act: one.act, code, params, isPrivate: one.isPrivate }));
  return {
    ...box,
    waiting: box.waiting.filter((one) => !gone.includes(one)),
    refused: [...box.refused, ...refused],
  };
}

export type Settlement = "theirs" | "mine" | "both";

/**
 * The mediator's decision on a conflict: theirs drops mine; mine is sent again upon the version now on the server;
 * both keeps theirs and writes mine as a card of its own.
 */
export function settledConflict(
  box: Outbox,
  key: string,
  how: Settlement,
  now: { card: DeskCard; newKey: string; newCardId: string; at: string },
): Outbox {
  const conflict = box.conflicts.find((one) => one.key === key);
  if (!conflict) return box;
  const rest = { ...box, conflicts: box.conflicts.filter((one) => one !== conflict) };
  if (how === "theirs") return rest;
  const { mine, isPrivate } = conflict;
  if (how === "mine")
    return withAct(rest, now.newKey, { do: "change", input: { ...mine, cardVersion: now.card.version } }, isPrivate);
  const { card } = now;
  return withAct(
    rest,
    now.newKey,
    {
      do: "write",
      speaker: card.speaker,
      input: {
        disputeId: mine.disputeId,
        sessionId: mine.sessionId,
        cardId: now.newCardId,
        lane: card.lane,
        side: card.side,
        kind: mine.kind ?? card.kind,
        partyId: card.partyId,
        personId: card.personId,
        text: mine.text ?? card.text ?? "",
        answersId: card.answersId,
        writtenAt: now.at,
      },
    },
    isPrivate,
  );
}

/** Everything the server does not have, whether waiting, in conflict or refused. */
export const unsentIn = (box: Outbox): readonly { key: string; act: DeskAct; isPrivate: boolean }[] => [
  ...partOf(box, false),
  ...partOf(box, true),
];

export interface UnsentWord {
  key: string;
  text: string;
  isPrivate: boolean;
}

/** The words among what the server does not have, drafts included; a change of state alone (agreed, withdrawn) has none. */
export const unsentWords = (box: Outbox, drafts: Readonly<Record<string, { text: string }>>): UnsentWord[] => [
  ...unsentIn(box).flatMap(({ key, act, isPrivate }) =>
    act.input.text ? [{ key, text: act.input.text, isPrivate }] : [],
  ),
  ...Object.entries(drafts).flatMap(([lane, { text }]) =>
    text.trim() ? [{ key: lane, text: text.trim(), isPrivate: lane !== "joint" }] : [],
  ),
];

export const dropped = (box: Outbox, key: string): Outbox => ({
  ...box,
  refused: box.refused.filter((one) => one.key !== key),
});

/**
 * Acts of the joint lane may be stored unencrypted on the device; private ones only encrypted. Conflicts and refusals
 * are stored as still to be sent: after a reload they get the same answer and are shown again.
 */
export const partOf = (box: Outbox, isPrivate: boolean): readonly Waiting[] =>
  [
    ...box.conflicts.map(({ key, mine, isPrivate }) => ({
      key,
      act: { do: "change" as const, input: mine },
      isPrivate,
    })),
    ...box.refused.map(({ key, act, isPrivate }) => ({ key, act, isPrivate })),
    ...box.waiting,
  ]
    .filter((one) => one.isPrivate === isPrivate)
    .map(({ key, act, isPrivate }) => ({ key, act, isPrivate, isSent: false }));

/** Acts stored before the page was opened are sent first; those done since come after them. */
export const restored = (box: Outbox, kept: readonly Waiting[]): Outbox => ({
  ...box,
  waiting: [
    ...kept.filter((old) => [...box.waiting, ...box.conflicts, ...box.refused].every((one) => one.key !== old.key)),
    ...box.waiting,
  ],
});

export interface ShownCard extends DeskCard {
  /** Not, or not completely, on the server yet. */
  isWaiting: boolean;
}

/** The cards as the mediator sees them: the server's, with the changes that still wait applied to them. */
export function shownCards(cards: readonly DeskCard[], box: Outbox): ShownCard[] {
  const all = new Map<string, ShownCard>(cards.map((card) => [card.id, { ...card, isWaiting: false }]));
  for (const { act } of box.waiting) {
    const before = all.get(cardOf(act));
    if (act.do === "write") {
      if (before) continue;
      const { input } = act;
      all.set(input.cardId, {
        id: input.cardId,
        lane: input.lane,
        side: input.side,
        kind: input.kind,
        partyId: input.partyId,
        personId: input.personId,
        speaker: act.speaker,
        text: input.text,
        state: "live",
        answersId: input.answersId,
        version: 1,
        writtenAt: input.writtenAt ?? "",
        changedAt: input.writtenAt ?? "",
        authorName: "",
        isWaiting: true,
      });
    } else if (before) {
      all.set(before.id, { ...before, ...shownChange(act.input), isWaiting: true });
    }
  }
  return [...all.values()].sort(
    (a, b) => Date.parse(a.writtenAt) - Date.parse(b.writtenAt) || a.id.localeCompare(b.id),
  );
}

/** The server's cards with an act that has just arrived: what the next read would show. Private words are left out. */
export function laid(cards: readonly DeskCard[], act: DeskAct, version: number): DeskCard[] {
  if (act.do === "change") {
    const { cardId } = act.input;
    return cards.map((card) => {
      if (card.id !== cardId) return card;
      const { text, ...rest } = shownChange(act.input);
      return { ...card, ...rest, ...(text === undefined || isCovered(card) ? {} : { text }), version };
    });
  }
  const { input } = act;
  // The server never sends sealed cards back.
  if (input.lane === "sealed" || cards.some((card) => card.id === input.cardId)) return [...cards];
  const [card] = shownCards([], { ...emptyOutbox, waiting: [{ key: "", act, isPrivate: false, isSent: true }] });
  if (!card) return [...cards];
  const { isWaiting: _gone, ...plain } = card;
  const away = { text: null, speaker: null, partyId: null, personId: null };
  return [...cards, { ...plain, ...(isCovered(plain) ? away : {}), version }];
}

const isCovered = ({ lane }: DeskCard) => lane !== "joint" && lane !== "open";

const shownChange = ({ text, state, kind }: Pick<ChangeCardInput, "text" | "state" | "kind">) => ({
  ...(text === undefined ? {} : { text }),
  ...(state === undefined ? {} : { state }),
  ...(kind === undefined ? {} : { kind }),
});

const without = (box: Outbox, key: string): Outbox => ({
  ...box,
  waiting: box.waiting.filter((one) => one.key !== key),
});

function rebased(waiting: readonly Waiting[], cardId: string, version: number): Waiting[] {
  return waiting.map((one) =>
    one.act.do === "change" && cardOf(one.act) === cardId
      ? { ...one, act: { ...one.act, input: { ...one.act.input, cardVersion: version } } }
      : one,
  );
}
