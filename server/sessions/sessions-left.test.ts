import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { inDays, roomOne } from "../testing/sessions";
import { bookSession } from "./book-session";
import { bookSessionInput } from "./inputs";
import { ofDispute } from "./reads/sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A minor violation on the track of police mediation, led by the officer. */
async function policeMediation() {
  const { disputeId } = await registerDispute(county.as("officer"), intake());
  const triage = { disputeId, answers: { ...harmless, isViolation: "yes" as const }, track: "publicSecurity" as const };
  await triageDispute(county.as("officer"), triageDisputeInput.parse(triage));
  await readyToMediate(county, disputeId);
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid`,
  );
  return { disputeId, partyIds: rows.map((row) => row.id) };
}

it("has as many sessions as the county's rule of the day says, two without one (程序规定 183)", async () => {
  const { disputeId, partyIds } = await policeMediation();
  const book = (days: number) =>
    bookSession(
      county.as("officer"),
      bookSessionInput.parse({
        disputeId,
        partyIds,
        kind: "joint",
        startsAt: inDays(days),
        minutes: 60,
        roomId: county.rooms[roomOne],
      }),
    );
  const waitsFor = async () => (await ofDispute(county.as("officer"), { disputeId })).waitsFor;

  await book(3);
  expect(await waitsFor()).toBeNull();
  await book(4);
  expect(await refusedWith(book(5))).toBe("needs.sessionsLeft");
  expect(await waitsFor()).toMatchObject({ code: "needs.sessionsLeft" });

  await database().execute(sql`insert into rules (county_id, key, value, valid_from) values
    (${county.countyId}::uuid, 'publicSecurity.sessionsMax', 3, current_date - 1)`);
  expect(await waitsFor()).toBeNull();
  await book(5);
  expect(await refusedWith(book(6))).toBe("needs.sessionsLeft");
});
