import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { eventsOf, invitedTo, jobKeys, waitingSession } from "../testing/asked";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { inDays, pastTriggers } from "../testing/sessions";
import { declineInvitation } from "./decline-invitation";
import { sendInvitationInput } from "./inputs";
import { nameDeputy } from "./name-deputy";
import { boardOf } from "./reads/board";
import { ownInvitation } from "./reads/own";
import { sendInvitation } from "./send-invitation";
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
    await pastTriggers(sql`insert into slots (county_id, id, session_id, resource, resource_id, during)
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

  it("is not asked either while they are on leave then: the lead reads that they are away", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const startsAt = inDays(8, "09:30");
    const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], { startsAt });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      select county_id, gen_random_uuid(), ${county.people.judge2}::uuid, during, 'leave', now() from slots
      where session_id = ${sessionId}::uuid and resource = 'room'`);
    await nameDeputy(county.as("judge"), { invitationId, deputyId: county.people.judge2 ?? "", note: "" });
    expect(await eventsOf(dispute.disputeId, "invitation.delegate")).toMatchObject([{ deputyBarred: "personAway" }]);
  });
});

describe("a freed seat that the lead fills by hand", () => {
  it("is one of the same session: who cannot come at its hour is refused by name, or asked with a reason, and it is held", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const sessionId = await waitingSession(county, dispute, [{ forceCode: "courtStaff" }], {
      startsAt: inDays(9, "09:30"),
      heldUntil: null,
    });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    await declineInvitation(county.as("judge"), { invitationId, reason: "busy", note: "" });
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      select county_id, gen_random_uuid(), ${county.people.judge2}::uuid, during, 'leave', now() from slots
      where session_id = ${sessionId}::uuid and resource = 'room'`);
    const ask = (despite = "") =>
      sendInvitation(
        county.as("mediator"),
        sendInvitationInput.parse({
          disputeId: dispute.disputeId,
          personId: county.people.judge2,
          forceCode: "courtStaff",
          replacesId: invitationId,
          despite,
        }),
      );
    await expect(ask()).rejects.toMatchObject({ code: "personAway", params: { name: "李若彤" } });
    const asked = await ask("她说可以改假");
    expect((await boardOf(county.as("mediator"), dispute)).invitations.at(-1)).toMatchObject({
      sessionId,
      status: "sent",
    });
    expect((await eventsOf(dispute.disputeId, "invitation.send")).at(-1)).toMatchObject({
      invitation: asked.invitationId,
      despite: "她说可以改假",
      overruled: [county.people.judge2],
    });
    const hours = sql`select 1 from slots where session_id = ${sessionId}::uuid and resource_id = ${county.people.judge2 ?? ""}::uuid`;
    expect(await database().execute(hours)).toHaveLength(1);
  });
});
