import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  remindAll,
  testMessaging,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";

let county: TestCounty;
beforeEach(async () => {
  county = await testCounty();
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

async function moved(dispute: { disputeId: string }, sessionId: string, version: number, to: string, at: Date) {
  await moveSession(
    county.as("mediator", { now: at }),
    moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: version,
      startsAt: to,
      minutes: 90,
      roomId: county.rooms[roomOne],
    }),
  );
  await announceAll({ now: at });
}
/** Which reminders are sent when the job runs at each of these moments, as "kind name". */
async function remindersAt(moments: readonly string[]): Promise<string[]> {
  const { messaging } = testMessaging();
  for (const moment of moments) {
    await remindAll(new Date(moment));
    await deliverAll(messaging, new Date(moment));
  }
  return (await notificationsIn(county.countyId))
    .filter(({ kind }) => kind.startsWith("reminder"))
    .map(({ kind, name }) => `${kind} ${name}`)
    .sort();
}
const of = (kind: string) => ["刘玉芬", "张建国", "沈静"].map((name) => `${kind} ${name}`).sort();

it("moved to a time less than a day away: the old reminder is not sent, and everyone is reminded two hours before", async () => {
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(5, "10:00") });
  await announceAll({ now: nextMorning() });
  await moved(dispute, sessionId, 1, inDays(4, "15:00"), new Date(inDays(3, "20:00")));
  const hours = [inDays(3, "15:00"), inDays(4, "10:00"), inDays(4, "13:00"), inDays(5, "08:00")];
  expect(await remindersAt(hours)).toEqual(of("reminderHours"));
});

it("moved away and back: each reminder comes once, for the time as it stands", async () => {
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(9, "10:00") });
  await announceAll({ now: nextMorning() });
  await moved(dispute, sessionId, 1, inDays(7, "10:00"), new Date(inDays(1, "10:00")));
  await moved(dispute, sessionId, 2, inDays(9, "10:00"), new Date(inDays(1, "11:00")));
  const hours = [inDays(6, "10:00"), inDays(7, "08:00"), inDays(8, "10:00"), inDays(8, "10:01"), inDays(9, "08:00")];
  expect(await remindersAt(hours)).toEqual([...of("reminderDay"), ...of("reminderHours")]);
});

it("run too early because the rules were changed, it waits for its hour", async () => {
  const dispute = await bookable(county);
  await booked(county, dispute, { startsAt: inDays(5, "10:00") });
  await announceAll({ now: nextMorning() });
  await database().execute(sql`insert into rules (county_id, key, value, valid_from)
    values (${county.countyId}::uuid, 'reminder.firstHours', '12', current_date)`);
  await database().execute(
    sql`update graphile_worker._private_jobs set run_at = now() where key like 'remind:%:hours'`,
  );
  expect(await remindersAt([inDays(4, "10:00"), inDays(4, "21:59")])).toEqual([]);
  expect(await remindersAt([inDays(4, "22:00")])).toEqual(of("reminderDay"));
  expect(await remindersAt([inDays(5, "07:59")])).toEqual(of("reminderDay"));
  expect(await remindersAt([inDays(5, "08:00")])).toEqual([...of("reminderDay"), ...of("reminderHours")]);
});
