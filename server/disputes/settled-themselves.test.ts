import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { consented, noticed, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { endProceeding } from "./end-proceeding";
import { type EndProceedingInput, endProceedingInput } from "./inputs";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const end = (disputeId: string, over: Partial<EndProceedingInput> = {}) =>
  endProceeding(
    county.as("mediator"),
    endProceedingInput.parse({ disputeId, outcome: "settledWithdrawn", reason: "两家自己谈好了", ...over }),
  );
/** How the end of a dispute is counted. */
const countedAs = async (disputeId: string) => {
  const [row] = await database().execute<{ settled: number; untouched: number }>(sql`
    select coalesce(sum(settled), 0)::int as settled, coalesce(sum(untouched), 0)::int as untouched from figure_entries where dispute_id = ${disputeId}::uuid`);
  return row;
};
const settled = { settled: 1, untouched: 0 };
const apart = { settled: 0, untouched: 1 };

describe("a matter that was withdrawn because the parties settled it themselves", () => {
  it("is not resolved by a notice of rights that nobody answered: it counts apart", async () => {
    const dispute = await acceptedDispute(county);
    await noticed(county, dispute);
    await end(dispute.disputeId);
    expect(await countedAs(dispute.disputeId)).toEqual(apart);
  });

  it("is resolved where one of them said so: who, for whom and how stand in the record", async () => {
    const dispute = await acceptedDispute(county);
    await noticed(county, dispute);
    const [first] = await partiesOf(county, dispute);
    const saidBy = { partyId: first?.id ?? "", spokenByLinkId: null, means: "paper" as const };
    await end(dispute.disputeId, { saidBy });
    expect(await countedAs(dispute.disputeId)).toEqual(settled);
    expect((await lastEventOf(county, dispute.disputeId)).payload).toMatchObject({ saidBy: first?.id });
    const [row] = await database().execute(sql`
      select said_by_party_id as party, said_by_link_id as link, said_means as means from endings where dispute_id = ${dispute.disputeId}::uuid`);
    expect(row).toEqual({ party: first?.id, link: null, means: "paper" });
  });

  it("says whose word it is once they had answered, at the screen and by raw SQL", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    expect(await refusedWith(end(dispute.disputeId))).toBe("settledBySomebody");
    await end(dispute.disputeId, await settledSaid(dispute.disputeId));
    expect(await countedAs(dispute.disputeId)).toEqual(settled);
  });

  it("is said by whoever may speak for a party, of this dispute, and with no other outcome", async () => {
    const [applicant, ...others] = intake().parties;
    if (!applicant) throw new Error("no applicant");
    const child = await acceptedDispute(county, { parties: [{ ...applicant, isMinor: true }, ...others] });
    const [minor] = await partiesOf(county, child);
    const saidBy = { partyId: minor?.id ?? "", spokenByLinkId: null, means: "spoken" as const };
    expect(await refusedWith(end(child.disputeId, { saidBy }))).toBe("speakerNotEntitled");
    const other = await acceptedDispute(county);
    expect(await refusedWith(end(other.disputeId, { saidBy }))).toBe("speakerNotEntitled");
    const [first] = await partiesOf(county, other);
    const unreachable = {
      saidBy: { ...saidBy, partyId: first?.id ?? "" },
      outcome: "unreachable" as const,
      routesTold: ["court" as const],
    };
    expect(await refusedWith(end(other.disputeId, unreachable))).toBe("invalidValue");
  });
});
