import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../kernel/transaction";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, lastEventOf } from "../testing/sessions";
import { partyTimeInput, planInput } from "./inputs";
import { plan } from "./reads/plan";
import { recordPartyTime } from "./record-party-time";
import { removePartyTime } from "./remove-party-time";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const dialysis = "周二、周四上午透析";
async function partyTime(dispute: { disputeId: string }) {
  const [party] = await partiesOf(county, dispute);
  const input = partyTimeInput.parse({
    disputeId: dispute.disputeId,
    partyId: party?.id,
    kind: "only",
    fromTime: "13:00",
    untilTime: "18:00",
    reason: dialysis,
  });
  return recordPartyTime(county.as("mediator"), input);
}

describe("what a party told of its time", () => {
  it("limits the hours, is shown to the lead with the reason, and leaves neither in the event", async () => {
    const dispute = await bookable(county);
    await partyTime(dispute);
    const found = await plan(county.as("mediator"), planInput.parse({ disputeId: dispute.disputeId }));
    expect(found.times).toMatchObject([{ kind: "only", fromTime: "13:00", untilTime: "18:00", reason: dialysis }]);
    expect(found.fits).toBe(true);
    for (const slot of found.slots) {
      const clock = new Date(slot.startsAt).toLocaleTimeString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 5);
      expect(clock >= "13:00" && clock <= "16:30").toBe(true);
    }
    const event = await lastEventOf(county, dispute.disputeId);
    expect(event.action).toBe("partyTime.change");
    expect(JSON.stringify(event.payload)).toBe("{}");
  });

  it("is read and written by the lead alone: not by colleagues, the committee's head or helpers", async () => {
    const dispute = await bookable(county);
    const { partyTimeId } = await partyTime(dispute);
    for (const username of ["mediator2", "committee", "head", "lawyer"]) {
      const seen = await asActor(county.as(username), (tx) =>
        tx.execute(sql`select 1 from party_times where dispute_id = ${dispute.disputeId}::uuid`),
      );
      expect(seen).toHaveLength(0);
      const read = plan(county.as(username), planInput.parse({ disputeId: dispute.disputeId }));
      expect(["forbidden", "notFound"]).toContain(await refusedWith(read));
      const write = removePartyTime(county.as(username), { disputeId: dispute.disputeId, partyTimeId });
      expect(["forbidden", "notFound"]).toContain(await refusedWith(write));
    }
  });

  it("is taken away once", async () => {
    const dispute = await bookable(county);
    const { partyTimeId } = await partyTime(dispute);
    const target = { disputeId: dispute.disputeId, partyTimeId };
    await removePartyTime(county.as("mediator"), target);
    expect(await refusedWith(removePartyTime(county.as("mediator"), target))).toBe("notFound");
    const found = await plan(county.as("mediator"), planInput.parse({ disputeId: dispute.disputeId }));
    expect(found.times).toEqual([]);
  });

  it("refuses a time that ends before it begins and a party of another dispute", async () => {
    const dispute = await bookable(county);
    const [stranger] = await partiesOf(county, await bookable(county));
    expect(
      partyTimeInput.safeParse({
        disputeId: dispute.disputeId,
        partyId: stranger?.id,
        kind: "cannot",
        fromTime: "12:00",
        untilTime: "08:00",
      }).success,
    ).toBe(false);
    const input = partyTimeInput.parse({
      disputeId: dispute.disputeId,
      partyId: stranger?.id,
      kind: "cannot",
      fromTime: "08:00",
      untilTime: "12:00",
    });
    expect(await refusedWith(recordPartyTime(county.as("mediator"), input))).toBe("unknownReference");
  });
});
