import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { acceptInvitation } from "../invitations/accept-invitation";
import { acceptAnswer } from "../invitations/inputs";
import { withdrawInvitation } from "../invitations/withdraw-invitation";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import {
  bookable,
  booked,
  booking,
  convening,
  inDays,
  invitee,
  lastEventOf,
  roomOne,
  roomTwo,
  sessionsOf,
  stateOf,
} from "../testing/sessions";
import { cancelSession } from "./cancel-session";
import { confirmSession } from "./confirm-session";
import { endHold, expireHold } from "./expire-hold";
import { holdSession } from "./hold-session";
import { cancelSessionInput, confirmSessionInput, holdSessionInput, moveSessionInput } from "./inputs";
import { moveSession } from "./move-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

type Dispute = { disputeId: string; proceedingId: string };
const day = 86_400_000;
const longAgo = () => new Date(Date.now() - 20 * day);
const worker = () => systemActor(county.countyId, "expireHold");
const anyLawyer = { forceCode: "lawyer", seats: 1, isRequired: true };

/** Holds an hour without inviting anybody; `now` in the past makes an expired hold. */
async function held(dispute: Dispute, startsAt: string, over: object = {}, now = new Date()) {
  const input = holdSessionInput.parse({ ...(await booking(county, dispute, { startsAt })), ...over });
  return holdSession(county.as("mediator", { now }), input);
}
const target = (dispute: Dispute, sessionId: string, sessionVersion: number) =>
  confirmSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion });
const send = async (dispute: Dispute, over: Parameters<typeof convening>[2], now = new Date()) =>
  conveneSession(county.as("mediator", { now }), await convening(county, dispute, over));
/** When the jobs that decide this hold are due. */
const decidedAt = async (sessionId: string) => {
  const jobs = await database().execute<{ at: string }>(
    sql`select run_at as at from graphile_worker.jobs where key = ${`hold:${sessionId}`}`,
  );
  return jobs.map(({ at }) => new Date(at).toISOString());
};
const firstInvitation = async (dispute: Dispute) =>
  ((await lastEventOf(county, dispute.disputeId)).payload.invitations as string[])[0] ?? "";
const due = (dispute: Dispute, sessionId: string, at: number) =>
  expireHold(actAs(worker(), new Date(Date.now() + at)), { ...dispute, sessionId });

describe("an hour held and not yet confirmed", () => {
  it("keeps the room and the people from others until it expires, and reveals no dispute", async () => {
    const dispute = await bookable(county);
    const { sessionId, heldUntil } = await held(dispute, inDays(3, "09:00"), { askedIds: [county.people.judge] });
    expect(Date.parse(heldUntil)).toBeGreaterThan(Date.now());
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "booked", taken: 3, held: 3 });
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("convening");
    expect(await refusedWith(booked(county, await bookable(county), { startsAt: inDays(3, "10:00") }))).toBe(
      "roomTaken",
    );
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.hold",
      payload: { sessionId },
    });
  });

  it("has one job that decides it when it runs out, also after a move to an earlier hour", async () => {
    const dispute = await bookable(county);
    const now = new Date(inDays(20, "12:00"));
    const { sessionId, heldUntil } = await held(dispute, inDays(22, "14:00"), {}, now);
    expect(await decidedAt(sessionId)).toEqual([heldUntil]);
    const earlier = { startsAt: inDays(21, "09:00"), minutes: 60, roomId: county.rooms[roomOne] };
    const move = moveSessionInput.parse({ ...target(dispute, sessionId, 1), ...earlier });
    await moveSession(county.as("mediator", { now }), move);
    expect(await decidedAt(sessionId)).toEqual([inDays(21, "08:00")]);
  });

  it("blocks nobody once it has expired, even before the system has cleared it", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await held(dispute, inDays(4, "09:00"), {}, longAgo());
    const rival = await bookable(county);
    await booked(county, rival, { startsAt: inDays(4, "09:30") });
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "booked", taken: 0 });
    expect(await refusedWith(confirmSession(county.as("mediator"), target(dispute, sessionId, 1)))).toBe("roomTaken");
  });

  it("is confirmed by the lead, once; an expired hold may still be confirmed while its hour is free", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await held(dispute, inDays(5, "09:00"), {}, longAgo());
    await confirmSession(county.as("mediator"), target(dispute, sessionId, 1));
    expect(await stateOf(county, sessionId)).toMatchObject({ heldUntil: null, taken: 2, held: 0, version: 2 });
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("scheduled");
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.confirm",
      payload: { sessionId },
    });
    expect(await refusedWith(confirmSession(county.as("mediator"), target(dispute, sessionId, 2)))).toBe("notHeld");
    expect(await refusedWith(confirmSession(county.as("mediator"), target(dispute, sessionId, 1)))).toBe(
      "changedMeanwhile",
    );
  });

  it("is released by itself when somebody who must come is missing, and ends its open invitations", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await send(dispute, {
      startsAt: inDays(6, "09:00"),
      invitees: [invitee(county, "lawyer")],
      needs: [anyLawyer],
    });
    expect(await refusedWith(due(dispute, sessionId, 0))).toBe("stillHeld");
    await endHold({ countyId: county.countyId, sessionId }, new Date(Date.now() + 5.9 * day));
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "cancelled", taken: 0 });
    const event = await lastEventOf(county, dispute.disputeId);
    expect(event).toMatchObject({ action: "session.expireHold", payload: { sessionId, withdrawn: 1 } });
    expect((await sessionsOf(county, dispute)).sessions[0]).toMatchObject({ cancelReason: "holdExpired" });
    await endHold({ countyId: county.countyId, sessionId }, new Date(Date.now() + 5.9 * day));
    expect(await lastEventOf(county, dispute.disputeId)).toEqual(event);
    await booked(county, await bookable(county), { startsAt: inDays(6, "09:00") });
  });

  it("is released although everyone needed has joined, when nobody was ever asked to it: the system does not decide for the lead", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "cadre");
    const need = { forceCode: "villageCadre", seats: 1, isRequired: true };
    const hold = await held(dispute, inDays(7, "09:00"), { personIds: [county.people.cadre], needs: [need] });
    await endHold({ countyId: county.countyId, sessionId: hold.sessionId }, new Date(Date.now() + 2 * day));
    expect(await stateOf(county, hold.sessionId)).toMatchObject({ status: "cancelled" });
  });

  it("is confirmed by the last answer that is needed, and at risk when nobody is left to give it", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await send(dispute, {
      startsAt: inDays(8, "09:00"),
      invitees: [invitee(county, "lawyer2")],
      needs: [anyLawyer],
    });
    const invitationId = await firstInvitation(dispute);
    await acceptInvitation(county.as("lawyer2"), { invitationId, ...acceptAnswer.parse({ declaresNoTie: true }) });
    expect(await stateOf(county, sessionId)).toMatchObject({ heldUntil: null, atRisk: false, taken: 3, held: 0 });
    const lost = await bookable(county);
    const second = await send(lost, {
      startsAt: inDays(9, "09:00"),
      invitees: [invitee(county, "justice")],
      needs: [{ forceCode: "justiceOffice", seats: 1, isRequired: true }],
    });
    const withdraw = { disputeId: lost.disputeId, invitationId: await firstInvitation(lost) };
    await withdrawInvitation(county.as("mediator"), withdraw);
    expect(await stateOf(county, second.sessionId)).toMatchObject({
      status: "booked",
      atRisk: true,
      taken: 2,
      held: 2,
    });
    expect(await lastEventOf(county, lost.disputeId)).toMatchObject({
      payload: { atRisk: true, sessionId: second.sessionId },
    });
  });
});

describe("moving and cancelling what is held", () => {
  it("moves a held session with its open invitations; it stays held and each offer gets the new time", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await send(dispute, {
      startsAt: inDays(10, "09:00"),
      invitees: [invitee(county, "judge3")],
      needs: [],
    });
    const move = moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: (await stateOf(county, sessionId)).version,
      startsAt: inDays(10, "14:00"),
      minutes: 60,
      roomId: county.rooms[roomTwo],
    });
    const before = await stateOf(county, sessionId);
    await moveSession(county.as("mediator"), move);
    const after = await stateOf(county, sessionId);
    expect(after).toMatchObject({ taken: before.taken, held: before.held });
    expect(
      await refusedWith(
        booked(county, await bookable(county), { startsAt: inDays(10, "14:30"), roomId: county.rooms[roomTwo] ?? "" }),
      ),
    ).toBe("roomTaken");
    await booked(county, await bookable(county), { startsAt: inDays(10, "09:00") });
  });

  it("names everyone who is not free at the new hour and moves nothing", async () => {
    const first = await bookable(county);
    const one = await send(first, {
      startsAt: inDays(11, "09:00"),
      invitees: [invitee(county, "town"), invitee(county, "surveyor")],
      needs: [anyLawyer],
    });
    const second = await bookable(county);
    await send(second, {
      startsAt: inDays(11, "14:00"),
      roomId: county.rooms[roomTwo] ?? "",
      invitees: [invitee(county, "town"), invitee(county, "surveyor")],
      needs: [anyLawyer],
    });
    const move = moveSession(
      county.as("mediator"),
      moveSessionInput.parse({
        disputeId: first.disputeId,
        sessionId: one.sessionId,
        sessionVersion: 1,
        startsAt: inDays(11, "14:30"),
        minutes: 60,
        roomId: county.rooms[roomOne],
      }),
    );
    await expect(move).rejects.toMatchObject({ code: "personTaken", params: { name: expect.stringMatching(/沈静/) } });
    expect(await stateOf(county, one.sessionId)).toMatchObject({ version: 1, taken: 4, held: 4 });
  });

  it("cancels the session with its open invitations; people who had accepted stay helpers of the dispute", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await send(dispute, {
      startsAt: inDays(12, "09:00"),
      invitees: [invitee(county, "property"), invitee(county, "justice")],
      needs: [
        { forceCode: "propertyManager", seats: 1, isRequired: true },
        { forceCode: "justiceOffice", seats: 1, isRequired: true },
      ],
    });
    await acceptInvitation(county.as("property"), {
      invitationId: await firstInvitation(dispute),
      ...acceptAnswer.parse({ declaresNoTie: true }),
    });
    await cancelSession(
      county.as("mediator"),
      cancelSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 1, reason: "当事人住院" }),
    );
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "cancelled", taken: 0 });
    const { invited } = await sessionsOf(county, dispute);
    expect(invited.map(({ name, status }) => `${name} ${status}`)).toEqual(["孙立 accepted"]);
    // Helpers who have joined count at once in the next session.
    const next = await send(dispute, {
      startsAt: inDays(12, "14:00"),
      personIds: [county.people.property ?? ""],
      needs: [{ forceCode: "propertyManager", seats: 1, isRequired: true }],
    });
    expect(next.heldUntil).toBeNull();
  });
});
