import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../invitations/accept-invitation";
import { declineInvitation } from "../invitations/decline-invitation";
import { acceptAnswer, declineAnswer } from "../invitations/inputs";
import { asActor } from "../kernel/transaction";
import { consented, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import {
  bookable,
  booked,
  convening,
  inDays,
  invitee,
  lastEventOf,
  roomOne,
  roomTwo,
  sessionsOf,
  slotsOf,
  stateOf,
} from "../testing/sessions";
import { conveneSession } from "./convene-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const anyLawyer = { forceCode: "lawyer", seats: 1, isRequired: true };
const courtIfItCanBe = { forceCode: "courtStaff", seats: 1, isRequired: false };
const send = async (dispute: { disputeId: string }, over: Parameters<typeof convening>[2]) =>
  conveneSession(county.as("mediator"), await convening(county, dispute, over));
/** Names and states of everyone asked here. */
const openInvitations = async (disputeId: string) => {
  const rows = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ one: string }>(sql`select p.name || ' ' || i.status as one from invitations i
      join people p on p.county_id = i.county_id and p.id = i.person_id where i.dispute_id = ${disputeId}::uuid`),
  );
  return rows.map(({ one }) => one).sort();
};
const accept = (username: string, invitationId: string) =>
  acceptInvitation(county.as(username), { invitationId, ...acceptAnswer.parse({ declaresNoTie: true }) });
const invitationsOf = async (disputeId: string) => {
  const { payload } = await lastEventOf(county, disputeId);
  return payload.invitations as string[];
};

describe("convening in one act", () => {
  it("holds the room and everyone's hour, asks each, and says until when", async () => {
    const dispute = await bookable(county);
    const sent = await send(dispute, {
      invitees: [invitee(county, "lawyer"), invitee(county, "judge")],
      needs: [anyLawyer, courtIfItCanBe],
      alternatives: [{ startsAt: inDays(4), roomId: county.rooms[roomTwo] ?? "" }],
    });
    expect(sent.invited).toBe(2);
    expect(await stateOf(county, sent.sessionId)).toMatchObject({ status: "booked", taken: 4, held: 4, atRisk: false });
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("convening");
    expect(await openInvitations(dispute.disputeId)).toEqual(["周文博 sent", "林晓岚 sent"].sort());
    const event = await lastEventOf(county, dispute.disputeId);
    expect(event).toMatchObject({
      action: "convening.send",
      payload: { sessionId: sent.sessionId, startsAt: inDays(3), room: "驻所调解室一", confirmed: false },
    });
    expect(event.payload.invitations).toHaveLength(2);
    expect(JSON.stringify(event.payload)).not.toContain("13800");
  });

  it("is confirmed when the last one who must come says yes; the others' hours stay held for them", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await send(dispute, {
      startsAt: inDays(4, "09:00"),
      invitees: [invitee(county, "lawyer"), invitee(county, "judge")],
      needs: [anyLawyer, courtIfItCanBe],
    });
    const [first = "", second = ""] = await invitationsOf(dispute.disputeId);
    await accept("lawyer", first);
    expect(await stateOf(county, sessionId)).toMatchObject({ heldUntil: null, taken: 4, held: 1 });
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("scheduled");
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "invitation.accept",
      payload: { confirmed: true, sessionId, to: "scheduled" },
    });
    await declineInvitation(county.as("judge"), { invitationId: second, ...declineAnswer.parse({ reason: "away" }) });
    expect(await slotsOf(county, sessionId)).toBeLessThanOrEqual(4);
    expect(await stateOf(county, sessionId)).toMatchObject({ heldUntil: null, atRisk: false });
  });

  it("is confirmed at once when everyone who must come has joined already", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "cadre");
    const sent = await send(dispute, {
      startsAt: inDays(5, "09:00"),
      personIds: [county.people.cadre ?? ""],
      needs: [{ forceCode: "villageCadre", seats: 1, isRequired: true }],
      invitees: [invitee(county, "judge2")],
    });
    expect(sent.heldUntil).toBeNull();
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("scheduled");
    expect(await stateOf(county, sent.sessionId)).toMatchObject({ heldUntil: null, taken: 4, held: 1 });
  });

  it("adds the hour to invitations that had none, and asks nobody twice", async () => {
    const dispute = await bookable(county);
    const first = await send(dispute, { startsAt: inDays(6, "09:00"), invitees: [invitee(county, "town")], needs: [] });
    expect(first.invited).toBe(1);
    expect(
      await refusedWith(send(dispute, { startsAt: inDays(6, "14:00"), invitees: [invitee(county, "town")] })),
    ).toBe("alreadyInvited");
  });

  it("plans the same people again: the old hour is free, open invitations get the new one, those left out are withdrawn", async () => {
    const dispute = await bookable(county);
    const first = await send(dispute, {
      startsAt: inDays(7, "09:00"),
      invitees: [invitee(county, "property"), invitee(county, "surveyor")],
      needs: [{ forceCode: "propertyManager", seats: 1, isRequired: true }],
    });
    const again = await send(dispute, {
      startsAt: inDays(7, "09:30"),
      replacesSessionId: first.sessionId,
      invitees: [invitee(county, "property")],
      needs: [{ forceCode: "propertyManager", seats: 1, isRequired: true }],
    });
    expect(await stateOf(county, first.sessionId)).toMatchObject({ status: "cancelled", taken: 0 });
    expect(await stateOf(county, again.sessionId)).toMatchObject({ status: "booked", taken: 3, held: 3 });
    expect(await openInvitations(dispute.disputeId)).toEqual(["孙立 sent", "陶文渊 withdrawn"].sort());
  });

  it("asks nobody and holds nothing when one thing is refused", async () => {
    const dispute = await bookable(county);
    const rival = await bookable(county);
    await booked(county, rival, { startsAt: inDays(8, "09:00") });
    const at = { startsAt: inDays(8, "10:00"), invitees: [invitee(county, "lawyer2")] };
    expect(await refusedWith(send(dispute, at))).toBe("roomTaken");
    const unconsented = await acceptedDispute(county);
    expect(await refusedWith(send(unconsented, { startsAt: inDays(8, "15:00") }))).toBe("needs.everyPartyConsented");
    const elsewhere = { ...at, roomId: county.rooms[roomOne] ?? "", startsAt: inDays(8, "16:00") };
    expect(
      await refusedWith(
        send(dispute, { ...elsewhere, invitees: [{ ...invitee(county, "lawyer2"), forceCode: "courtStaff" }] }),
      ),
    ).toBe("notOfThisForce");
    expect(await openInvitations(dispute.disputeId)).toEqual([]);
    expect((await sessionsOf(county, dispute)).sessions).toEqual([]);
  });

  it("is refused with the names of people who are taken then, and asks nobody", async () => {
    const busy = await bookable(county);
    await send(busy, { startsAt: inDays(9, "09:00"), invitees: [invitee(county, "enforcement")] });
    const dispute = await bookable(county);
    const clash = send(dispute, {
      startsAt: inDays(9, "10:00"),
      roomId: county.rooms[roomTwo] ?? "",
      invitees: [invitee(county, "enforcement")],
    });
    await expect(clash).rejects.toMatchObject({
      code: "personTaken",
      params: { name: expect.stringContaining("丁一鸣") },
    });
  });

  it("is allowed to the lead only", async () => {
    const dispute = await bookable(county);
    const input = await convening(county, dispute, { startsAt: inDays(10) });
    expect(await refusedWith(conveneSession(county.as("mediator2"), input))).toBe("forbidden");
    expect(await refusedWith(conveneSession(county.as("lawyer"), input))).toBe("notFound");
  });

  it("replays the same key as one convening", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const input = await convening(county, dispute, { startsAt: inDays(11), invitees: [invitee(county, "justice")] });
    const ctx = county.as("mediator");
    const answers = await Promise.all([1, 2, 3].map(() => conveneSession(ctx, input)));
    expect(new Set(answers.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(await openInvitations(dispute.disputeId)).toEqual(["韩冰 sent"]);
  });
});
