import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { announceAll, deliverAll, testMessaging, waysIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { testCounty } from "../testing/county";
import { bookable, inDays } from "../testing/sessions";
import { restrictDispute } from "../windows/restrict-dispute";

it("a message about a matter of the office goes to nobody who has left that office since the evening before", async () => {
  const county = await testCounty();
  const { disputeId } = await bookable(county);
  const night = new Date(inDays(1, "22:30"));
  await announceAll({ now: night });
  await restrictDispute(county.as("mediator"), { disputeId, ground: "privacy", reason: "当事人要求保密" });
  await announceAll({ now: night });
  const workAt = (code: string) =>
    database().execute(
      sql`update people set station_id = ${county.stations[code]}::uuid where id = ${county.people.head}::uuid`,
    );
  await workAt("DG");
  await deliverAll(testMessaging().messaging, new Date(inDays(2, "08:30")));
  await workAt("LW");
  const told = (await waysIn(county.countyId)).filter((way) => way.includes("restrictionChanged email"));
  const [head] = await database().execute<{ name: string }>(
    sql`select name from people where id = ${county.people.head}::uuid`,
  );
  expect(told.filter((way) => way.startsWith(head?.name ?? "-"))).toEqual([
    `${head?.name} restrictionChanged email suppressed handedOn`,
  ]);
  expect(told.filter((way) => way.endsWith(" sent"))).toHaveLength(1);
});
