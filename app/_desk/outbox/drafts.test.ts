import { describe, expect, it } from "vitest";
import { afterWriting, chainNumbers, emptyDraft, inColumn, saidBy } from "./drafts";

describe("a chain of counter-offers", () => {
  const of = (id: string, answersId: string | null = null) => ({ id, answersId });
  it("counts from the first proposal; one that nobody answered has no number", () => {
    const numbers = chainNumbers([of("a"), of("b", "a"), of("c", "b"), of("d", "a"), of("lone")]);
    expect(Object.fromEntries(numbers)).toEqual({ a: 1, b: 2, c: 3, d: 2, lone: 0 });
  });
  it("an answer to a card that is not shown still counts as an answer", () => {
    expect(chainNumbers([of("b", "gone")]).get("b")).toBe(1);
  });
});

describe("after a card is written", () => {
  const written = afterWriting({ ...saidBy(emptyDraft, "party:1"), text: "x", kind: "proposal", answersId: "a" });
  it("speaker and column stay, words and answer go", () => {
    expect(written).toEqual({ text: "", speaker: "party:1", isCarried: true, kind: "proposal", answersId: null });
  });
  it("an issue, a fact or a note is not attributed to the last speaker", () => {
    for (const kind of ["issue", "fact", "note"] as const) expect(inColumn(written, kind).speaker, kind).toBeNull();
    expect(inColumn(written, "claim").speaker).toBe("party:1");
    expect(inColumn(written, "proposal").speaker).toBe("party:1");
  });
  it("a speaker chosen for it stays, and is taken over within the column", () => {
    const fact = inColumn(saidBy(written, "party:2"), "fact");
    expect(fact.speaker).toBe("party:2");
    expect(inColumn(afterWriting(fact), "fact").speaker).toBe("party:2");
  });
  it("an answer is a proposal", () => {
    expect(inColumn({ ...emptyDraft, kind: "proposal", answersId: "a" }, "fact").answersId).toBeNull();
  });
});
