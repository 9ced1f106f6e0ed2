import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { chanceFor } from "../testing/chance";
import { testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { inTurns } from "../testing/repeat/turns";
import { disablePerson } from "./disable-person";
import { enablePerson } from "./enable-person";

it("nobody out of office ever leads, even if leaving and being made lead happen at once", async () => {
  const county = await testCounty(["LW"]);
  const personId = county.people.mediator2 ?? "";
  const chance = chanceFor("leaving and leading");
  for (let round = 0; round < 12; round += 1) {
    const { disputeId } = await registerDispute(county.as("mediator2"), intake());
    const choice = { notAcceptedReason: null, overrideReason: "", leadUnit: "", track: "coordination" as const };
    const acts = [
      () => triageDispute(county.as("mediator"), { disputeId, answers: harmless, leadPersonId: personId, ...choice }),
      () => disablePerson(county.as("admin"), { personId, reason: "调走" }),
    ];
    // As the machine happens to run them, and in turns that a seed repeats.
    const { answers, turns } =
      round % 2 === 0
        ? { answers: await Promise.allSettled(acts.map((act) => act())), turns: [] }
        : await inTurns(chance, acts);
    const [lead, leave] = answers;
    const [wrong] = await database().execute<{ count: number }>(sql`
      select count(*)::int as count from proceedings r join people p on p.county_id = r.county_id and p.id = r.lead_person_id
      where r.county_id = ${county.countyId}::uuid and r.ended_at is null and p.disabled_at is not null`);
    expect(wrong?.count, turns.join("\n")).toBe(0);
    expect(lead?.status === "fulfilled" && leave?.status === "fulfilled", turns.join("\n")).toBe(false);
    await database().execute(sql`with told as (
        insert into endings (county_id, proceeding_id, dispute_id, outcome, reason, ended_by, ended_at)
        select county_id, id, dispute_id, 'settledWithdrawn', '办完了', lead_person_id, now() from proceedings
        where county_id = ${county.countyId}::uuid and ended_at is null)
      update proceedings set status = 'closed', ended_at = now(), outcome = 'settledWithdrawn'
      where county_id = ${county.countyId}::uuid and ended_at is null`);
    if (leave?.status === "fulfilled") await enablePerson(county.as("admin"), { personId });
  }
});
