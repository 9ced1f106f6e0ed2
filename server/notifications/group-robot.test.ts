import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { announceAll, deliverAll, nextMorning, testMessaging } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";

let county: TestCounty;
beforeEach(async () => {
  county = await testCounty();
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

/** What the robot writes about a session that was moved, after `meanwhile` happened to its one helper. */
async function saidInTheGroup(meanwhile: (personId: string) => Promise<unknown>): Promise<string[]> {
  const dispute = await bookable(county);
  await joined(county, dispute, "judge");
  const personId = county.people.judge ?? "";
  const { sessionId } = await booked(county, dispute, { personIds: [personId], startsAt: inDays(4) });
  const { messaging, robot } = testMessaging();
  await announceAll({ now: nextMorning() });
  await moveSession(
    county.as("mediator"),
    moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      startsAt: inDays(6),
      minutes: 90,
      roomId: county.rooms[roomOne],
    }),
  );
  await announceAll({ now: nextMorning(), robots: messaging.ports });
  await meanwhile(personId);
  await deliverAll(messaging, nextMorning());
  return robot.map(({ text }) => text.split("\n")[0] ?? "");
}

it("writes in the system's language, whatever the recipient of the same notification chose", async () => {
  const english = (personId: string) =>
    database().execute(sql`update accounts set locale = 'en' where person_id = ${personId}::uuid`);
  expect(await saidInTheGroup(english)).toEqual(["调解会改了时间或地点"]);
});

it("still writes when that person has left meanwhile", async () => {
  // Nobody leaves with a session to come; the trigger that says so is off here.
  const left = (personId: string) =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update people set disabled_at = now() where id = ${personId}::uuid`);
    });
  expect(await saidInTheGroup(left)).toEqual(["调解会改了时间或地点"]);
});
