import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, lastEventOf, pastTriggers, sessionsOf, stateOf } from "../testing/sessions";
import { swapPersonInput } from "./inputs";
import { swapPerson } from "./swap-person";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

type Dispute = { disputeId: string };
const swap = (dispute: Dispute, sessionId: string, out: string, into: string, over: object = {}) =>
  swapPerson(
    county.as("mediator"),
    swapPersonInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      outPersonId: county.people[out],
      inPersonId: county.people[into],
      ...over,
    }),
  );
const seated = async (dispute: Dispute) =>
  (await sessionsOf(county, dispute)).sessions[0]?.people.filter((one) => one.personId).map((one) => one.name);

describe("replacing one person by another", () => {
  it("seats a colleague on the staff at once, in place of the one who leaves", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "lawyer");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(3, "09:00"),
      personIds: [county.people.lawyer ?? ""],
    });
    expect(await swap(dispute, sessionId, "lawyer", "mediator2")).toMatchObject({ seated: true });
    expect(await seated(dispute)).toEqual(["沈静", "令狐晓峰"]);
    expect(await stateOf(county, sessionId)).toMatchObject({ taken: 3, held: 0, version: 2 });
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.swapPerson",
      payload: { out: county.people.lawyer, in: county.people.mediator2 },
    });
  });

  it("invites another person of the same force, with the hour held until they answer, and removes the first one", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(4, "09:00"),
      personIds: [county.people.judge ?? ""],
    });
    expect(await swap(dispute, sessionId, "judge", "judge2")).toMatchObject({ seated: false });
    expect(await seated(dispute)).toEqual(["沈静"]);
    expect(await stateOf(county, sessionId)).toMatchObject({ taken: 3, held: 1 });
    const { invited } = await sessionsOf(county, dispute);
    expect(invited.map(({ name, status }) => `${name} ${status}`)).toEqual(["李若彤 sent"]);
  });

  it("changes nothing when the new one is taken then, cannot be asked, or there is nothing to swap", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "cadre");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(5, "14:00"),
      personIds: [county.people.cadre ?? ""],
    });
    expect(await refusedWith(swap(dispute, sessionId, "mediator", "mediator2"))).toBe("leadStays");
    expect(await refusedWith(swap(dispute, sessionId, "judge3", "mediator2"))).toBe("notAtTable");
    expect(await refusedWith(swap(dispute, sessionId, "cadre", "mediator"))).toBe("alreadyAtTable");
    expect(await refusedWith(swap(dispute, sessionId, "cadre", "judge3"))).toBe("notOfThisForce");
    expect(await refusedWith(swap(dispute, sessionId, "cadre", "mediator2", { sessionVersion: 7 }))).toBe(
      "changedMeanwhile",
    );
    const elsewhere = await booked(county, await bookable(county), { startsAt: inDays(5, "09:00") });
    await pastTriggers(sql`insert into slots (county_id, session_id, resource, resource_id, during) values (${county.countyId}::uuid,
      ${elsewhere.sessionId}::uuid, 'person', ${county.people.mediator2}::uuid, tstzrange(${inDays(5, "15:00")}::timestamptz, ${inDays(5, "16:00")}::timestamptz))`);
    expect(await refusedWith(swap(dispute, sessionId, "cadre", "mediator2"))).toBe("personTaken");
    expect(await seated(dispute)).toEqual(["沈静", "吴秀英"]);
    expect(await stateOf(county, sessionId)).toMatchObject({ taken: 3, held: 0, version: 1 });
  });
});
