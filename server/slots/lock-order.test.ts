import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { nameDeputy } from "../invitations/name-deputy";
import { weekdayOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { invitedTo, waitingSession } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, convening, dayIn, inDays, invitee, roomOne } from "../testing/sessions";
import { moveMeetingInput, planTownHallInput } from "../town-halls/inputs";
import { moveMeeting } from "../town-halls/move-meeting";
import { planTownHall } from "../town-halls/plan-town-hall";
import { queueFor } from "./take-slots";

let county: TestCounty;
let other = "";
beforeAll(async () => {
  county = await testCounty();
  other = await waitingSession(county, await bookable(county), [], { startsAt: inDays(30), heldUntil: null });
});

/** Returns once an act waits for the lock of a room or a person. */
async function untilQueued(): Promise<void> {
  for (;;) {
    const [row] = await database().execute<{ waits: boolean }>(sql`select exists (select from pg_locks
      where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())) as waits`);
    if (row?.waits) return;
  }
}

/**
 * While `act` runs, a rival transaction that already has the locks of `people` takes the hour of the first of them, which
 * `act` is about to free. Gives the rival's result: "taken" or PostgreSQL's error code.
 */
async function wordToRival(people: readonly string[], of: string, act: () => Promise<unknown>): Promise<string> {
  let running: Promise<unknown> = Promise.resolve();
  const word = await database()
    .transaction(async (tx) => {
      // In a deadlock this transaction gets the error, since it looks first.
      await tx.execute(sql`set local deadlock_timeout = '10ms'`);
      await queueFor(tx, county.countyId, people);
      running = act();
      running.catch(() => undefined);
      await untilQueued();
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`insert into slots (county_id, id, session_id, resource, resource_id, during)
        select county_id, gen_random_uuid(), ${other}::uuid, resource, resource_id, during from slots
        where coalesce(session_id, meeting_id) = ${of}::uuid and resource_id = ${people[0]}::uuid`);
      return "taken";
    })
    .catch((error: unknown) => postgresError(error)?.code ?? "?");
  await running;
  return word;
}

describe("an act that frees hours and takes others", () => {
  it("locks all of them first: planning again never causes a deadlock with a rival booking", async () => {
    const dispute = await bookable(county);
    const needs = [{ forceCode: "lawyer", seats: 1, isRequired: true }];
    const first = await conveneSession(
      county.as("mediator"),
      await convening(county, dispute, { startsAt: inDays(8), invitees: [invitee(county, "lawyer")], needs }),
    );
    const again = await convening(county, dispute, {
      startsAt: inDays(9),
      invitees: [invitee(county, "lawyer"), invitee(county, "judge")],
      needs,
      replacesSessionId: first.sessionId,
    });
    const people = [county.people.lawyer ?? "", county.people.judge ?? ""];
    const word = await wordToRival(people, first.sessionId, () => conveneSession(county.as("mediator"), again));
    expect(word).toBe("23P01");
  });

  it("naming a deputy never causes a deadlock with a booking of both", async () => {
    const dispute = await bookable(county);
    const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], { startsAt: inDays(12) });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    const [judge, judge2] = [county.people.judge ?? "", county.people.judge2 ?? ""];
    // Their hour is held until they answer.
    await database().execute(sql`insert into slots (county_id, id, session_id, resource, resource_id, during, held_until)
      select county_id, gen_random_uuid(), session_id, 'person', ${judge}::uuid, during, held_until from slots
      where session_id = ${sessionId}::uuid and resource = 'room'`);
    const named = () => nameDeputy(county.as("judge"), { invitationId, deputyId: judge2, note: "" });
    expect(await wordToRival([judge, judge2], sessionId, named)).toBe("23P01");
  });

  it("moving a town-hall meeting never causes a deadlock with a booking of its chair", async () => {
    const day = dayIn(40);
    const workdays = sql`insert into day_overrides (county_id, day, is_workday) values (${county.countyId}::uuid, ${day}::date, true)`;
    await database().execute(workdays);
    const chairId = county.people.mediator2 ?? "";
    await planTownHall(
      county.as("mediator"),
      planTownHallInput.parse({
        title: "柳湾夜话",
        roomId: county.rooms[roomOne],
        chairId,
        weekday: weekdayOf(day),
        time: "18:00",
        minutes: 60,
        fromDay: day,
        untilDay: day,
      }),
    );
    const [meeting] = await database().execute<{ id: string; starts_at: string }>(
      sql`select id, starts_at from town_hall_meetings where county_id = ${county.countyId}::uuid`,
    );
    const input = moveMeetingInput.parse({
      meetingId: meeting?.id,
      startsAtSeen: new Date(meeting?.starts_at ?? 0).toISOString(),
      roomIdSeen: county.rooms[roomOne],
      startsAt: inDays(41, "10:00"),
      minutes: 60,
      roomId: county.rooms[roomOne],
    });
    const moved = () => moveMeeting(county.as("mediator"), input);
    expect(await wordToRival([chairId], meeting?.id ?? "", moved)).toBe("23P01");
  });
});
