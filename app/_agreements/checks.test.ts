import { describe, expect, it } from "vitest";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import { checksOf, type Lacking } from "./checks";
import { type ClauseDraft, clauseInput, emptyClause, moved } from "./clause-draft";

const party = (id: string, over: Partial<AgreementParty> = {}): AgreementParty => ({
  id,
  side: 1,
  name: id,
  kind: "person",
  standing: "applicant",
  isMinor: false,
  links: [],
  ...over,
});
const whole: ClauseDraft = {
  ...emptyClause("1"),
  kind: "pay",
  text: "墙面修补费",
  yuan: "5400",
  dueOn: "2026-12-20",
  proof: "receipt",
  obligorPartyIds: ["乙"],
  obligeePartyIds: ["甲"],
};
const faults = (clauses: ClauseDraft[], parties = [party("甲"), party("乙")]) =>
  checksOf({ facts: "事实", clauses, parties, today: "2026-11-24" }).filter((check) => !check.isOk);

describe("checks before signing", () => {
  it("find nothing wrong with a whole clause", () => {
    expect(faults([whole])).toEqual([]);
    expect(clauseInput(whole)).toMatchObject({ amountFen: 540_000 });
  });

  it("name the clause without a date, a doer, a sum, a proof or words", () => {
    const found = faults([whole, emptyClause("2"), { ...whole, key: "3", yuan: "" }]);
    expect(found.map((check) => [check.code, check.clauses])).toEqual([
      ["text", [2]],
      ["dueOn", [2]],
      ["obligors", [2]],
      ["amount", [3]],
      ["proof", [2]],
    ]);
    expect(clauseInput(emptyClause("2"))).toBeNull();
  });

  it("see a sum in the words that is not the sum owed, and a day gone by", () => {
    expect(faults([{ ...whole, text: "修补费 3,000 元" }]).map((check) => check.code)).toEqual(["amountInText"]);
    expect(faults([{ ...whole, text: "修补费 5,400 元" }])).toEqual([]);
    expect(faults([{ ...whole, dueOn: "2026-11-23" }]).map((check) => check.code)).toEqual(["past"]);
  });

  it("take the day of signing as a day, which never passes before it is signed", () => {
    const signing = { ...whole, dueOn: "", dueAfter: "0" };
    expect(faults([signing])).toEqual([]);
    expect(clauseInput(signing)).toMatchObject({ dueOn: null, dueAfterDays: 0 });
    expect(clauseInput({ ...signing, dueAfter: "30" })).toMatchObject({ dueOn: null, dueAfterDays: 30 });
    // What a draft brings from a day that was fixed already is not sent as one.
    expect(clauseInput({ ...signing, dueOn: "2026-12-20" })).toMatchObject({ dueOn: null, dueAfterDays: 0 });
    for (const dueAfter of ["", "x", "-1", "3651"])
      expect(faults([{ ...signing, dueAfter }]).map((check) => check.code)).toEqual(["dueOn"]);
    expect(clauseInput(whole)).toMatchObject({ dueOn: "2026-12-20", dueAfterDays: undefined });
  });

  it("ask who signs for a minor or a firm, and whether a party is left out", () => {
    const parties = [party("甲"), party("乙", { kind: "organisation" }), party("丙", { isMinor: true })];
    expect(faults([whole], parties)).toMatchObject([
      { code: "signers", names: ["乙", "丙"] },
      { code: "everyone", names: ["丙"] },
    ]);
  });

  it("say once what many parties lack alike", () => {
    const parties = [party("甲", { lacks: ["sex", "address"] }), party("乙", { lacks: ["address"] })];
    const both = [...parties, party("丙", { lacks: ["sex", "address"] }), party("丁", { lacks: [] })];
    const lackWords = (groups: readonly Lacking[]) => groups.map(({ names, lacks }) => `${names}：${lacks}`).join("；");
    const checks = checksOf({ facts: "事实", clauses: [whole], parties: both, today: "2026-11-24", lackWords });
    expect(checks.find((check) => check.code === "particulars")?.names).toEqual(["甲,丙：sex,address；乙：address"]);
  });
});

it("moves a clause up and down, not past the ends", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a"], 0, -1)).toEqual(["a"]);
});
