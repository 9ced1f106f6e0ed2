import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { addDays, addMonths, dayOf } from "../kernel/shanghai";
import { rollToWorkday } from "../rules/workdays";
import { actClause, agreedDispute, drafted, payClause, sealedAgreement, signedAgreement } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { ledgerActs } from "../testing/ledger";
import { refusedWith } from "../testing/refused";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const { today, page, clauseOf, pays, waives, corrects, breaches, ends, lastEvent, statusOf } = ledgerActs(() => county);

describe("the ledger of CNY 12,000 in six instalments", () => {
  it("stays right to the fen with one late, one short, one doubled and given back, and one recorded wrongly", async () => {
    const agreed = await agreedDispute(county);
    const days = [-50, -40, -30, -20, -10, 5].map((n) => addDays(today, n));
    const { obligationIds: of } = await sealedAgreement(
      county,
      agreed,
      days.map((dueOn) => payClause(agreed, 200_000, { dueOn })),
    );
    await pays(agreed, of[0], 200_000, { performedOn: addDays(today, -50) });
    await pays(agreed, of[1], 200_000, { performedOn: addDays(today, -33) });
    await pays(agreed, of[2], 199_967, { performedOn: addDays(today, -30) });
    await pays(agreed, of[3], 200_000, { performedOn: addDays(today, -20) });
    expect(await refusedWith(pays(agreed, of[3], 200_000))).toBe("aboveBalance");
    expect(await refusedWith(pays(agreed, of[4], 200_000, { kind: "overpaid" }))).toBe("notOverpaid");
    await pays(agreed, of[3], 200_000, { kind: "paidTwice" });
    expect(await clauseOf(agreed, 3)).toMatchObject({ paidFen: 400_000, openFen: 0, overFen: 200_000 });
    expect(await refusedWith(pays(agreed, of[3], 400_001, { kind: "refunded" }))).toBe("refundOfPaid");
    await pays(agreed, of[3], 200_000, { kind: "refunded" });
    expect(await clauseOf(agreed, 3)).toMatchObject({ paidFen: 200_000, overFen: 0 });
    const wrong = await pays(agreed, of[4], 200_000);
    const before = await clauseOf(agreed, 4);
    await corrects(agreed, wrong.performanceId);
    expect(await refusedWith(corrects(agreed, wrong.performanceId))).toBe("alreadyCorrected");
    const after = await clauseOf(agreed, 4);
    expect(before).toMatchObject({ paidFen: 200_000, performedAt: expect.any(String) });
    expect(after).toMatchObject({ paidFen: 0, openFen: 200_000, performedAt: null, isOverdue: true });
    expect(after.proofs.map(({ kind, isCorrected, correctsId }) => [kind, isCorrected, correctsId])).toEqual([
      ["performed", true, null],
      ["correction", false, wrong.performanceId],
    ]);
    const { obligations } = await page(agreed);
    expect(obligations.map((one) => one.openFen)).toEqual([0, 0, 33, 0, 200_000, 200_000]);
    expect(obligations.reduce((sum, one) => sum + one.paidFen, 0)).toBe(799_967);
  });

  it("opens the proceeding again when what settled it was wrong, and settles it when the right entry is made", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const paid = await pays(agreed, of[0], 100);
    expect(await statusOf(agreed)).toBe("performed");
    await pays(agreed, of[0], 30, { kind: "overpaid" });
    expect(await corrects(agreed, paid.performanceId)).toMatchObject({ isAllPerformed: false });
    expect(await statusOf(agreed)).toBe("performing");
    expect(await clauseOf(agreed)).toMatchObject({ paidFen: 30, openFen: 70 });
    expect(await pays(agreed, of[0], 70, { byPartyId: agreed.parties[0] })).toMatchObject({ isAllPerformed: true });
    await pays(agreed, of[0], 100, { kind: "refunded" });
    expect(await statusOf(agreed)).toBe("performing");
    expect(await lastEvent(agreed, "performance.correct")).toMatchObject({ clause: 1, correctsId: paid.performanceId });
  });

  it("takes no correction that would leave more given back than paid", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const paid = await pays(agreed, of[0], 100);
    const back = await pays(agreed, of[0], 60, { kind: "refunded" });
    expect(await refusedWith(corrects(agreed, paid.performanceId))).toBe("refundOfPaid");
    await corrects(agreed, back.performanceId);
    await corrects(agreed, paid.performanceId);
    expect(await clauseOf(agreed)).toMatchObject({ paidFen: 0, openFen: 100, performedAt: null });
  });

  it("follows the ledger by raw SQL too", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [payClause(agreed, 100), payClause(agreed, 5)]);
    const paid = await pays(agreed, of[0], 100);
    await database().execute(sql`insert into performances (county_id, id, dispute_id, obligation_id, party_id, kind, corrects_id,
        performed_on, proof, proof_note, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, obligation_id, party_id, 'correction', id, performed_on, proof, '记错', recorded_by, now()
      from performances where id = ${paid.performanceId}::uuid`);
    expect(await clauseOf(agreed)).toMatchObject({ performedAt: null, openFen: 100 });
  });
});

describe("several debtors of one sum", () => {
  const fourteen = (): ReturnType<typeof intake>["parties"] => {
    const [first, second] = intake().parties;
    return [
      first,
      ...Array.from({ length: 14 }, (_, i) => ({
        ...second,
        name: `赵${"一二三四五六七八九十甲乙丙丁"[i]}`,
        phone: "",
      })),
    ] as ReturnType<typeof intake>["parties"];
  };

  it("owe equal shares to the fen, each on their own account, in six instalments", async () => {
    const agreed = await agreedDispute(county, { parties: fourteen() });
    const debtors = agreed.parties.slice(1);
    const by = { obligorPartyIds: debtors, liability: "equalShares" as const };
    const { obligationIds: of } = await sealedAgreement(
      county,
      agreed,
      Array.from({ length: 6 }, (_, i) => payClause(agreed, 100_000, { ...by, dueOn: addDays(today, i - 2) })),
    );
    const shares = (await clauseOf(agreed)).accounts.map((account) => account.shareFen ?? 0);
    expect(shares.reduce((sum, fen) => sum + fen, 0)).toBe(100_000);
    expect([...new Set(shares)].sort()).toEqual([7_142, 7_143]);
    // A stranger's share is not paid by somebody else's money.
    expect(await refusedWith(pays(agreed, of[0], 7_144, { partyId: debtors[0] }))).toBe("aboveBalance");
    const accounts = (await clauseOf(agreed)).accounts;
    for (const { partyId, shareFen } of accounts.slice(1)) await pays(agreed, of[0], shareFen, { partyId });
    const last = accounts[0];
    expect(await clauseOf(agreed)).toMatchObject({ performedAt: null, openFen: last?.shareFen });
    expect(await pays(agreed, of[0], last?.shareFen ?? 0, { partyId: last?.partyId })).toMatchObject({
      isObligationPerformed: true,
      isAllPerformed: false,
    });
  });

  it("owe the whole together, or named shares; the paper says which, and shares add up", async () => {
    const [first, second] = intake().parties;
    const parties = [first, second, { ...second, name: "张建军", phone: "" }] as ReturnType<typeof intake>["parties"];
    const both = await agreedDispute(county, { parties });
    const obligorPartyIds = both.parties.slice(1);
    await drafted(county, both, [payClause(both, 100, { obligorPartyIds })]);
    expect(await refusedWith(sendToSign(county.as("mediator"), { disputeId: both.disputeId }))).toBe(
      "needs.liabilitySaid",
    );
    await expect(
      drafted(county, both, [payClause(both, 100, { obligorPartyIds, liability: "shares", sharesFen: [60, 41] })]),
    ).rejects.toThrow();
    const { obligationIds: of } = await sealedAgreement(county, both, [
      payClause(both, 100, { obligorPartyIds, liability: "joint" }),
      payClause(both, 100, { obligorPartyIds, liability: "shares", sharesFen: [60, 40] }),
    ]);
    expect(await pays(both, of[0], 100, { partyId: obligorPartyIds[1] })).toMatchObject({
      isObligationPerformed: true,
    });
    await pays(both, of[1], 60, { partyId: obligorPartyIds[0] });
    expect(await clauseOf(both, 1)).toMatchObject({ performedAt: null, openFen: 40 });
    // Nothing was owed from the day on which the last of what was owed was paid, whatever came after or is entered late.
    const since = async (clause: number) => dayOf(new Date((await clauseOf(both, clause)).performedAt ?? ""));
    await pays(both, of[1], 60, { partyId: obligorPartyIds[0], kind: "paidTwice" });
    await pays(both, of[1], 40, { partyId: obligorPartyIds[1], performedOn: addDays(today, -20) });
    expect(await since(1)).toBe(today);
    const rows = await clauseOf(both, 1);
    const entered = rows.proofs.find((one) => one.amountFen === 60 && one.kind === "performed");
    await corrects(both, entered?.id ?? "");
    await pays(both, of[1], 60, { partyId: obligorPartyIds[0], kind: "overpaid", performedOn: addDays(today, -30) });
    expect(await since(1)).toBe(addDays(today, -20));
    // The other had paid the whole before: that one settled it.
    await pays(both, of[0], 100, { partyId: obligorPartyIds[0], kind: "overpaid", performedOn: addDays(today, -25) });
    expect(await since(0)).toBe(addDays(today, -25));
    const [paper] = await database().execute<{
      clauses: { liability: string; parties: { shareFen: number | null }[] }[];
    }>(
      sql`select content::jsonb -> 'clauses' as clauses from agreement_papers where dispute_id = ${both.disputeId}::uuid`,
    );
    expect(paper?.clauses.map((clause) => clause.liability)).toEqual(["joint", "shares"]);
    expect(paper?.clauses[1]?.parties.map((party) => party.shareFen).sort()).toEqual([40, 60, null]);
  });
});

describe("ways out of performing", () => {
  it("lets the obligee give up the rest, whoever may sign for them, and nobody else, and no more than is owed", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [
      payClause(agreed, 100),
      actClause([agreed.parties[1] ?? ""], { obligeePartyIds: [agreed.parties[0] ?? ""] }),
    ]);
    await pays(agreed, of[0], 40);
    expect(await refusedWith(waives(agreed, of[0], 61))).toBe("aboveOwed");
    expect(await refusedWith(waives(agreed, of[0], 60, { obligeePartyId: agreed.parties[1] }))).toBe("notTheObligee");
    expect(await refusedWith(waives(agreed, of[0]))).toBe("amountWhenPay");
    expect(await refusedWith(waives(agreed, of[0], 60, { partyId: agreed.parties[0] }))).toBe("notTheObligor");
    expect(await waives(agreed, of[0], 60)).toMatchObject({ isObligationPerformed: true, isAllPerformed: false });
    expect(await clauseOf(agreed)).toMatchObject({
      performedAt: null,
      waivedAt: expect.any(String),
      openFen: 0,
      waivedFen: 60,
    });
    expect(await refusedWith(waives(agreed, of[0], 1))).toBe("alreadyPerformed");
    expect(await waives(agreed, of[1])).toMatchObject({ isAllPerformed: true });
    expect(await statusOf(agreed)).toBe("performed");
    expect(await lastEvent(agreed, "performance.waive")).toMatchObject({ clause: 2, partyId: agreed.parties[0] });
  });

  it("records a breach with what the obligee was told and its last days, and ends as breached only with that record", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [
      payClause(agreed, 100, { dueOn: addDays(today, -2) }),
    ]);
    expect(await refusedWith(ends(agreed, "breached"))).toBe("exitUnrecorded");
    expect(await refusedWith(ends(agreed, "deadlock"))).toBe("outcomeNotOnThisTrack");
    expect(await refusedWith(breaches(agreed, of[0], { breachedOn: addDays(today, 1) }))).toBe("dayInFuture");
    expect(await refusedWith(breaches(agreed, of[0], { breachedOn: addDays(today, -1) }))).toBe("dayTooEarly");
    expect(await refusedWith(breaches(agreed, of[0], { partyId: agreed.parties[0] }))).toBe("notTheObligor");
    const { followUpOn } = await breaches(agreed, of[0]);
    expect(followUpOn).toBe(addDays(today, 7));
    expect(await lastEvent(agreed, "performance.breach")).toMatchObject({ clause: 1, followUpOn });
    const [breach] = (await clauseOf(agreed)).breaches;
    expect(breach).toMatchObject({
      remediesTold: ["confirmation", "suit"],
      confirmUntil: expect.any(String),
      // Where that day is off, the next working day.
      sueUntil: rollToWorkday(addMonths(today, 36), new Map()),
    });
    const [step] = await database().execute<{ next_step: string }>(
      sql`select next_step from proceedings where id = ${agreed.proceedingId}::uuid`,
    );
    expect(step?.next_step).toBe("followBreach");
    expect(await refusedWith(ends(agreed, "partlyPerformed"))).toBe("exitUnrecorded");
    await ends(agreed, "breached");
    expect(await statusOf(agreed)).toBe("closed");
  });

  it("ends as performed in part when some of it was; before there is an agreement neither is offered", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds: of } = await sealedAgreement(county, agreed, [
      payClause(agreed, 100),
      payClause(agreed, 100),
    ]);
    await pays(agreed, of[0], 30);
    expect(await refusedWith(ends(agreed, "breached"))).toBe("exitUnrecorded");
    expect(await ends(agreed, "partlyPerformed")).toMatchObject({ outcome: "partlyPerformed" });
    const unsealed = await agreedDispute(county);
    await signedAgreement(county, unsealed, [payClause(unsealed, 100)]);
    expect(await refusedWith(ends(unsealed, "breached"))).toBe("outcomeNotOnThisTrack");
  });
});
