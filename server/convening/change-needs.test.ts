import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../invitations/accept-invitation";
import { declineInvitation } from "../invitations/decline-invitation";
import { fillSeat } from "../invitations/substitute-invitation";
import { confirmSession } from "../sessions/confirm-session";
import { eventsOf, invitationRow } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, convening, inDays, invitee, lastEventOf, stateOf } from "../testing/sessions";
import { changeNeeds } from "./change-needs";
import { conveneSession } from "./convene-session";
import { changeNeedsInput, planInput } from "./inputs";
import { needsOfSessions } from "./reads/needs";
import { plan } from "./reads/plan";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const lawyer = { forceCode: "lawyer", seats: 1, isRequired: true };
const court = { forceCode: "courtStaff", seats: 1, isRequired: true };
let made = 0;
/** A held session with a lawyer and a judge asked to it. */
async function sent(over: Parameters<typeof convening>[2] = {}) {
  made += 1;
  const dispute = await bookable(county);
  const { sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt: inDays(2 + made, "09:00"),
      invitees: [invitee(county, "lawyer"), invitee(county, "judge")],
      needs: [lawyer, court],
      ...over,
    }),
  );
  const ids = (await lastEventOf(county, dispute.disputeId)).payload.invitations as string[];
  return { ...dispute, sessionId, ids };
}
type Sent = Awaited<ReturnType<typeof sent>>;
const change = async (one: Sent, needs: unknown[], over: Record<string, unknown> = {}, who = "mediator") =>
  changeNeeds(
    county.as(who),
    changeNeedsInput.parse({
      disputeId: one.disputeId,
      sessionId: one.sessionId,
      sessionVersion: (await stateOf(county, one.sessionId)).version,
      needs,
      reason: "法官那天开庭，缺了也能谈",
      ...over,
    }),
  );
const accept = (who: string, invitationId = "") =>
  acceptInvitation(county.as(who), { invitationId, declaresNoTie: true });
const decline = (who: string, invitationId = "") =>
  declineInvitation(county.as(who), { invitationId, reason: "busy", note: "" });
const needsOf = async (one: Sent) =>
  (await needsOfSessions(county.as("mediator"), { disputeId: one.disputeId })).sessions[0];

describe("the needs of a session, changed by the lead after sending", () => {
  it("are worked out again at once, and the time line keeps before, after and the reason", async () => {
    const one = await sent();
    await decline("judge", one.ids[1]);
    // The court has nobody else: the system has asked everyone it could.
    await fillSeat({ countyId: county.countyId, invitationId: one.ids[1] ?? "" }, new Date());
    const next = (await needsOf(one))?.helpers.find((helper) => helper.forceCode === "courtStaff");
    expect(next).toBeTruthy();
    await accept("lawyer", one.ids[0]);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ atRisk: false });
    const changed = await change(one, [lawyer, { ...court, isRequired: false }]);
    expect(changed).toMatchObject({ isMet: true, canBeMet: true, isHeld: true });
    expect(await eventsOf(one.disputeId, "session.changeNeeds")).toMatchObject([
      {
        sessionId: one.sessionId,
        before: expect.arrayContaining(["lawyer 1 required", "courtStaff 1 required"]),
        after: ["lawyer 1 required", "courtStaff 1 optional"],
        reason: "法官那天开庭，缺了也能谈",
      },
    ]);
    // Confirmed by a separate act, so that everybody is notified.
    const input = {
      disputeId: one.disputeId,
      sessionId: one.sessionId,
      sessionVersion: changed.sessionVersion,
      despite: "",
    };
    await confirmSession(county.as("mediator"), input);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ heldUntil: null, atRisk: false });
  });

  it("put the session at risk when more are needed than can come, and take the risk away again", async () => {
    const one = await sent();
    await change(one, [{ ...lawyer, seats: 2 }, court]);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ atRisk: true });
    expect((await lastEventOf(county, one.disputeId)).payload).toMatchObject({ atRisk: true });
    await change(one, [lawyer, court]);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ atRisk: false });
    expect((await lastEventOf(county, one.disputeId)).payload).toMatchObject({ atRisk: false });
  });

  it("reach the invitations: an invitee reads from now on whether they are required", async () => {
    const one = await sent();
    await change(one, [lawyer, { ...court, isRequired: false }]);
    expect((await invitationRow(one.ids[1] ?? "")).is_required).toBe(false);
    await change(one, [lawyer, { personId: county.people.judge, isRequired: true }]);
    expect((await invitationRow(one.ids[1] ?? "")).is_required).toBe(true);
    expect((await needsOf(one))?.quorum.needs).toContainEqual(
      expect.objectContaining({ personId: county.people.judge, name: "周文博", come: 0, waiting: 1 }),
    );
  });

  it("are refused for people nobody asked, for an old version, and to everyone but the lead", async () => {
    const one = await sent();
    expect(await refusedWith(change(one, [{ forceCode: "townCadre", seats: 1, isRequired: true }]))).toBe(
      "needUnknown",
    );
    expect(await refusedWith(change(one, [{ personId: county.people.lawyer2, isRequired: true }]))).toBe("needUnknown");
    expect(await refusedWith(change(one, [lawyer], { sessionVersion: 99 }))).toBe("changedMeanwhile");
    expect(await refusedWith(change(one, [lawyer], {}, "mediator2"))).toBe("forbidden");
    expect(await refusedWith(change(one, [lawyer], {}, "lawyer"))).toMatch(/forbidden|notFound/);
    const twice = changeNeedsInput.safeParse({
      disputeId: one.disputeId,
      sessionId: one.sessionId,
      sessionVersion: 1,
      needs: [lawyer, lawyer],
      reason: "改安排",
    });
    expect(twice.success).toBe(false);
  });
});

describe("one who must come in person", () => {
  const named = () => sent({ needs: [lawyer], namedIds: [county.people.judge ?? ""] });

  it("is planned for as required, and stays required when the session is planned again", async () => {
    const one = await named();
    expect((await invitationRow(one.ids[1] ?? "")).is_required).toBe(true);
    const again = await plan(county.as("mediator"), planInput.parse({ disputeId: one.disputeId }));
    expect(again.attendees.filter((attendee) => attendee.isNamed).map((attendee) => attendee.name)).toEqual(["周文博"]);
    expect(again.parts.some((part) => part.forceCode === "courtStaff")).toBe(false);
    for (const slot of again.slots) expect(slot.presence[county.people.judge ?? ""]).not.toBe("cannot");
  });

  it("confirms the session by accepting, while a colleague of theirs does not", async () => {
    const one = await named();
    await accept("lawyer", one.ids[0]);
    expect((await stateOf(county, one.sessionId)).heldUntil).not.toBeNull();
    await accept("judge", one.ids[1]);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ heldUntil: null, atRisk: false });
  });

  it("is not replaced by a substitute: the lead is told at once that they have to act", async () => {
    const one = await named();
    await decline("judge", one.ids[1]);
    await fillSeat({ countyId: county.countyId, invitationId: one.ids[1] ?? "" }, new Date());
    expect(await eventsOf(one.disputeId, "invitation.substitute")).toMatchObject([
      { noSubstitute: true, reason: "inPerson", atRisk: true },
    ]);
    expect(await stateOf(county, one.sessionId)).toMatchObject({ atRisk: true });
  });

  it("must be among those asked or seated", async () => {
    expect(await refusedWith(sent({ namedIds: [county.people.lawyer2 ?? ""] }))).toBe("unknownReference");
  });
});
