import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setLeadInput } from "../handovers/inputs";
import { setLead } from "../handovers/set-lead";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { setSummaryInput } from "./inputs";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("an emoji cut in half", () => {
  it("is replaced by a valid character, so that the database can read the history", async () => {
    const { disputeId } = await acceptedDispute(county);
    const leadPersonId = county.people.mediator2 ?? "";
    await setLead(
      county.as("committee"),
      setLeadInput.parse({ disputeId, leadSeen: county.people.mediator, leadPersonId, reason: "产假\ud83d" }),
    );
    const read = asActor(county.as("mediator"), (tx) =>
      tx.execute<{ text: string }>(sql`select payload::jsonb::text as text from events
        where dispute_id = ${disputeId}::uuid and action = 'lead.set'`),
    );
    const [event] = await read;
    expect(event?.text).toContain("产假\ufffd");
  });
  it("and whole ones stay as they are", () => {
    const input = { summaryVersion: 1, disputeId: "0190aaaa-0000-7000-8000-000000000000", neutralSummary: " 好😀𠮷 " };
    expect(setSummaryInput.parse(input).neutralSummary).toBe("好😀𠮷");
  });
});
