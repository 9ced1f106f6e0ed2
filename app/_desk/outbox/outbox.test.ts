import { describe, expect, it } from "vitest";
import { pauseAfter } from "@/app/_trpc/pause-after";
import type { DeskCard } from "@/server/desk/reads/desk";
import {
  arrived,
  clashed,
  type DeskAct,
  emptyOutbox,
  laid,
  marked,
  nextOf,
  type Outbox,
  partOf,
  restored,
  settledConflict,
  shownCards,
  turnedDown,
  unsentWords,
  withAct,
} from "./outbox";

const where = { disputeId: "d", sessionId: "s" };
const write = (cardId: string, text = `words of ${cardId}`, over: object = {}): DeskAct => ({
  do: "write",
  speaker: "刘玉芬",
  input: {
    ...where,
    cardId,
    lane: "joint",
    side: null,
    kind: "claim",
    partyId: "p1",
    personId: null,
    text,
    answersId: null,
    writtenAt: `2026-11-26T06:3${cardId.length}:00Z`,
    ...over,
  },
});
const change = (cardId: string, cardVersion: number, what: object): DeskAct => ({
  do: "change",
  input: { ...where, cardId, cardVersion, ...what },
});
const card = (id: string, over: Partial<DeskCard> = {}): DeskCard => ({
  id,
  lane: "joint",
  side: null,
  kind: "proposal",
  partyId: "p1",
  personId: null,
  speaker: "刘玉芬",
  text: "of the server",
  state: "live",
  answersId: null,
  version: 1,
  writtenAt: "2026-11-26T06:30:00Z",
  changedAt: "2026-11-26T06:30:00Z",
  authorName: "沈静",
  ...over,
});
const boxOf = (...acts: DeskAct[]): Outbox =>
  acts.reduce((box, act, index) => withAct(box, `k${index}`, act, false), emptyOutbox);
const now = (over: Partial<DeskCard> = {}) => ({
  card: card("a", { version: 5, ...over }),
  newKey: "new",
  newCardId: "b",
  at: "2026-11-26T07:00:00Z",
});

describe("what was done without a connection", () => {
  it("goes in the order it was done", () => {
    const box = boxOf(write("a"), write("b", "answer", { answersId: "a" }));
    expect(nextOf(box)?.key).toBe("k0");
    expect(nextOf(arrived(box, "k0", 1))?.key).toBe("k1");
  });
  it("new words of a card that has not left are its words; of one on its way a change of its own", () => {
    const folded = withAct(boxOf(write("a")), "x", change("a", 1, { text: "better" }), false);
    expect(folded.waiting).toHaveLength(1);
    expect(folded.waiting[0]?.act.input.text).toBe("better");
    const sent = withAct(marked(boxOf(write("a")), "k0", true), "x", change("a", 1, { text: "better" }), false);
    expect(sent.waiting.map((one) => one.key)).toEqual(["k0", "x"]);
  });
  it("a later change builds upon the version the server gave", () => {
    const box = boxOf(change("a", 3, { state: "agreed" }), change("a", 3, { state: "live" }));
    const act = nextOf(arrived(box, "k0", 4))?.act;
    expect(act?.do === "change" && act.input.cardVersion).toBe(4);
  });
  it("waits longer after each failure, never beyond half a minute", () => {
    expect([0, 1, 2, 3, 9].map(pauseAfter)).toEqual([2000, 2000, 4000, 8000, 30_000]);
  });
});

describe("what may be stored unencrypted on a shared device", () => {
  it("is the joint lane alone", () => {
    const box = withAct(withAct(emptyOutbox, "t", write("a"), false), "p", write("b"), true);
    expect(partOf(box, false).map((one) => one.key)).toEqual(["t"]);
    expect(partOf(box, true).map((one) => one.key)).toEqual(["p"]);
  });
  it("holds what clashed or was turned down too: it gets the same answer after a reload", () => {
    const mine = withAct(withAct(emptyOutbox, "c", change("a", 1, { text: "mine" }), true), "r", write("b"), false);
    const box = turnedDown(clashed(mine, "c"), "r", "sessionNotBooked", {});
    expect(box.waiting).toEqual([]);
    expect(partOf(box, true)).toMatchObject([
      { key: "c", isSent: false, act: { do: "change", input: { text: "mine" } } },
    ]);
    expect(partOf(box, false)).toMatchObject([{ key: "r", isSent: false, act: { do: "write" } }]);
    // Restored while they are still in the outbox, they are not sent twice.
    expect(restored(box, [...partOf(box, false), ...partOf(box, true)]).waiting).toEqual([]);
    const half = { joint: { text: " " }, mediator: { text: "half " } };
    expect(unsentWords(box, half).map(({ text, isPrivate }) => [text, isPrivate])).toEqual([
      ["words of b", false],
      ["mine", true],
      ["half", true],
    ]);
    // A change of state alone has no words that could be lost.
    const mark = turnedDown(boxOf(change("a", 1, { state: "agreed" })), "k0", "sessionNotBooked", {});
    expect(unsentWords(mark, {})).toEqual([]);
  });
  it("what was kept goes before what is new, and nothing twice", () => {
    const kept = partOf(boxOf(write("a")), false);
    const box = withAct(withAct(emptyOutbox, "k0", write("a"), false), "n", write("b"), false);
    expect(restored(box, kept).waiting.map((one) => one.key)).toEqual(["k0", "n"]);
    const fresh = withAct(emptyOutbox, "n", write("b"), false);
    expect(restored(fresh, kept).waiting.map((one) => one.key)).toEqual(["k0", "n"]);
  });
});

describe("two devices change one card", () => {
  const clash = clashed(boxOf(change("a", 1, { text: "mine" }), change("a", 1, { state: "agreed" }), write("c")), "k0");
  it("neither wins silently: mine waits with everything I did to it, the rest goes on", () => {
    expect(clash.conflicts[0]?.mine).toMatchObject({ text: "mine", state: "agreed" });
    expect(clash.waiting.map((one) => one.key)).toEqual(["k2"]);
  });
  it("theirs: mine is dropped", () => {
    const box = settledConflict(clash, "k0", "theirs", now());
    expect(box.conflicts).toEqual([]);
    expect(box.waiting).toHaveLength(1);
  });
  it("mine: goes again upon the version now on the server", () => {
    const last = settledConflict(clash, "k0", "mine", now()).waiting.at(-1)?.act;
    expect(last).toMatchObject({ do: "change", input: { cardId: "a", cardVersion: 5, text: "mine" } });
  });
  it("both: theirs stays, mine becomes a card of its own in the same lane", () => {
    const last = settledConflict(clash, "k0", "both", now({ lane: "side", side: 2 })).waiting.at(-1)?.act;
    expect(last).toMatchObject({ do: "write", input: { cardId: "b", lane: "side", side: 2, text: "mine" } });
  });
});

describe("a refusal that waiting does not cure", () => {
  it("keeps the words, takes what rests upon the card with it and lets the others go", () => {
    const box = turnedDown(boxOf(write("a"), change("a", 1, { state: "agreed" }), write("bb")), "k0", "deskClosed", {});
    expect(box.refused.map((one) => one.key)).toEqual(["k0", "k1"]);
    expect(box.waiting.map((one) => one.key)).toEqual(["k2"]);
  });
});

describe("the cards on the desk", () => {
  it("are the server's with mine applied to them, by time", () => {
    const box = boxOf(write("bbb"), change("a", 1, { state: "withdrawn" }));
    const shown = shownCards([card("a")], box);
    expect(shown.map((one) => [one.id, one.state, one.isWaiting])).toEqual([
      ["a", "withdrawn", true],
      ["bbb", "live", true],
    ]);
  });
  it("are in order of time, in whatever zone it is written", () => {
    const late = write("bbb", "later", { writtenAt: "2026-11-25T23:06:00Z" });
    const early = card("a", { writtenAt: "2026-11-26T06:44:00+08:00" });
    expect(shownCards([early], boxOf(late)).map((one) => one.id)).toEqual(["a", "bbb"]);
  });
  it("one that has arrived but is still in the queue is shown once", () => {
    expect(shownCards([card("a")], boxOf(write("a")))).toHaveLength(1);
  });
  it("one that has just arrived is shown as the next read will give it: without private words", () => {
    const table = laid([], write("a"), 1);
    expect(table).toMatchObject([{ id: "a", text: "words of a", version: 1 }]);
    expect(laid(table, change("a", 1, { text: "b", state: "agreed" }), 2)).toMatchObject([
      { text: "b", state: "agreed", version: 2 },
    ]);
    expect(laid([], write("a", "secret", { lane: "side", side: 1 }), 1)).toMatchObject([
      { lane: "side", side: 1, text: null, speaker: null, partyId: null },
    ]);
    expect(laid([], write("a", "secret", { lane: "sealed" }), 1)).toEqual([]);
  });
});

describe("a card moved to another column", () => {
  it("is shown there at once, is sent as an act of its own, and builds upon the version its writing was given", () => {
    const written = withAct(
      withAct(emptyOutbox, "k1", write("c1"), false),
      "k2",
      change("c1", 1, { kind: "fact" }),
      false,
    );
    expect(shownCards([], written)).toMatchObject([{ id: "c1", kind: "fact", isWaiting: true }]);
    const next = arrived(written, "k1", 4);
    expect(next.waiting.map((one) => one.act.input)).toMatchObject([{ kind: "fact", cardVersion: 4 }]);
    expect(laid([card("c1", { kind: "claim" })], change("c1", 1, { kind: "fact" }), 5)).toMatchObject([
      { kind: "fact", version: 5 },
    ]);
  });

  it("is written into that column when both versions of a conflict stay", () => {
    const clash = clashed(boxOf(change("c1", 1, { text: "mine", kind: "issue" })), "k0");
    const [conflict] = clash.conflicts;
    const both = settledConflict(clash, conflict?.key ?? "", "both", {
      card: card("c1", { kind: "claim" }),
      newKey: "k9",
      newCardId: "c9",
      at: "2026-11-26T06:40:00Z",
    });
    expect(both.waiting.map((one) => one.act.input)).toMatchObject([{ cardId: "c9", kind: "issue", text: "mine" }]);
  });
});
