import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { registerDispute } from "../disputes/register-dispute";
import { addLeaderShifts } from "../duty-leaders/add-leader-shifts";
import { testCounty } from "../testing/county";
import { askedHarmless, intake } from "../testing/disputes";
import { announceEvent } from "./announce-event";

it("a red risk is told to the head and the leader on duty, an amber one to the leader, or to the head while nobody is on duty", async () => {
  const county = await testCounty();
  // At night: neither waits for the morning.
  const now = new Date("2026-11-25T23:10:00+08:00");
  const told = async (asked: Partial<typeof askedHarmless>) => {
    const input = intake({ asked: { ...askedHarmless, ...asked } });
    const { disputeId } = await registerDispute(county.as("mediator", { now }), input);
    const [event] = await database().execute<{ seq: number }>(
      sql`select seq::int from events where dispute_id = ${disputeId}::uuid and action = 'risk.raise'`,
    );
    const cause = { countyId: county.countyId, chain: disputeId, seq: event?.seq ?? 0 };
    await announceEvent(cause, { enqueuedAt: now, now, robots: [] });
    const rows = await database().execute<{ said: string }>(sql`
      select n.kind || ' ' || split_part(p.username, '.', 1) as said from notifications n join accounts p on p.county_id = n.county_id and p.person_id = n.recipient_id
      where n.dispute_id = ${disputeId}::uuid order by 1`);
    const late = await database().execute(sql`
      select from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
      where n.dispute_id = ${disputeId}::uuid and d.not_before > ${now.toISOString()}::timestamptz`);
    expect(late).toHaveLength(0);
    return rows.map((row) => row.said);
  };
  expect(await told({ livelihood: "yes" })).toEqual(["amberRisk head"]);
  await addLeaderShifts(county.as("head", { now }), {
    leaderId: county.people.officer ?? "",
    shifts: [{ from: now.toISOString(), until: new Date(now.getTime() + 3_600_000).toISOString() }],
  });
  expect(await told({ livelihood: "yes" })).toEqual(["amberRisk officer"]);
  expect(await told({ threat: "yes" })).toEqual(["redRisk head", "redRisk officer"]);
});
