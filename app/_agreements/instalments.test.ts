import { describe, expect, it } from "vitest";
import { compiledClause, equalShares } from "@/server/agreements/choices";
import { obligationInput } from "@/server/agreements/inputs";
import { standardClauses } from "@/server/agreements/parts/standard-clauses";
import { type ClauseDraft, clauseInput, emptyClause } from "./clause-draft";
import { inInstalments, sharesOfParts } from "./instalments";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const debtors = Array.from({ length: 14 }, (_, i) => idOf(i + 1));
const creditor = idOf(99);
const loan: ClauseDraft = {
  ...emptyClause("loan"),
  ...{ kind: "pay", text: "借款本金。", yuan: "12000", dueOn: "2027-01-31", proof: "transfer" },
  ...{ obligorPartyIds: [idOf(1)], obligeePartyIds: [creditor], instalments: { count: "6", months: "1" } },
};
/** The parts as the server takes them. */
const obligationsOf = (clause: ClauseDraft) =>
  (inInstalments(clause) ?? []).map((part) => obligationInput.parse(clauseInput(part)));
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

describe("a payment in instalments", () => {
  it("is a clause for each part: ¥12,000 in six, a month apart, right to the fen and to the end of the month", () => {
    const parts = obligationsOf(loan);
    expect(parts.map(({ amountFen }) => amountFen)).toEqual(Array.from({ length: 6 }, () => 200_000));
    expect(parts.map(({ dueOn }) => dueOn)).toEqual([
      ...["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"],
    ]);
    expect(parts[1]?.text).toBe("借款本金，第2期，共6期");
    // What follows where it is not paid stays behind it.
    const strict = obligationsOf({ ...loan, text: "借款本金；任何一期逾期，余款到期。" });
    expect(strict[1]?.text).toBe("借款本金，第2期，共6期；任何一期逾期，余款到期");
    const odd = obligationsOf({ ...loan, yuan: "100.01" }).map(({ amountFen }) => amountFen ?? 0);
    expect([odd, sum(odd)]).toEqual([[1667, 1667, 1667, 1667, 1667, 1666], 10_001]);
    const relative = obligationsOf({ ...loan, dueOn: "", dueAfter: "10", instalments: { count: "3", months: "2" } });
    expect(relative.map(({ dueAfterDays }) => dueAfterDays)).toEqual([10, 70, 130]);
  });

  it("of fourteen is owed jointly, in equal or in named shares, each of which adds up to the fen", () => {
    const many = { ...loan, yuan: "12345.67", obligorPartyIds: debtors };
    const joint = obligationsOf({ ...many, liability: "joint" });
    expect(joint.every(({ liability, sharesFen }) => liability === "joint" && !sharesFen)).toBe(true);
    expect(sum(joint.map(({ amountFen }) => amountFen ?? 0))).toBe(1_234_567);

    const ownOf = (parts: ReturnType<typeof obligationsOf>) =>
      debtors.map((_, j) => sum(parts.map(({ sharesFen }) => sharesFen?.[j] ?? 0)));
    const equal = obligationsOf({ ...many, liability: "equalShares" });
    expect(ownOf(equal)).toEqual(equalShares(1_234_567, debtors));
    const named = debtors.map((_, i) => 10_000 + i * 777);
    const shares = Object.fromEntries(debtors.map((id, i) => [id, String((named[i] ?? 0) / 100)]));
    const byName = obligationsOf({ ...many, yuan: String(sum(named) / 100), liability: "shares", shares });
    expect(ownOf(byName)).toEqual(named);
    for (const { sharesFen = [], amountFen } of [...equal, ...byName]) expect(sum(sharesFen)).toBe(amountFen);
    // What divides stays said as equal shares.
    const even = obligationsOf({ ...many, yuan: "8400", liability: "equalShares" });
    expect(even.every(({ liability }) => liability === "equalShares")).toBe(true);
  });

  it("adds up in both directions whatever the sums are", () => {
    for (const [fen, count, people] of [
      ...[[99_999_999_999, 24, 40] as const],
      ...[[1_000_001, 7, 13] as const],
      ...[[840, 6, 14] as const],
    ]) {
      const parts = Array.from({ length: count }, (_, i) => Math.floor(fen / count) + (i < fen % count ? 1 : 0));
      const shares = equalShares(
        fen,
        Array.from({ length: people }, (_, i) => idOf(i)),
      );
      const owed = sharesOfParts(parts, shares);
      expect(owed.map(sum)).toEqual(parts);
      expect(shares.map((_, j) => sum(owed.map((row) => row[j] ?? 0)))).toEqual(shares);
      expect(owed.flat().every((one) => one > 0)).toBe(true);
    }
  });

  it("is not made while sum, day or shares are missing, of less than a fen each, or beyond what may be promised", () => {
    for (const over of [
      ...[{ yuan: "" }, { dueOn: "" }, { yuan: "0.05" }, { instalments: { count: "1", months: "1" } }],
      ...[
        { obligorPartyIds: debtors, liability: "shares" as const },
        { dueOn: "", dueAfter: "3640" },
      ],
      ...[{ kind: "act" as const, yuan: "" }],
    ])
      expect(inInstalments({ ...loan, ...over }), JSON.stringify(over)).toBeNull();
    // Whoever sends it as it is sends nothing: the parts are to be seen before they are signed.
    expect(clauseInput(loan)).toBeNull();
  });

  it("comes from a clause of a drafting template: a loan is proposed in six parts", () => {
    const parties = [
      ...[
        { id: creditor, standing: "applicant" as const },
        { id: idOf(1), standing: "respondent" as const },
      ],
    ];
    const [first] = standardClauses("lending").map((one) => compiledClause(one, parties));
    expect(first).toMatchObject({ instalments: { count: "6", months: "1" }, obligeePartyIds: [creditor] });
    const draft: ClauseDraft = {
      ...emptyClause("a"),
      ...first,
      yuan: "12000",
      dueOn: "2027-01-05",
      dueAfter: undefined,
    };
    const text = "借款本金；任何一期逾期超过三日的，全部未还款项视为到期";
    expect(obligationsOf({ ...draft, text }).map(({ dueOn }) => dueOn?.slice(5))).toEqual([
      ...["01-05", "02-05", "03-05", "04-05", "05-05", "06-05"],
    ]);
  });
});
