import { expect, it } from "vitest";
import type { AgreementParty, SentClause, SentWords } from "@/server/agreements/reads/agreement";
import { clauseDifferences, clauseOfSent, partyDifferences, textDifference } from "./differences";

const clause = (id: string, over: Partial<SentClause> = {}): SentClause => ({
  ...({ id, kind: "pay", text: "修补费", amountFen: 540_000, dueOn: "2026-12-20", dueAfterDays: null } as const),
  ...({ liability: null, proof: "receipt", verifierName: null } as const),
  parties: [
    { id: "b", part: "obligor", shareFen: null },
    { id: "a", part: "obligee", shareFen: null },
  ],
  ...over,
});
const words = (clauses: SentClause[]): SentWords => ({ facts: "", parties: [], clauses });
const said = (was: SentClause[], now: SentClause[]) =>
  clauseDifferences(
    words(was),
    now.map((one) => ({ clause: clauseOfSent(one), verifierName: one.verifierName })),
  ).map(({ is, clause: { key } }) => `${is} ${key}`);

it("tells the same clause of two versions by what it says, and names what is gone where it stood", () => {
  const [a, b, c] = [
    clause("a"),
    clause("b", { text: "道歉", kind: "act", amountFen: null }),
    clause("c", { text: "押金" }),
  ];
  const again = (one: SentClause, id: string) => ({ ...one, id });
  expect(said([a, b, c], [again(a, "a2"), again(b, "b2"), again(c, "c2")])).toEqual(["same a2", "same b2", "same c2"]);
  expect(said([a, b, c], [again(a, "a2"), again(c, "c2")])).toEqual(["same a2", "gone b", "same c2"]);
  expect(said([], [a])).toEqual(["new a"]);
  expect(said([a], [])).toEqual(["gone a"]);
  expect(said([a, b], [again(b, "b2"), again(a, "a2")]).filter((one) => one.startsWith("same"))).toHaveLength(1);
});

it.each<[string, Partial<SentClause>]>([
  ["its sum by a fen", { amountFen: 540_001 }],
  ["its day", { dueOn: "2026-12-21" }],
  ["its days after signing", { dueOn: null, dueAfterDays: 3 }],
  ["its proof", { proof: "transfer" }],
  ["its way", { way: "转账" }],
  ["its place", { place: "村委会" }],
  ["its condition", { condition: "验收合格后" }],
  ["what follows where it is not kept", { consequence: "逾期的，按日加付" }],
  ["who checks it", { verifierName: "王工" }],
  ["whom it is owed to", { parties: [{ id: "b", part: "obligor", shareFen: null }] }],
])("a clause is another one by %s", (_, over) => {
  expect(said([clause("a")], [clause("z", over)])).toEqual(["gone a", "new z"]);
});

it("a day that came of days after signing is no difference, nor the order of those who owe", () => {
  const relative = clause("a", { dueOn: null, dueAfterDays: 3 });
  expect(said([relative], [{ ...relative, dueOn: "2027-01-02" }])).toEqual(["same a"]);
  const [first, second] = clause("a").parties;
  const turned = [second, first].flatMap((one) => one ?? []);
  expect(said([clause("a")], [clause("z", { parties: turned })])).toEqual(["same z"]);
});

it("of a text the middle is told that changed, rare characters whole", () => {
  expect(textDifference("一样", "一样")).toBeNull();
  const parts = { before: "甲应付", gone: "五百", added: "六千", after: "元。" };
  expect(textDifference("甲应付五百元。", "甲应付六千元。")).toEqual(parts);
  expect(textDifference("𬭎", "𠮷")).toEqual({ before: "", gone: "𬭎", added: "𠮷", after: "" });
  expect(textDifference("aa", "aaa")).toEqual({ before: "aa", gone: "", added: "a", after: "" });
});

it("names the parties of one version alone", () => {
  const party = (id: string) => ({ id, name: `名${id}` }) as AgreementParty;
  expect(partyDifferences([party("a"), party("b")], [party("b"), party("c")])).toEqual({
    gone: ["名a"],
    added: ["名c"],
  });
});
