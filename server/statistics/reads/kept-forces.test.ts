import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { recordSessionInput } from "../../sessions/inputs";
import { recordSession } from "../../sessions/record-session";
import { invited, joined } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { sessionUnderWay } from "../../testing/desk";
import { countFigures as countLive } from "../../testing/live-figures";
import { bookable } from "../../testing/sessions";
import { restrictDisputeInput } from "../../windows/inputs";
import { restrictDispute } from "../../windows/restrict-dispute";
import type { Period } from "../inputs";
import { stationScope } from "./count-figures";
import { readForces } from "./forces";
import { instantsOf, periodDays, spanOf } from "./measure-span";
import { forces } from "./overview";

let county: TestCounty;
let dispute: Awaited<ReturnType<typeof bookable>>;
/** When everything has happened. */
let now: Date;

const faults = () =>
  database().execute<{ cell: string; fault: string }>(sql`select * from app.force_faults(${county.countyId}::uuid)`);
const mine = (table: string) => sql`${sql.identifier(table)} x where x.county_id = ${county.countyId}::uuid`;

/** A session the judge was to come to, recorded with them present or not. */
async function held(isPresent: boolean): Promise<void> {
  const judge = county.people.judge ?? "";
  const under = await sessionUnderWay(county, dispute, { personIds: [judge], minutes: 60 });
  const rows = await database().execute<{ id: string; person_id: string | null }>(
    sql`select id, person_id from session_people where session_id = ${under.sessionId}::uuid`,
  );
  now = new Date(under.now.getTime() + 3_600_000);
  await recordSession(
    county.as("mediator", { now }),
    recordSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId: under.sessionId,
      sessionVersion: 1,
      presentIds: rows.filter((row) => isPresent || row.person_id !== judge).map(({ id }) => id),
      result: "adjourned",
      text: "记了一次",
    }),
  );
}

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  await joined(county, dispute, "judge");
  await invited(county, dispute, "lawyer");
  for (const isPresent of [true, false]) await held(isPresent);
});

/** Kept figures of every force in a period, and what the lists' own predicates count, as PostgreSQL shows them to the system. */
async function both(period: Period) {
  const days = periodDays(period, dayOf(now));
  const at = { countyId: county.countyId, stationId: county.stations.LW ?? null };
  return asActor({ ...county.system(), now }, async (tx) => {
    const rows = await readForces(tx, at, instantsOf(days, now));
    const counted = [];
    for (const { code } of rows) {
      const scope = () => sql`${stationScope(at.countyId, at.stationId)} and i.force_code = ${code}`;
      const keys = ["forceAsked", "forceAccepted", "forceAttended", "forceAnswerHours"] as const;
      const { forceAsked, forceAccepted, forceAttended, forceAnswerHours } = await countLive(
        tx,
        keys,
        spanOf(days, now, 90),
        scope,
      );
      counted.push({
        code,
        asked: forceAsked.numerator,
        accepted: forceAccepted,
        attended: forceAttended,
        hours: forceAnswerHours.median,
      });
    }
    const kept = rows.map(({ code, asked, accepted, attended, answerHours }) => ({
      code,
      asked,
      accepted,
      attended,
      hours: answerHours,
    }));
    return { kept, counted };
  });
}

describe("kept figures of the forces", () => {
  it("equal a recount, and what the lists' own predicates count, in every period", async () => {
    expect([...(await faults())]).toEqual([]);
    for (const period of ["week", "month", "quarter", "year"] as const) {
      const { kept, counted } = await both(period);
      expect(kept, period).toEqual(counted);
    }
    const seats = sql`select sum(x.attended)::int as attended, sum(x.expected)::int as expected from ${mine("force_months")}`;
    expect([...(await database().execute(seats))]).toEqual([{ attended: 1, expected: 2 }]);
  });

  it("follow corrections: an answer of another day, another force, a place not taken, nobody there", async () => {
    const steps = [
      sql`update invitations x set sent_at = sent_at - interval '70 days', answered_at = answered_at - interval '69 days' from people p
        where x.county_id = ${county.countyId}::uuid and x.status = 'accepted' and p.id = x.person_id`,
      sql`update invitations x set force_code = 'villageCadre' where x.county_id = ${county.countyId}::uuid and x.status = 'sent'`,
      sql`update session_people x set attendance = 'present' where x.county_id = ${county.countyId}::uuid and x.attendance = 'absent'`,
      sql`delete from ${mine("session_people")} and x.attendance = 'present' and x.person_id is not null
        and x.session_id = (select max(session_id::text)::uuid from session_people where county_id = ${county.countyId}::uuid)`,
    ];
    const guard = (word: "disable" | "enable") =>
      database().execute(sql.raw(`alter table session_people ${word} trigger session_people_stay_as_recorded`));
    await guard("disable");
    for (const step of steps) {
      await database().execute(step);
      expect([...(await faults())]).toEqual([]);
    }
    await guard("enable");
    const { kept, counted } = await both("year");
    expect(kept).toEqual(counted);
  });

  it("lose a cell when a trigger is missing, and a recount says which", async () => {
    await database().execute(sql`alter table invitations disable trigger invitations_forces_counted_again`);
    await database().execute(
      sql`update invitations x set status = 'withdrawn' where x.county_id = ${county.countyId}::uuid and x.status = 'sent'`,
    );
    await database().execute(sql`alter table invitations enable trigger invitations_forces_counted_again`);
    expect((await faults()).map(({ cell }) => cell.split(" ")[0])).toContain("forces");
    await database().execute(sql`select app.count_forces(${county.countyId}::uuid)`);
    expect([...(await faults())]).toEqual([]);
  });

  it("leave out a matter that a restriction closes to the head, of months that are over too", async () => {
    const days = { from: "2025-01-01", until: dayOf(now) };
    const at = { countyId: county.countyId, stationId: county.stations.LW ?? null };
    const asked = async (ctx: Parameters<typeof asActor>[0]) => {
      const rows = await asActor({ ...ctx, now }, (tx) => readForces(tx, at, instantsOf(days, now)));
      return rows.filter(
        (row) => row.asked > 0 || row.accepted.denominator || row.attended.denominator || row.answerHours,
      );
    };
    expect((await asked(county.as("head"))).length).toBeGreaterThan(0);
    const input = { disputeId: dispute.disputeId, ground: "partyRequest", reason: "当事人要求不公开" };
    await restrictDispute(county.as("mediator", { now }), restrictDisputeInput.parse(input));
    expect(await asked(county.as("head"))).toEqual([]);
    expect((await asked(county.system())).length).toBeGreaterThan(0);
  });

  it("are read by the station's own head and by nobody else of the county", async () => {
    expect((await forces(county.as("head", { now }), { period: "year" })).rows.length).toBeGreaterThan(0);
    for (const other of ["mediator", "officer", "committee"])
      await expect(forces(county.as(other, { now }), { period: "year" }), other).rejects.toThrow();
  });
});
