import { describe, expect, it } from "vitest";
import { atFirst, type Cover, type CoverStep, covered, isCardThere, isCountThere, isLaneThere } from "./cover";

const stateAfter = (...steps: CoverStep[]): Cover => steps.reduce(covered, atFirst);
const words = (text: string) => ({ text, speaker: null });
const joint = { lane: "joint", side: null } as const;
const a = { lane: "side", side: 1 } as const;
const b = { lane: "side", side: 2 } as const;
const mediator = { lane: "mediator", side: null } as const;
const sealed = { lane: "sealed", side: null } as const;

describe("a desk whose screen the parties see", () => {
  it("begins covered: only the table is there", () => {
    expect(isCardThere(atFirst, joint)).toBe(true);
    for (const lane of [a, b, mediator, sealed]) {
      expect(isLaneThere(atFirst, lane)).toBe(false);
      expect(isCardThere(atFirst, lane)).toBe(false);
      expect(isCountThere(atFirst, lane)).toBe(false);
    }
  });
  it("cannot choose a private lane while covered", () => {
    expect(stateAfter({ type: "choose", lane: "mediator" }).lane).toBe("joint");
  });
  it("Esc puts lane, opened words and tabs away at once", () => {
    const open = stateAfter(
      { type: "uncover" },
      { type: "choose", lane: "side:1" },
      { type: "open", id: "x", words: words("words") },
    );
    expect(open.opened).toEqual({ x: words("words") });
    const esc = covered(open, { type: "cover" });
    expect(esc).toMatchObject({ isCovered: true, lane: "joint", opened: {} });
  });
  it("throws words away that arrive after Esc", () => {
    expect(
      stateAfter({ type: "uncover" }, { type: "cover" }, { type: "open", id: "x", words: words("late") }).opened,
    ).toEqual({});
  });
  it("drops words on release and when the lane changes", () => {
    const open = stateAfter(
      { type: "uncover" },
      { type: "open", id: "x", words: words("1") },
      { type: "open", id: "y", words: words("2") },
    );
    expect(covered(open, { type: "release", id: "x" }).opened).toEqual({ y: words("2") });
    expect(covered(open, { type: "choose", lane: "mediator" }).opened).toEqual({});
  });
});

describe("a caucus", () => {
  const caucus = stateAfter({ type: "uncover" }, { type: "enterCaucus", side: 1 });
  it("writes into that side's lane", () => {
    expect(caucus).toMatchObject({ caucus: 1, lane: "side:1", isCovered: false });
  });
  it("leaves nothing of the sides outside the room, not even a count", () => {
    expect(isLaneThere(caucus, b)).toBe(false);
    expect(isCardThere(caucus, b)).toBe(false);
    expect(isCountThere(caucus, b)).toBe(false);
    expect(covered(caucus, { type: "choose", lane: "side:2" }).lane).toBe("side:1");
  });
  it("tells no count and shows no card of the mediator's own lanes", () => {
    expect(isLaneThere(caucus, mediator)).toBe(true);
    expect(isCountThere(caucus, mediator)).toBe(false);
    expect(isCardThere(caucus, mediator)).toBe(false);
    expect(isCardThere(caucus, sealed)).toBe(false);
  });
  it("leaving covers", () => {
    expect(covered(caucus, { type: "leaveCaucus" })).toEqual(atFirst);
  });
  it("after Esc comes back to the same side", () => {
    const esc = covered(caucus, { type: "cover" });
    expect(isCardThere(esc, a)).toBe(false);
    expect(covered(esc, { type: "uncover" })).toMatchObject({ caucus: 1, lane: "side:1" });
  });
});

describe("with all sides in the room", () => {
  const table = stateAfter({ type: "uncover" });
  it("private cards lie covered among the others", () => {
    for (const lane of [a, b, mediator, sealed]) expect(isCardThere(table, lane)).toBe(true);
  });
  it("a side's own lane shows no card of another side", () => {
    const ofA = covered(table, { type: "choose", lane: "side:1" });
    expect(isCardThere(ofA, a)).toBe(true);
    expect(isCardThere(ofA, b)).toBe(false);
    expect(isCardThere(ofA, mediator)).toBe(false);
    expect(isCardThere(ofA, joint)).toBe(true);
  });
});
