import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { takeEffect } from "../agreements/take-effect";
import { giveNotice } from "../consents/give-notice";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { endProceeding } from "../disputes/end-proceeding";
import { triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { reopenDispute } from "../disputes/reopen-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { recordPerformanceInput } from "../performance/inputs";
import { recordPerformance } from "../performance/record-performance";
import { recordHeldInput } from "../sessions/inputs";
import { recordHeld } from "../sessions/record-held";
import { everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { lastEvent, policeCase, readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { settleOnSpotInput } from "./inputs";
import { settleOnSpot } from "./settle-on-spot";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A Thursday, the last day of its year; the day after it is a day off. */
const night = "2026-12-31";
const nextDay = "2027-01-01";
const happened = instantOf(night, "23:40");
const entries = [
  ["ten past midnight", instantOf(nextDay, "00:10")],
  ["the next afternoon", instantOf(nextDay, "15:20")],
  ["the same minute", instantOf(night, "23:41")],
] as const;

const proceedingAt = async (disputeId: string, now: Date, by = "mediator") =>
  (await disputeById(county.as(by, { now }), { disputeId })).proceeding;

/** A matter of people's mediation as it is entered at an hour, both sides told and willing on a day. */
async function taken(now: Date, { acceptedOn, saidOn }: { acceptedOn?: string; saidOn?: string } = {}) {
  const as = () => county.as("mediator", { now });
  const { disputeId, number } = await registerDispute(as(), intake());
  const triage = { disputeId, answers: harmless, track: "peoples", ...(acceptedOn ? { acceptedOn } : {}) };
  await triageDispute(as(), triageDisputeInput.parse(triage));
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const parties = rows.map(({ id }) => id);
  const tells = (happenedOn = saidOn) =>
    giveNotice(as(), { disputeId, partyIds: [], means: "read", speakers: [], ...(happenedOn ? { happenedOn } : {}) });
  const agree = (happenedOn = saidOn) =>
    recordConsent(
      as(),
      recordConsentInput.parse({
        disputeId,
        answers: parties.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" })),
        ...(happenedOn ? { happenedOn } : {}),
      }),
    );
  const holds = (startsAt: Date, result = "agreed") =>
    recordHeld(
      as(),
      recordHeldInput.parse({
        disputeId,
        startsAt: startsAt.toISOString(),
        minutes: 20,
        place: "小区门口",
        personIds: [county.people.mediator],
        partyIds: parties,
        result,
        text: "当场谈妥。",
      }),
    );
  return { as, disputeId, number, parties, tells, agree, holds };
}

describe("what was settled before midnight and is entered after it", () => {
  it.each(entries)(
    "a settlement in the street, entered at %s, was accepted on the day of the event",
    async (_, now) => {
      const police = await policeCase(county, {}, now);
      await readyToMediate(county, police.disputeId, "officer", now);
      const [injured, suspect] = police.parties;
      const input = settleOnSpotInput.parse({
        disputeId: police.disputeId,
        form: "written",
        settledAt: happened.toISOString(),
        place: "柳湾路口",
        isFactsClear: true,
        isCauseClear: true,
        losses: "none",
        facts: "双方推搡，无伤。",
        recording: "JLY-001",
        clauses: [
          {
            kind: "pay",
            text: "当场赔偿",
            amountFen: 20_000,
            proof: "receipt",
            proofNote: "收条",
            obligorPartyIds: [suspect],
            obligeePartyIds: [injured],
          },
        ],
        signers: police.parties.map((partyId) => ({ partyId, means: "fingerprint" })),
      });
      const { number } = await settleOnSpot(county.as("officer", { now }), input);
      const proceeding = await proceedingAt(police.disputeId, now, "officer");
      expect(proceeding).toMatchObject({ status: "performed", acceptedOn: night, acceptedAt: now.toISOString() });
      expect(proceeding?.clocks).toMatchObject([
        { kind: "firstSession", startedOn: night, stoppedOn: night, state: "met" },
      ]);
      const { agreement } = await agreementOfDispute(county.as("officer", { now }), police);
      expect(agreement).toMatchObject({ status: "effective" });
      const times = [agreement?.effectiveAt, agreement?.clauses[0]?.performedAt];
      for (const time of [...times, ...(agreement?.signatures ?? []).map((one) => one.signedAt)])
        expect(new Date(time ?? 0)).toEqual(happened);
      // A number is of the year in which it is given; when it was entered is on the chain.
      expect(number).toContain(`（${dayOf(now).slice(0, 4)}）`);
      expect(await lastEvent(police)).toMatchObject({
        action: "onSpot.settle",
        payload: { settledAt: happened.toISOString() },
      });
      const [event] = await database().execute<{ on: string }>(sql`
      select app.day_of(to_timestamp(at_us / 1000000.0))::text as on from events where dispute_id = ${police.disputeId}::uuid and action = 'onSpot.settle'`);
      expect(event?.on).toBe(dayOf(now));
    },
  );

  it("what was said, held, agreed and paid that night keeps its day, and the month runs from it", async () => {
    const now = instantOf(nextDay, "00:10");
    const matter = await taken(now, { saidOn: night });
    await matter.tells();
    await matter.agree();
    const accepted = await proceedingAt(matter.disputeId, now);
    // 31 January 2027 is a Sunday.
    expect(accepted?.clocks).toMatchObject([{ kind: "peoplesMonth", startedOn: night, dueOn: "2027-02-01" }]);
    expect(matter.number).toContain("2027");
    await matter.holds(instantOf(night, "23:10"));
    const { disputeId, parties } = matter;
    await draftAgreement(
      matter.as(),
      draftAgreementInput.parse({
        agreementVersion: null,
        disputeId,
        form: "oral",
        facts: "谈成了。",
        clauses: [payClause({ parties }, 10_000, { dueOn: night })],
      }),
    );
    await takeEffect(matter.as(), { ...everyYes({ disputeId, parties }), happenedOn: night });
    const [owed] = await database().execute<{ id: string }>(
      sql`select id from obligations where dispute_id = ${disputeId}::uuid`,
    );
    const paid = { disputeId, obligationId: owed?.id, partyId: parties[1], amountFen: 10_000, performedOn: night };
    await recordPerformance(
      matter.as(),
      recordPerformanceInput.parse({ ...paid, proof: "receipt", proofNote: "收条" }),
    );
    const proceeding = await proceedingAt(disputeId, now);
    expect(proceeding).toMatchObject({ status: "performed", acceptedOn: night });
    expect(proceeding?.clocks[0]).toMatchObject({ state: "met", stoppedOn: night });
    const said = await database().execute<{ on: string }>(sql`
      select happened_on::text as on from notices where dispute_id = ${disputeId}::uuid
      union all select happened_on::text from consents where dispute_id = ${disputeId}::uuid and subject = 'mediation'`);
    expect(said.map(({ on }) => on)).toEqual(Array(parties.length * 2).fill(night));
  });

  it("a session, a refusal or an end that is entered first dates the acceptance too", async () => {
    const now = instantOf(nextDay, "00:10");
    const held = await taken(now);
    await held.tells();
    await held.agree();
    await held.holds(happened);
    expect(await proceedingAt(held.disputeId, now)).toMatchObject({ acceptedOn: night, status: "agreed" });
    const refusal = await taken(now);
    await recordRefusal(refusal.as(), {
      disputeId: refusal.disputeId,
      partyId: refusal.parties[0] ?? "",
      reason: "不愿调解",
      routesTold: ["court"],
      happenedOn: night,
    });
    expect(await proceedingAt(refusal.disputeId, now)).toMatchObject({ acceptedOn: night, status: "closed" });
    const end = await taken(now);
    const ended = { ...(await settledSaid(end.disputeId)), happenedOn: night };
    await endProceeding(end.as(), { disputeId: end.disputeId, ...ended });
    expect(await proceedingAt(end.disputeId, now)).toMatchObject({
      acceptedOn: night,
      clocks: [{ stoppedOn: night, state: "met" }],
    });
  });

  it("triage says on which day a matter was taken up; its clock starts then", async () => {
    const now = instantOf(nextDay, "00:10");
    const { disputeId } = await taken(now, { acceptedOn: night });
    expect(await proceedingAt(disputeId, now)).toMatchObject({
      acceptedOn: night,
      acceptedAt: now.toISOString(),
      clocks: [{ startedOn: night }],
    });
    expect(await refusedWith(taken(now, { acceptedOn: addDays(nextDay, 1) }))).toBe("dayInFuture");
    expect(await refusedWith(taken(now, { acceptedOn: addDays(nextDay, -31) }))).toBe("dayTooEarly");
    // The day of entry itself is no day apart.
    const same = await taken(now, { acceptedOn: nextDay });
    expect(await proceedingAt(same.disputeId, now)).toMatchObject({ acceptedOn: nextDay });
  });

  it("nothing is dated ahead, before the county lets it be entered, before what began it, or in the attempt before", async () => {
    const now = instantOf(nextDay, "15:20");
    const matter = await taken(now);
    expect(await refusedWith(matter.tells(addDays(nextDay, 1)))).toBe("dayInFuture");
    expect(await refusedWith(matter.tells(addDays(nextDay, -31)))).toBe("dayTooEarly");
    await matter.tells();
    expect(await refusedWith(matter.agree(addDays(nextDay, -31)))).toBe("dayTooEarly");
    await matter.agree();
    await matter.holds(instantOf(nextDay, "10:00"), "adjourned");
    // What began it was held today: nothing of it was said yesterday.
    expect(await refusedWith(matter.agree(night))).toBe("dayTooEarly");
    const { disputeId } = matter;
    await endProceeding(matter.as(), { disputeId, ...(await settledSaid(disputeId)) });
    await reopenDispute(matter.as(), { disputeId, reason: "又起争执" });
    expect(await refusedWith(matter.holds(instantOf(night, "23:10")))).toBe("needs.everyPartyConsented");
    expect(await refusedWith(matter.tells(night))).toBe("dayTooEarly");
    await matter.tells();
    await matter.agree();
    expect(await refusedWith(matter.holds(instantOf(night, "23:10")))).toBe("dayTooEarly");
  });
});
