import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";
import {
  type Agreed,
  actClause,
  agreedDispute,
  payClause,
  sealedAgreement,
  signedAgreement,
} from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { performanceListQuery, type RecordPerformanceInput, recordVisitInput } from "./inputs";
import { performanceOfDispute } from "./reads/ledger";
import { listObligations } from "./reads/obligations";
import { recordPerformance } from "./record-performance";
import { recordVisit } from "./record-visit";
import { urgePerformance } from "./urge-performance";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
const page = (agreed: Agreed, who = "mediator") => performanceOfDispute(county.as(who), agreed);
const list = (who: string, over: object = {}) => listObligations(county.as(who), performanceListQuery.parse(over));

/** 乙 gives proof on an obligation; the sum in fen, null for acts. */
const proves = (
  agreed: Agreed,
  obligationId = "",
  amountFen: number | null = null,
  over: Partial<RecordPerformanceInput> = {},
) =>
  recordPerformance(county.as("mediator"), {
    disputeId: agreed.disputeId,
    obligationId,
    partyId: agreed.parties[1] ?? "",
    amountFen,
    performedOn: today,
    proof: amountFen === null ? "photo" : "receipt",
    proofNote: "收条 003 号",
    ...over,
  });

describe("performing obligations", () => {
  it("takes ¥12,000 in six parts, one late and one short, and stays exact to the fen", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [
      payClause(agreed, 1_200_000, { dueOn: addDays(today, -1) }),
    ]);
    const [obligationId] = obligationIds;
    const openFen = async () => (await page(agreed)).obligations[0]?.openFen;
    // Five parts on their days, the third 33 fen short.
    for (const part of [200_000, 200_000, 199_967, 200_000, 200_000])
      await proves(agreed, obligationId, part, { performedOn: addDays(today, -20) });
    expect(await openFen()).toBe(200_033);
    expect((await page(agreed)).obligations[0]).toMatchObject({ isOverdue: true, performedAt: null, paidFen: 999_967 });
    expect(await refusedWith(proves(agreed, obligationId, 200_034))).toBe("aboveBalance");
    // The sixth comes late and brings the missing fen.
    expect(await proves(agreed, obligationId, 200_000)).toMatchObject({ isObligationPerformed: false });
    expect(await openFen()).toBe(33);
    expect(await proves(agreed, obligationId, 33)).toMatchObject({ isObligationPerformed: true, isAllPerformed: true });
    const after = await page(agreed);
    expect(after.obligations[0]).toMatchObject({ openFen: 0, paidFen: 1_200_000, isOverdue: false });
    expect(after.obligations[0]?.proofs).toHaveLength(7);
    expect(after.proceeding?.status).toBe("performed");
    expect(await refusedWith(proves(agreed, obligationId, 1))).toBe("aboveBalance");
  });

  it("counts an obligation of both households as performed only when both have given proof (S7)", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [
      actClause(agreed.parties),
      payClause(agreed, 100),
    ]);
    const [act, pay] = obligationIds;
    expect(await proves(agreed, act)).toMatchObject({ isObligationPerformed: false });
    expect(await refusedWith(proves(agreed, act))).toBe("alreadyProven");
    await expect(
      database().execute(sql`update obligations set performed_at = now() where id = ${act ?? ""}::uuid`),
    ).rejects.toMatchObject({
      cause: { constraint_name: "obligations_performed_needs_proof" },
    });
    expect(await proves(agreed, act, null, { partyId: agreed.parties[0] ?? "" })).toMatchObject({
      isObligationPerformed: true,
      isAllPerformed: false,
    });
    expect(await refusedWith(proves(agreed, act))).toBe("alreadyPerformed");
    expect((await page(agreed)).proceeding?.status).toBe("performing");
    expect(await proves(agreed, pay, 100)).toMatchObject({ isAllPerformed: true });
  });

  it("refuses people who do not owe it, money for acts, acts for money, a future date, and an agreement not in force", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [
      payClause(agreed, 500),
      actClause([agreed.parties[1] ?? ""]),
    ]);
    const [pay, act] = obligationIds;
    expect(await refusedWith(proves(agreed, pay, 100, { partyId: agreed.parties[0] ?? "" }))).toBe("notTheObligor");
    expect(await refusedWith(proves(agreed, pay))).toBe("amountWhenPay");
    expect(await refusedWith(proves(agreed, act, 100))).toBe("amountWhenPay");
    expect(await refusedWith(proves(agreed, pay, 100, { performedOn: addDays(today, 1) }))).toBe("dayInFuture");
    expect(await refusedWith(proves(agreed, county.countyId))).toBe("notFound");
    const unsealed = await agreedDispute(county);
    await signedAgreement(county, unsealed, [payClause(unsealed, 100)]);
    expect(await refusedWith(proves(unsealed, pay, 100))).toBe("notInThisStep");
    const insert = sql`insert into performances (county_id, id, dispute_id, obligation_id, party_id, amount_fen, performed_on, proof, proof_note, recorded_by, recorded_at)
      select o.county_id, gen_random_uuid(), o.dispute_id, o.id, ${unsealed.parties[1]}::uuid, 100, current_date, 'receipt', 'x', ${county.people.mediator}::uuid, now()
      from obligations o where o.dispute_id = ${unsealed.disputeId}::uuid`;
    await expect(database().execute(insert)).rejects.toMatchObject({
      cause: { constraint_name: "performances_after_effect" },
    });
  });

  it("never takes more than is owed when two payments are recorded at once", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const both = await Promise.allSettled([
      proves(agreed, obligationIds[0], 100),
      proves(agreed, obligationIds[0], 100),
    ]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await page(agreed)).obligations[0]).toMatchObject({ paidFen: 100, openFen: 0 });
  });
});

describe("urging and visiting", () => {
  it("records who was urged when, and refuses it for what is performed already", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [
      payClause(agreed, 100),
      actClause(agreed.parties),
    ]);
    const urge = (obligationId = "", by = "mediator", happenedOn: string | null = null) =>
      urgePerformance(county.as(by), {
        disputeId: agreed.disputeId,
        obligationId,
        note: "电话，答应周五付",
        happenedOn,
      });
    expect(await refusedWith(urge(obligationIds[0], "mediator", addDays(today, 1)))).toBe("dayInFuture");
    expect(await refusedWith(urge(obligationIds[0], "mediator", addDays(today, -1)))).toBe("dayTooEarly");
    await urge(obligationIds[0]);
    expect((await page(agreed)).obligations[0]?.urges).toMatchObject([
      { note: "电话，答应周五付", urgedByName: "沈静" },
    ]);
    expect(await urge(obligationIds[0], "head")).toHaveProperty("urgeId");
    expect(await refusedWith(urge(obligationIds[0], "officer"))).toBe("forbidden");
    await proves(agreed, obligationIds[0], 100);
    expect(await refusedWith(urge(obligationIds[0]))).toBe("alreadyPerformed");
  });

  it("records a visit, never one of tomorrow, and never changes it", async () => {
    const agreed = await agreedDispute(county);
    const visit = (visitedOn: string, fairness?: ("yes" | "partly" | "no" | "unsaid")[]) =>
      recordVisit(county.as("mediator"), {
        disputeId: agreed.disputeId,
        partyId: null,
        visitedOn,
        satisfaction: "satisfied",
        fairness,
        escalationSigns: "",
        note: "两家都说好",
      });
    expect(await refusedWith(visit(today))).toBe("notInThisStep");
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect(await refusedWith(visit(addDays(today, 1)))).toBe("dayInFuture");
    const { visitId } = await visit(today);
    expect((await page(agreed)).visits).toMatchObject([
      { id: visitId, satisfaction: "satisfied", fairness: null, visitedByName: "沈静" },
    ]);
    // Four questions, of which some may stay unanswered; where none was answered, none was asked.
    await visit(today, ["yes", "partly", "unsaid", "no"]);
    await visit(today, ["unsaid", "unsaid", "unsaid", "unsaid"]);
    const { visits } = await page(agreed);
    expect(visits.map((one) => one.fairness)).toEqual([null, ["yes", "partly", "unsaid", "no"], null]);
    const takes = (answers: string[]) => {
      const said = { disputeId: agreed.disputeId, visitedOn: today, satisfaction: "fair", fairness: answers };
      return recordVisitInput.safeParse(said).success;
    };
    expect([["yes", "no", "no", "unsaid"], ["yes"], ["yes", "no", "no", "maybe"]].map(takes)).toEqual([
      true,
      false,
      false,
    ]);
    await expect(
      database().execute(sql`update follow_up_visits set note = '' where id = ${visitId}::uuid`),
    ).rejects.toMatchObject({
      cause: { constraint_name: "follow_up_visits_append_only" },
    });
  });
});

describe("the office list", () => {
  it("sorts by day, counts what is overdue, this week and later, and pages without loss", async () => {
    const own = await testCounty();
    county = own;
    const agreed = await agreedDispute(own);
    const days = [-3, -1, 40, 41, 42];
    await sealedAgreement(
      own,
      agreed,
      days.map((n, i) => payClause(agreed, 100 + i, { dueOn: addDays(today, n) })),
    );
    const all = await list("mediator");
    expect(all.counts).toMatchObject({ overdue: 2, later: 3 });
    expect(all.rows.map((row) => row.openFen)).toEqual([100, 101, 102, 103, 104]);
    expect(all.rows[0]).toMatchObject({
      obligorNames: ["张建国"],
      obligeeNames: ["刘玉芬"],
      leadName: "沈静",
      isLead: true,
    });
    const first = await list("mediator", { limit: 2 });
    const second = await list("mediator", { limit: 2, after: first.next });
    const third = await list("mediator", { limit: 2, after: second.next });
    expect([...first.rows, ...second.rows, ...third.rows].map((row) => row.id)).toEqual(all.rows.map((row) => row.id));
    expect(third.next).toBeNull();
  });

  it("shows the committee and the head all, another mediator none of 'mine', the officer and other stations nothing", async () => {
    expect((await list("committee")).rows).toHaveLength(5);
    expect((await list("head")).rows).toHaveLength(5);
    expect((await list("mediator2")).rows).toHaveLength(5);
    expect((await list("mediator2", { scope: "mine" })).rows).toHaveLength(0);
    for (const nobody of ["officer", "mediator3", "head2"]) expect((await list(nobody)).rows, nobody).toHaveLength(0);
  });
});
