import { beforeAll, expect, it } from "vitest";
import { announceAll, deliverAll, nextMorning, testMessaging, waysIn } from "@/bin/operation/testing/notifications";
import { closeDatabase, openDatabase } from "@/db/client";
import { limitsOf } from "@/db/work";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booked } from "../testing/sessions";
import type { Letter, Port } from "./ports/port";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/**
 * Connects with a database setting that ends idle transactions after `idleMs` milliseconds instead of fifteen
 * seconds.
 */
async function reconnectedWith(idleMs: number): Promise<void> {
  await closeDatabase();
  const opened = openDatabase(process.env.DATABASE_SYSTEM_URL ?? "", { ...limitsOf("write"), idleMs });
  globalThis.zhongtiaoDatabases = new Map([["system write", opened]]);
}

it("a mail server that takes longer than a transaction may lie idle gets each letter once", async () => {
  const dispute = await bookable(county);
  await joined(county, dispute, "judge");
  await booked(county, dispute, { personIds: [county.people.judge ?? ""] });
  await announceAll({ now: nextMorning() });
  await reconnectedWith(500);
  const got: Letter[] = [];
  // Every reply comes in time, all of them together do not.
  const slow: Port = {
    async send(letter) {
      for (let reply = 0; reply < 5; reply += 1) await new Promise((resolve) => setTimeout(resolve, 150));
      got.push(letter);
      return { is: "sent", reference: "slow" };
    },
  };
  const { messaging } = testMessaging({ email: slow });
  await deliverAll(messaging, nextMorning());
  expect(got.length).toBeGreaterThan(0);
  expect(new Set(got.map(({ key }) => key)).size).toBe(got.length);
  const mails = (await waysIn(county.countyId)).filter((way) => way.includes(" email "));
  expect(mails.filter((way) => way.endsWith(" sent"))).toHaveLength(got.length);
  expect(mails.filter((way) => / (queued|sending)/.test(way))).toEqual([]);
});
