import { beforeAll, describe, expect, it } from "vitest";
import { addPartyLink } from "../disputes/add-party-link";
import { closeProceeding } from "../disputes/close-proceeding";
import { addPartyLinkInput, closeProceedingInput } from "../disputes/inputs";
import { addDays } from "../kernel/shanghai";
import { type Agreed, actClause, agreedDispute, payClause, sealedAgreement } from "../testing/agreements";
import { contestActs } from "../testing/contests";
import { type TestCounty, testCounty } from "../testing/county";
import { ledgerActs } from "../testing/ledger";
import { refusedWith } from "../testing/refused";
import { type EndContestInput, recordVisitInput } from "./inputs";
import { recordVisit } from "./record-visit";

let county: TestCounty;
let agreed: Agreed;
let of: string[];
beforeAll(async () => {
  county = await testCounty();
  agreed = await agreedDispute(county);
  ({ obligationIds: of } = await sealedAgreement(county, agreed, [
    payClause(agreed, 500_000),
    actClause([agreed.parties[1] ?? ""]),
    payClause(agreed, 300_000),
  ]));
});

const { today, clauseOf, pays, corrects, lastEvent, statusOf } = ledgerActs(() => county);
const { contests, endsContest } = contestActs(() => county);
const self = (party: number) => ({ partyId: agreed.parties[party] ?? "", linkId: null });
const agent = { kind: "agent", name: "郑法务", phone: "", maySign: false, note: "" };
const closes = () =>
  closeProceeding(county.as("mediator"), closeProceedingInput.parse({ disputeId: agreed.disputeId }));

describe("a payment that the obligee denies", () => {
  it("counts as before and stands as contested, with who said so; it ends once, by a word or by correcting the entry", async () => {
    const { performanceId: entryId } = await pays(agreed, of[0], 500_000);
    const denies = (amountFen: number, over = {}) => contests(agreed, of[0], { entryId, amountFen, ...over });
    expect(await refusedWith(denies(500_001))).toBe("aboveEntry");
    expect(await refusedWith(denies(1, { saidBy: self(1) }))).toBe("contestByOthers");
    expect(await refusedWith(denies(1, { saidOn: addDays(today, 1) }))).toBe("dayInFuture");
    expect(await refusedWith(denies(1, { saidOn: addDays(today, -1) }))).toBe("dayTooEarly");
    // An agent without authority to settle says what arrived; taking that back is not theirs to do.
    const { linkId } = await addPartyLink(
      county.as("mediator"),
      addPartyLinkInput.parse({ disputeId: agreed.disputeId, partyId: agreed.parties[0], link: agent }),
    );
    const through = { partyId: agreed.parties[0] ?? "", linkId };
    const { contestId } = await denies(200_000, { saidBy: through, means: "phone" });
    const takesBack = (withdrawnBy: EndContestInput["withdrawnBy"]) =>
      endsContest(agreed, contestId, { end: "withdrawn", withdrawnBy });
    expect(await refusedWith(takesBack(null))).toBe("invalidValue");
    expect(await refusedWith(takesBack({ ...through, means: "phone" }))).toBe("linkMayNotSign");
    expect(await refusedWith(takesBack({ ...self(1), means: "phone" }))).toBe("contestByOthers");
    expect(await refusedWith(denies(1))).toBe("entryContested");
    expect(await clauseOf(agreed)).toMatchObject({
      ...{ paidFen: 500_000, openFen: 0, deniedFen: 200_000, claimedFen: 0, performedAt: expect.any(String) },
      contests: [
        {
          ...{ kind: "denied", entryId, saidByPartyId: agreed.parties[0], saidByLinkId: linkId, means: "phone" },
          ...{ amountFen: 200_000, isOpen: true, end: null },
        },
      ],
    });
    expect(await lastEvent(agreed, "performance.contest")).toMatchObject({ contestId, kind: "denied", clause: 1 });
    await endsContest(agreed, contestId, { end: "confirmed" });
    expect(await refusedWith(endsContest(agreed, contestId))).toBe("contestEnded");
    expect(await clauseOf(agreed)).toMatchObject({
      deniedFen: 0,
      contests: [{ isOpen: false, end: { kind: "confirmed" } }],
    });
    expect(await lastEvent(agreed, "performance.endContest")).toMatchObject({ contestId, end: "confirmed" });
    const again = await denies(500_000);
    await corrects(agreed, entryId);
    expect(await refusedWith(endsContest(agreed, again.contestId))).toBe("contestEnded");
    expect(await refusedWith(denies(1))).toBe("alreadyCorrected");
    const after = await clauseOf(agreed);
    expect(after).toMatchObject({ paidFen: 0, openFen: 500_000, deniedFen: 0, performedAt: null });
    expect(after.contests.map(({ isOpen, end }) => [isOpen, end?.kind ?? null])).toEqual([
      [false, "confirmed"],
      [false, null],
    ]);
  });
});

describe("what the obligor says was done and no entry says", () => {
  it("is not counted; it becomes an entry once it is found to be true, or is taken back", async () => {
    expect(await refusedWith(contests(agreed, of[2], { saidBy: self(0), amountFen: 1 }))).toBe("contestByOthers");
    expect(await refusedWith(contests(agreed, of[2]))).toBe("amountWhenPay");
    expect(await refusedWith(contests(agreed, of[2], { partyId: agreed.parties[0], amountFen: 1 }))).toBe(
      "notTheObligor",
    );
    const { contestId } = await contests(agreed, of[2], { amountFen: 300_000 });
    expect(await clauseOf(agreed, 2)).toMatchObject({ paidFen: 0, openFen: 300_000, claimedFen: 300_000 });
    expect(await refusedWith(endsContest(agreed, contestId, { end: "confirmed" }))).toBe("entryNeeded");
    expect(await refusedWith(pays(agreed, of[0], 1, { contestId }))).toBe("notFound");
    await pays(agreed, of[2], 300_000, { contestId });
    expect(await clauseOf(agreed, 2)).toMatchObject({
      ...{ paidFen: 300_000, openFen: 0, claimedFen: 0 },
      contests: [{ isOpen: false, end: { kind: "confirmed" } }],
    });
    expect(await lastEvent(agreed, "performance.record")).toMatchObject({ contestId });
    const work = await contests(agreed, of[1]);
    await endsContest(agreed, work.contestId);
    expect((await clauseOf(agreed, 1)).contests).toMatchObject([
      {
        amountFen: null,
        end: { kind: "withdrawn", saidByPartyId: agreed.parties[1], saidByLinkId: null, means: "phone" },
      },
    ]);
  });
});

it("nothing is closed as performed while something of it is contested", async () => {
  await pays(agreed, of[0], 500_000);
  const { performanceId: entryId } = await pays(agreed, of[1], null, { proof: "photo" });
  expect(await statusOf(agreed)).toBe("performed");
  const visit = { disputeId: agreed.disputeId, visitedOn: today, satisfaction: "satisfied" };
  await recordVisit(county.as("mediator"), recordVisitInput.parse(visit));
  // The work was owed to nobody by name: the other side may say that it was not done.
  const { contestId } = await contests(agreed, of[1], { entryId });
  expect(await refusedWith(closes())).toBe("needs.ledgerUncontested");
  await endsContest(agreed, contestId, { end: "confirmed" });
  await closes();
  expect(await statusOf(agreed)).toBe("closed");
  expect(await refusedWith(contests(agreed, of[1], { entryId }))).not.toBe("");
});
