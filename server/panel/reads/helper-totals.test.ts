import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { repeatableRandom } from "../../demo/scenarios/repeatable-random";
import { endProceeding } from "../../disputes/end-proceeding";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { lapseInvitation } from "../../invitations/expire-invitation";
import { withdrawInvitation } from "../../invitations/withdraw-invitation";
import { asActor } from "../../kernel/transaction";
import { recordSessionInput } from "../../sessions/inputs";
import { ownRecord } from "../../sessions/reads/own-record";
import { recordSession } from "../../sessions/record-session";
import { invited } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { sessionUnderWay } from "../../testing/desk";
import { unreached } from "../../testing/endings";
import { bookable, failedBecause, inDays } from "../../testing/sessions";

let county: TestCounty;
const seed = 20_261_130;
const random = repeatableRandom(seed);
const helpers = ["judge", "lawyer", "town", "village", "property", "activist", "justice", "enforcement"];
const results = ["agreed", "partlyAgreed", "adjourned", "failed"] as const;
const faults = async () => [
  ...(await database().execute<{ cell: string }>(sql`select * from app.helper_faults(${county.countyId}::uuid)`)),
];
const oneOf = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;

/** Asks some helpers, who accept, decline, say nothing or are not needed any more; gives those who joined. */
async function askSome(dispute: { disputeId: string }): Promise<string[]> {
  const came: string[] = [];
  for (const username of helpers.filter(() => random.below(3) === 0)) {
    const { invitationId } = await invited(county, dispute, username);
    const answer = random.below(5);
    if (answer === 0) await declineInvitation(county.as(username), { invitationId, reason: "busy", note: "" });
    else if (answer === 1) await lapseInvitation({ countyId: county.countyId, invitationId }, new Date(inDays(9)));
    else if (answer === 2) await withdrawInvitation(county.as("mediator"), { ...dispute, invitationId });
    else {
      await acceptInvitation(county.as(username), { invitationId, declaresNoTie: true });
      came.push(username);
    }
  }
  return came;
}

/** One matter: people are asked, one or two sessions are held with some of them, and sometimes it ends. */
async function playOne(): Promise<void> {
  const dispute = await bookable(county);
  const personIds = (await askSome(dispute)).map((username) => county.people[username] ?? "");
  for (let n = random.below(3); n > 0; n -= 1) {
    const { sessionId, now } = await sessionUnderWay(county, dispute, { personIds, minutes: oneOf([30, 45, 90]) });
    const seats = await database().execute<{ id: string; party_id: string | null }>(
      sql`select id, party_id from session_people where session_id = ${sessionId}::uuid`,
    );
    const presentIds = seats.filter(() => random.below(4) > 0).map(({ id }) => id);
    const input = { ...dispute, sessionId, sessionVersion: 1, presentIds, result: oneOf(results), text: "记一次" };
    const said = failedBecause(seats.map((seat) => seat.party_id));
    await recordSession(county.as("mediator", { now }), recordSessionInput.parse({ ...input, ...said }));
  }
  if (random.below(2) > 0) return;
  await database().execute(
    sql`update proceedings set status = 'mediating' where dispute_id = ${dispute.disputeId}::uuid`,
  );
  await endProceeding(county.as("mediator"), {
    ...dispute,
    ...(await unreached(dispute.disputeId)),
  });
}

beforeAll(async () => {
  county = await testCounty();
  for (let nth = 0; nth < 6; nth += 1) await playOne();
});

describe("totals of helpers", () => {
  it("equal a recount of the disputes, cell by cell, after acts in any order", async () => {
    const [row] = await database().execute<Record<"asked" | "sat" | "ended", number>>(sql`
      select sum(asked)::int as asked, sum(attended + missed)::int as sat, sum(ended)::int as ended from helper_months
      where county_id = ${county.countyId}::uuid`);
    expect(Math.min(row?.asked ?? 0, row?.sat ?? 0, row?.ended ?? 0), `seed ${seed}`).toBeGreaterThan(0);
    expect(await faults(), `seed ${seed}`).toEqual([]);
  });

  it("follow corrections, and rows that are taken away", async () => {
    await database().transaction(async (tx) => {
      const here = sql`county_id = ${county.countyId}::uuid`;
      // What was held and recorded stays; the figures follow whatever becomes of it all the same.
      const guards = async (word: "disable" | "enable") => {
        await tx.execute(sql.raw(`alter table sessions ${word} trigger sessions_stay_as_held`));
        await tx.execute(sql.raw(`alter table sessions ${word} trigger slots_hours_of_booking`));
        await tx.execute(sql.raw(`alter table session_people ${word} trigger session_people_stay_as_recorded`));
      };
      await guards("disable");
      await tx.execute(
        sql`update invitations set sent_at = sent_at - interval '40 days' where ${here} and force_code = 'lawyer'`,
      );
      await tx.execute(
        sql`update sessions set result = 'failed', ends_at = ends_at + interval '10 minutes' where ${here} and status = 'ended'`,
      );
      await tx.execute(
        sql`update session_people set attendance = 'absent' where ${here} and person_id = ${county.people.mediator}::uuid`,
      );
      await tx.execute(sql`delete from session_people where ${here} and person_id = ${county.people.judge}::uuid`);
      await tx.execute(sql`set constraints all immediate`);
      await guards("enable");
    });
    expect(await faults(), `seed ${seed}`).toEqual([]);
  });

  it("lose a cell when a trigger is missing, and a recount says whose and of which month", async () => {
    const again = (on: "disable" | "enable") =>
      database().execute(sql`alter table invitations ${sql.raw(on)} trigger invitations_counted_again`);
    await again("disable");
    await database().execute(sql`update invitations set sent_at = sent_at - interval '70 days' where id = (
      select min(id::text)::uuid from invitations where county_id = ${county.countyId}::uuid and status = 'accepted')`);
    await again("enable");
    expect((await faults()).map(({ cell }) => cell.split(" ")[0]).sort()).toEqual(
      expect.arrayContaining(["helper", "helpers"]),
    );
    await database().execute(sql`select app.count_county(${county.countyId}::uuid)`);
    expect(await faults()).toEqual([]);
  });

  it("lose nothing when one helper is asked in eight disputes at once", async () => {
    const disputes = await Promise.all(Array.from({ length: 8 }, () => bookable(county)));
    await Promise.all(disputes.map((dispute) => invited(county, dispute, "surveyor")));
    expect(await faults()).toEqual([]);
    expect((await ownRecord(county.as("surveyor"), { before: null })).total.asked).toBe(8);
  });

  it("are read as figures by the offices, by each helper of themselves, and by nobody else of the county", async () => {
    const read = (username: string) =>
      asActor(county.as(username), async (tx) => [
        ...(await tx.execute<{ asked: number }>(
          sql`select * from app.helper_results(array[${county.people.surveyor}::uuid], now() - interval '1 day')`,
        )),
      ]);
    for (const office of ["mediator", "officer", "head", "committee"])
      expect(await read(office), office).toMatchObject([{ asked: 8 }]);
    for (const other of ["judge", "surveyor", "grid", "county", "admin"]) expect(await read(other), other).toEqual([]);
    expect((await ownRecord(county.as("cadre"), { before: null })).total.asked).toBe(0);
    const whole = asActor(county.as("mediator"), (tx) => tx.execute(sql`select from helper_months`));
    await expect(whole).rejects.toThrow();
  });
});
