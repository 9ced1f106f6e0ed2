import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { eventsOf, jobKeys, member } from "../testing/asked";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { tellOfSilence } from "./escalate-silence";
import { lapseInvitation } from "./expire-invitation";
import { sendInvitationInput } from "./inputs";
import { pairSilences } from "./parts/silences";
import { sendInvitation } from "./send-invitation";
import { fillSeat } from "./substitute-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const ready = async () => {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  return dispute;
};

describe("the second silence", () => {
  const day = 86_400_000;
  const silence = (id: string, days: number) => ({
    id,
    disputeId: id,
    proceedingId: id,
    answerBy: new Date(Date.UTC(2026, 0, 1) + days * day),
  });
  const pairs = (...days: number[]) =>
    pairSilences(
      days.map((one) => silence(String(one), one)),
      90,
      new Date(Date.UTC(2026, 0, 1) + Math.max(...days) * day),
    ).map(([a, b]) => [a.id, b.id]);

  it("pairs two by two within the window, oldest first, and tells of fresh pairs alone", () => {
    expect(pairs(0)).toEqual([]);
    expect(pairs(0, 10)).toEqual([["0", "10"]]);
    expect(pairs(0, 10, 12)).toEqual([["0", "10"]]);
    expect(pairs(0, 10, 60)).toEqual([]);
    expect(pairs(0, 10, 60, 61)).toEqual([["60", "61"]]);
    expect(pairs(0, 100)).toEqual([]);
    expect(pairs(0, 100, 101)).toEqual([["100", "101"]]);
  });

  it("puts on record once that the unit's lead is told, whichever worker comes first", async () => {
    const personId = county.people.property ?? "";
    const one = await ready();
    const two = await ready();
    for (const dispute of [one, two]) {
      const { invitationId, answerBy } = await invited(county, dispute, "property");
      await lapseInvitation({ countyId: county.countyId, invitationId }, new Date(answerBy));
      expect(await jobKeys("escalateSilence")).toContain(`silence:${invitationId}`);
    }
    const now = new Date(Date.now() + day);
    await Promise.all(Array.from({ length: 4 }, () => tellOfSilence({ countyId: county.countyId, personId }, now)));
    expect(await eventsOf(one.disputeId, "invitation.escalate")).toHaveLength(0);
    const escalations = await eventsOf(two.disputeId, "invitation.escalate");
    expect(escalations).toHaveLength(1);
    const [unit] = await database().execute<{ unit_id: string }>(
      sql`select unit_id from people where id = ${personId}::uuid`,
    );
    expect(escalations[0]).toMatchObject({ person: personId, unit: unit?.unit_id, force: "propertyManager" });
  });

  it("is told of, and the seat is offered to the next one too, whichever of the two jobs runs first", async () => {
    for (const isToldFirst of [true, false]) {
      const { personId } = await member(county, "courtStaff");
      const places: { disputeId: string; invitationId: string }[] = [];
      for (let matter = 0; matter < 2; matter += 1) {
        const dispute = await ready();
        const asked = sendInvitationInput.parse({ disputeId: dispute.disputeId, personId, forceCode: "courtStaff" });
        const { invitationId, answerBy } = await sendInvitation(county.as("mediator"), asked);
        await lapseInvitation({ countyId: county.countyId, invitationId }, new Date(answerBy));
        places.push({ disputeId: dispute.disputeId, invitationId });
      }
      const [, last] = places;
      if (!last) throw new Error("two were asked");
      const now = new Date(Date.now() + day);
      const tell = () => tellOfSilence({ countyId: county.countyId, personId }, now);
      const fill = () => fillSeat({ countyId: county.countyId, invitationId: last.invitationId }, now);
      for (const job of isToldFirst ? [tell, fill] : [fill, tell]) await job();
      expect(await eventsOf(last.disputeId, "invitation.escalate")).toHaveLength(1);
      expect(await eventsOf(last.disputeId, "invitation.substitute")).toHaveLength(1);
      // Both again, as after a crash: nothing more.
      await Promise.all([tell(), fill()]);
      expect(await eventsOf(last.disputeId, "invitation.escalate")).toHaveLength(1);
      expect(await eventsOf(last.disputeId, "invitation.substitute")).toHaveLength(1);
    }
  });
});
