import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { testCounty } from "../testing/county";
import { merged, registeredTwice } from "../testing/merges";
import { gateOf } from "./reads/gate";

it("what is known of a matter is known from the registrations merged into it, and a successor is no other committee", async () => {
  const county = await testCounty();
  const pair = await registeredTwice(county);
  await merged(county, pair);
  const record = async () => (await gateOf(county.as("officer"), { disputeId: pair.kept })).record;
  expect(await record()).toEqual([]);
  const elsewhere = (committee: string, track: "peoples" | "publicSecurity") =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update proceedings set committee_id = ${county.committees[committee] ?? ""}::uuid, track = ${track}
        where dispute_id = ${pair.absorbed}::uuid`);
    });
  await elsewhere("DG", "peoples");
  expect(await record()).toEqual([{ question: "acceptedElsewhere", record: "otherCommittee" }]);
  const succeeds = (by: string | null) =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(
        sql`update committees set successor_id = ${by}::uuid where id = ${county.committees.DG ?? ""}::uuid`,
      );
    });
  await succeeds(county.committees.LW ?? "");
  expect(await record()).toEqual([]);
  await succeeds(null);
  await elsewhere("LW", "publicSecurity");
  expect((await record()).map(({ question, record: what }) => `${question}: ${what}`).sort()).toEqual([
    "acceptedElsewhere: publicSecurityCase",
    "isViolation: publicSecurityCase",
  ]);
});
