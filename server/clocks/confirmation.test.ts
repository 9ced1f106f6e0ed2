import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { takeEffect } from "../agreements/take-effect";
import { triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { composePaper } from "../papers/parts/compose-paper";
import { recordBreachInput } from "../performance/inputs";
import { performanceOfDispute } from "../performance/reads/ledger";
import { recordBreach } from "../performance/record-breach";
import { everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { answerOf } from "../testing/lanes/questions";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { applyConfirmation } from "./apply-confirmation";
import { applyConfirmationInput, recordConfirmationInput } from "./inputs";
import { recordConfirmation } from "./record-confirmation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const noon = (day: string) => instantOf(day, "12:00");
const as = (day: string) => county.as("mediator", { now: noon(day) });

/** Reached by word of mouth on 17 September 2026, entered on the 20th; one payment is due in two weeks. */
async function inForce() {
  const { disputeId } = await registerDispute(as("2026-09-01"), intake());
  await triageDispute(as("2026-09-01"), triageDisputeInput.parse({ disputeId, answers: harmless, track: "peoples" }));
  await database().execute(sql`update proceedings set status = 'agreed' where dispute_id = ${disputeId}::uuid`);
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const parties = rows.map(({ id }) => id);
  const clauses = [payClause({ parties }, 100_000, { dueOn: "2026-10-01" })];
  const draft = { agreementVersion: null, disputeId, form: "oral", facts: "谈成了。", clauses };
  await draftAgreement(as("2026-09-20"), draftAgreementInput.parse(draft));
  await takeEffect(as("2026-09-20"), { ...everyYes({ disputeId, parties }), happenedOn: "2026-09-17" });
  return { disputeId, parties };
}
type InForce = Awaited<ReturnType<typeof inForce>>;
const apply = ({ disputeId, parties }: InForce, day: string, over: object = {}) =>
  applyConfirmation(
    as(day),
    applyConfirmationInput.parse({
      disputeId,
      appliedOn: day,
      court: "泊头市人民法院",
      applicants: parties.map((partyId) => ({ partyId, linkId: null })),
      ...over,
    }),
  );
const clockOf = async ({ disputeId }: InForce, day: string) =>
  (await disputeById(as(day), { disputeId })).proceeding?.clocks.find((one) => one.kind === "confirmation");
interface RedList {
  rows: { id: string; reasons: string[]; confirmUntil: string | null }[];
}
const redOf = async ({ disputeId }: InForce, day: string) =>
  (JSON.parse(await answerOf(county.actor("head"), "overview.redList", {}, noon(day))) as RedList).rows.find(
    (row) => row.id === disputeId,
  );
const breaks = ({ disputeId, parties }: InForce, day: string) =>
  database()
    .execute<{ id: string }>(sql`select id from obligations where dispute_id = ${disputeId}::uuid`)
    .then(([owed]) =>
      recordBreach(
        as(day),
        recordBreachInput.parse({
          disputeId,
          obligationId: owed?.id,
          partyId: parties[1],
          breachedOn: "2026-10-02",
          note: "没付",
          remediesTold: ["confirmation", "suit"],
        }),
      ),
    );

it("runs 30 days from the day of effect, however late that was entered, and lapses by itself without anybody being late", async () => {
  const agreed = await inForce();
  // 17 October 2026 is a Saturday.
  const row = { startedOn: "2026-09-17", dueOn: "2026-10-19", law: "人民调解法 33" };
  expect(await clockOf(agreed, "2026-10-19")).toMatchObject({ ...row, state: "running" });
  expect(await clockOf(agreed, "2026-10-20")).toMatchObject({ ...row, state: "lapsed", daysOver: 0 });
  expect((await redOf(agreed, "2026-10-30"))?.reasons ?? []).not.toContain("pastTerm");
  const page = await agreementOfDispute(as("2026-10-01"), agreed);
  expect(page).toMatchObject({ confirmationUntil: "2026-10-19", appliedOn: null });
  // The month of mediation is over and stays as it stopped; the proceeding's day is still its own.
  const [{ due } = {}] = await database().execute<{ due: string }>(
    sql`select due_on::text as due from proceedings where dispute_id = ${agreed.disputeId}::uuid`,
  );
  expect(due).toBe("2026-10-08");
});

it("stops when all parties have applied together, within the days, on the day they did", async () => {
  const agreed = await inForce();
  const { disputeId, parties } = agreed;
  const one = { applicants: [{ partyId: parties[0], linkId: null }] };
  expect(await refusedWith(apply(agreed, "2026-10-15", one))).toBe("applyTogether");
  expect(await refusedWith(apply(agreed, "2026-10-15", { appliedOn: "2026-10-16" }))).toBe("dayInFuture");
  expect(await refusedWith(apply(agreed, "2026-10-15", { appliedOn: "2026-09-16" }))).toBe("dayTooEarly");
  expect(await refusedWith(apply(agreed, "2026-10-21"))).toBe("confirmationLapsed");
  // Not by raw SQL either, not even once every party has said that they apply.
  const late = database().transaction(async (tx) => {
    await tx.execute(sql`
      insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at)
      select c.county_id, gen_random_uuid(), c.dispute_id, c.proceeding_id, p.id, 'confirmation', 'agreed', ${county.people.mediator}::uuid, now()
      from clocks c join parties p on p.county_id = c.county_id and p.dispute_id = c.dispute_id
      where c.dispute_id = ${disputeId}::uuid and c.kind = 'confirmation'`);
    await tx.execute(sql`
      insert into clock_changes (county_id, id, dispute_id, proceeding_id, clock_id, kind, happened_on, old_due_on, new_due_on, reason, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, proceeding_id, id, 'applied', due_on + 1, due_on, due_on, '法院', ${county.people.mediator}::uuid, now()
      from clocks where dispute_id = ${disputeId}::uuid and kind = 'confirmation'`);
  });
  expect(await refusedWith(late)).toBe("clockByCause");
  // Entered after the last day, of a day within.
  await apply(agreed, "2026-10-21", { appliedOn: "2026-10-19" });
  expect(await clockOf(agreed, "2027-01-10")).toMatchObject({
    state: "met",
    stoppedOn: "2026-10-19",
    stoppedBy: "applied",
    changes: [{ kind: "applied", happenedOn: "2026-10-19", reason: "泊头市人民法院" }],
  });
  expect(await agreementOfDispute(as("2027-01-10"), agreed)).toMatchObject({ appliedOn: "2026-10-19" });
  expect(await lastEventOf(county, disputeId)).toMatchObject({
    action: "confirmation.apply",
    payload: { appliedOn: "2026-10-19", court: "泊头市人民法院" },
  });
  expect(await refusedWith(apply(agreed, "2026-10-21", { appliedOn: "2026-10-19" }))).toBe("needs.confirmationOpen");
});

it("is followed before the court, in the order of its days, until it has decided or the application is taken back", async () => {
  const agreed = await inForce();
  const { disputeId } = agreed;
  const record = (step: string, happenedOn: string, note = "（2026）浙0604民特12号") =>
    recordConfirmation(as("2026-11-20"), recordConfirmationInput.parse({ disputeId, step, happenedOn, note }));
  const allowed = async () =>
    (await agreementOfDispute(as("2026-11-20"), agreed)).allowed.includes("confirmation.record");
  expect(await refusedWith(record("accepted", "2026-10-12"))).toBe("needs.confirmationApplied");
  expect(await allowed()).toBe(false);
  await apply(agreed, "2026-10-12");
  expect(await allowed()).toBe(true);
  expect(await refusedWith(record("accepted", "2026-10-11"))).toBe("dayTooEarly");
  expect(await refusedWith(record("accepted", "2026-11-21"))).toBe("dayInFuture");
  await record("accepted", "2026-10-14");
  await record("returned", "2026-10-16", "缺身份证明材料");
  expect(await refusedWith(record("confirmed", "2026-10-15"))).toBe("dayTooEarly");
  expect((await agreementOfDispute(as("2026-11-20"), agreed)).court).toEqual({
    ...{ step: "returned", on: "2026-10-16", note: "缺身份证明材料" },
  });
  await record("dismissed", "2026-11-02", "协议内容不明确");
  expect(await lastEventOf(county, disputeId)).toMatchObject({
    action: "confirmation.record",
    payload: { courtStep: "dismissed", happenedOn: "2026-11-02" },
  });
  expect(await refusedWith(record("confirmed", "2026-11-03"))).toBe("needs.confirmationApplied");
  expect(await allowed()).toBe(false);
  const bySql = database().execute(sql`
    insert into clock_changes (county_id, id, dispute_id, proceeding_id, clock_id, kind, happened_on, old_due_on, new_due_on, reason, recorded_by, recorded_at)
    select county_id, gen_random_uuid(), dispute_id, proceeding_id, id, 'confirmed', '2026-11-03', due_on, due_on, '确认有效', ${county.people.mediator}::uuid, now()
    from clocks where dispute_id = ${disputeId}::uuid and kind = 'confirmation'`);
  expect(await refusedWith(bySql)).toBe("needs.confirmationApplied");
  expect((await clockOf(agreed, "2026-11-20"))?.changes.map(({ kind }) => kind)).toEqual([
    ...["applied", "accepted", "returned", "dismissed"],
  ]);
});

/** What the application of a day says, or will say, to which court it goes. */
const printedOn = ({ disputeId }: InForce, day: string) =>
  asActor(as(day), async (tx) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`select id from proceedings where dispute_id = ${disputeId}::uuid order by ordinal desc limit 1`,
    );
    const of = { kind: "confirmation" as const, disputeId, proceedingId: row?.id ?? "", subjectId: null };
    const composed = await composePaper(tx, county.countyId, of, { now: noon(day) });
    return composed?.paper.blocks.flatMap((one) =>
      one.kind === "paragraph" && /法院$/.test(one.text) ? one.text : [],
    );
  });

it.each(["dismissed", "withdrawn"])(
  "a %s application is followed by another within the days, and not after",
  async (step) => {
    const agreed = await inForce();
    const { disputeId } = agreed;
    const record = (kind: string, day: string) =>
      recordConfirmation(
        as(day),
        recordConfirmationInput.parse({ disputeId, step: kind, happenedOn: day, note: "缺材料" }),
      );
    const pageOn = (day: string) => agreementOfDispute(as(day), agreed);
    await apply(agreed, "2026-10-01");
    expect(await printedOn(agreed, "2026-10-02")).toEqual(["泊头市人民法院"]);
    await record("accepted", "2026-10-02");
    expect((await pageOn("2026-10-02")).allowed).not.toContain("confirmation.apply");
    expect(await refusedWith(apply(agreed, "2026-10-03"))).toBe("needs.confirmationOpen");
    await record(step, "2026-10-08");
    // The court's word leads on: to another application, or to another version of the agreement.
    const page = await pageOn("2026-10-08");
    expect(page.allowed).toEqual(expect.arrayContaining(["confirmation.apply", "agreement.renegotiate"]));
    expect(page.courts.map(({ ground }) => ground)).toEqual(["domicile", "subject", "committee"]);
    expect(page).toMatchObject({ type: "neighbour" });
    // Which one is open again; the record names no other than the committee's own.
    const [named = ""] = new Set(page.courts.map(({ court }) => court).filter(Boolean));
    expect(named).not.toBe("泊头市人民法院");
    expect(await printedOn(agreed, "2026-10-08")).toEqual([named]);
    expect(await refusedWith(apply(agreed, "2026-10-09", { appliedOn: "2026-10-07" }))).toBe("dayTooEarly");
    expect(await refusedWith(apply(agreed, "2026-10-21"))).toBe("confirmationLapsed");
    await apply(agreed, "2026-10-12", { court: "献县人民法院" });
    expect(await pageOn("2026-10-12")).toMatchObject({ appliedOn: "2026-10-12", court: null, courts: [], type: null });
    expect(await printedOn(agreed, "2026-10-12")).toEqual(["献县人民法院"]);
    await record("confirmed", "2026-10-14");
    expect(await refusedWith(apply(agreed, "2026-10-15"))).toBe("needs.confirmationOpen");
    // Nor does the day on which they applied move by itself.
    const moved = database().execute(sql`
    update clocks set stopped_on = '2026-10-13' where dispute_id = ${disputeId}::uuid and kind = 'confirmation'`);
    expect(await refusedWith(moved)).toBe("clockByCause");
  },
);

it("of an agreement older than its clock, the day is worked out and the clock begins with the application", async () => {
  const agreed = await inForce();
  await database().transaction(async (tx) => {
    await tx.execute(sql`delete from clocks where dispute_id = ${agreed.disputeId}::uuid and kind = 'confirmation'`);
  });
  expect(await agreementOfDispute(as("2026-10-01"), agreed)).toMatchObject({ confirmationUntil: "2026-10-19" });
  await apply(agreed, "2026-10-12");
  expect(await clockOf(agreed, "2026-10-12")).toMatchObject({ state: "met", startedOn: "2026-09-17" });
});

it("a breach comes on the red list before the days run out, and is looked at again by then", async () => {
  const agreed = await inForce();
  await breaks(agreed, "2026-10-14");
  const { proceeding } = await disputeById(as("2026-10-14"), agreed);
  // Seven days on would be the 21st; the way to the court closes on the 19th, at the close of the office.
  expect(proceeding).toMatchObject({
    nextStep: "followBreach",
    nextDueAt: instantOf("2026-10-19", "18:00").toISOString(),
  });
  expect(await redOf(agreed, "2026-10-15")).toMatchObject({ confirmUntil: "2026-10-19" });
  expect((await redOf(agreed, "2026-10-15"))?.reasons).toContain("confirmation");
  expect((await redOf(agreed, "2026-10-20"))?.reasons).not.toContain("confirmation");
  const [owed] = (await performanceOfDispute(as("2026-10-15"), agreed)).obligations;
  expect(owed?.breaches[0]?.confirmUntil).toBe("2026-10-19");
  await apply(agreed, "2026-10-16");
  expect((await redOf(agreed, "2026-10-17"))?.reasons ?? []).not.toContain("confirmation");
  expect((await performanceOfDispute(as("2026-10-17"), agreed)).obligations[0]?.breaches[0]?.confirmUntil).toBeNull();
});
