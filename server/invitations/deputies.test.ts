import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { eventsOf, invitedTo, jobKeys, waitingSession } from "../testing/asked";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { inDays } from "../testing/sessions";
import { nameDeputy } from "./name-deputy";
import { boardOf } from "./reads/board";
import { ownInvitation } from "./reads/own";
import { fillSeat } from "./substitute-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("a colleague whose hour is taken", () => {
  it("is not asked at all: no invitation stays behind, the lead reads why, and the next one is looked for", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const startsAt = inDays(5, "09:30");
    const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], { startsAt });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    // judge2 has another session at that hour.
    const elsewhere = await acceptedDispute(county);
    await consented(county, elsewhere);
    const other = await waitingSession(county, elsewhere, [], { startsAt: inDays(6, "09:30"), heldUntil: null });
    await database().execute(sql`insert into slots (county_id, id, session_id, resource, resource_id, during)
      select county_id, gen_random_uuid(), ${other}::uuid, 'person', ${county.people.judge2}::uuid, during from slots
      where session_id = ${sessionId}::uuid and resource = 'room'`);

    const named = await nameDeputy(county.as("judge"), {
      invitationId,
      deputyId: county.people.judge2 ?? "",
      note: "",
    });
    expect(named).toEqual({ invitationId, isDeputyAsked: false });
    expect(await ownInvitation(county.as("judge"), { invitationId })).toMatchObject({
      status: "declined",
      isOpen: false,
      deputy: null,
      isDeputised: true,
    });
    expect((await boardOf(county.as("mediator"), dispute)).invitations).toMatchObject([{ status: "declined" }]);
    expect(await eventsOf(dispute.disputeId, "invitation.delegate")).toMatchObject([
      { deputy: county.people.judge2, deputyBarred: "personTaken" },
    ]);
    expect(await jobKeys("substituteInvitation")).toContain(`substitute:${invitationId}`);
    await fillSeat({ countyId: county.countyId, invitationId }, new Date());
    // Nobody else of the force is free: the event says so.
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toMatchObject([{ replaces: invitationId }]);
  });
});
