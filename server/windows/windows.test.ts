import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeById } from "../disputes/reads/dispute";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { askWindow } from "./ask-window";
import { decideWindow } from "./decide-window";
import { decideWindowInput, reasonedInput, restrictDisputeInput } from "./inputs";
import { restrictDispute } from "./restrict-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
describe("x", () => {
  it("y", async () => {
    const { disputeId } = await acceptedDispute(county);
    await restrictDispute(
      county.as("head"),
      restrictDisputeInput.parse({ disputeId, ground: "privacy", reason: "当事人要求" }),
    );
    expect(await refusedWith(disputeById(county.as("head"), { disputeId }))).toBe("notFound");
    expect((await disputeById(county.as("mediator"), { disputeId })).restriction).toMatchObject({ ground: "privacy" });
    const { windowId } = await askWindow(county.as("head"), reasonedInput.parse({ disputeId, reason: "处理投诉" }));
    await decideWindow(
      county.as("committee"),
      decideWindowInput.parse({ disputeId, windowId, isGranted: true, hours: 4 }),
    );
    expect((await disputeById(county.as("head"), { disputeId })).id).toBe(disputeId);
    const rows = await database().execute(
      sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq desc limit 3`,
    );
    console.log([...rows]);
  });
});
