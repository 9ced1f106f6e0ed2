import { describe, expect, it } from "vitest";
import type { PaperLine, PapersCounted } from "../../papers/parts/paper-list";
import { type Rules, ruleDefaults } from "../../rules/defaults";
import { subsidyOf } from "./subsidy-of";

const rules = Object.fromEntries(Object.entries(ruleDefaults).map(([key, { value }]) => [key, value])) as Rules;
const counted: PapersCounted = {
  ...{ parties: 2, noticed: 2, persons: [], agents: 0, authorised: 0, files: 0, filed: [] },
  ...{ sessionsEnded: 2, sessionsRecorded: 2, agreementForm: "written", isSent: true, isInForce: true, onSpot: false },
  ...{ payClauses: 0, paidClauses: 0, isPerformedAtOnce: false, visits: 1, isApplied: false, applications: 0 },
  ...{ subjects: {}, outcome: "agreedWritten", routesTold: 0 },
};
const line = (over: Partial<PaperLine>): PaperLine => ({
  ...{ kind: "notice", step: "intake", need: "must", state: "missing", have: 1, of: 2 },
  ...{ canPrint: true, subjects: [], filed: [] },
  ...over,
});
type Over = Partial<PapersCounted>;
const paid = (over: Over = {}, beside: Partial<Parameters<typeof subsidyOf>[0]> = {}) =>
  subsidyOf({
    counted: { ...counted, ...over },
    papers: [],
    isArchived: true,
    isMerged: false,
    paidAs: null,
    rules,
    ...beside,
  });

describe("a case subsidy", () => {
  it.each<[string, Over, string, number]>([
    ["an oral agreement, however many sessions it took", { agreementForm: "oral", sessionsEnded: 9 }, "oral", 5_000],
    ["what was settled and performed at once", { isPerformedAtOnce: true, sessionsEnded: 1 }, "simple", 10_000],
    ["a written agreement", {}, "ordinary", 20_000],
    ["three sessions", { sessionsEnded: 3 }, "difficult", 50_000],
    [
      "six parties, also where all was performed at once",
      { parties: 6, isPerformedAtOnce: true, sessionsEnded: 1 },
      "difficult",
      50_000,
    ],
  ])("is by class, in fen: %s", (_, over, kind, amountFen) => {
    expect(paid(over)).toEqual({ class: kind, amountFen, block: null });
  });

  it("is nothing for what failed, unless the rules of that day give something", () => {
    const failed = { agreementForm: null, isInForce: false, outcome: "deadlock" } as const;
    expect(paid(failed)).toEqual({ class: "failed", amountFen: 0, block: { code: "noAmount" } });
    expect(paid(failed, { rules: { ...rules, "subsidy.failed": 30 } })).toMatchObject({
      amountFen: 3_000,
      block: null,
    });
    expect(paid({ isInForce: false })).toMatchObject({ class: "failed" });
  });

  it("changes with the rules alone", () => {
    expect(paid({}, { rules: { ...rules, "subsidy.ordinary": 260 } }).amountFen).toBe(26_000);
    expect(paid({}, { rules: { ...rules, "subsidy.difficultSessions": 2 } }).class).toBe("difficult");
  });

  it("is held back by each paper the dossier must have and lacks, by name, and by none it may have", () => {
    const papers = [
      line({}),
      line({ kind: "revisit" }),
      line({ kind: "receipt", need: "ifApplicable" }),
      line({ kind: "record", state: "present" }),
      line({ kind: "ending", state: "notApplicable" }),
    ];
    expect(paid({}, { papers }).block).toEqual({ code: "papers", kinds: ["notice", "revisit"] });
    expect(paid({}, { papers: papers.slice(2) }).block).toBeNull();
  });

  it("is held back until the dossier is archived, and for good where the dispute was paid for before", () => {
    expect(paid({}, { isArchived: false }).block).toEqual({ code: "notArchived" });
    expect(paid({}, { isArchived: false, papers: [line({})] }).block).toMatchObject({ code: "papers" });
    const before = paid({}, { paidAs: "第 012 号", papers: [line({})] });
    expect(before).toMatchObject({ amountFen: 20_000, block: { code: "paidBefore", dossierNumber: "第 012 号" } });
  });
});
