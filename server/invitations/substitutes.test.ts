import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { conveneSession } from "../convening/convene-session";
import { cancelSession } from "../sessions/cancel-session";
import { eventsOf, invitationRow, invitedTo, jobKeys, member, waitingSession } from "../testing/asked";
import { consented, invited, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { convening, inDays, invitee } from "../testing/sessions";
import { declineInvitation } from "./decline-invitation";
import { lapseInvitation } from "./expire-invitation";
import { sendInvitationInput } from "./inputs";
import { boardOf } from "./reads/board";
import { sendInvitation } from "./send-invitation";
import { fillSeat } from "./substitute-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

let made = 0;
const ready = async () => {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  return dispute;
};
async function held(forceCode = "courtStaff", over: { startsAt?: string; heldUntil?: string | null } = {}) {
  made += 1;
  const dispute = await ready();
  const startsAt = over.startsAt ?? inDays(3 + Math.floor(made / 3), ["08:30", "10:15", "14:00"][made % 3]);
  const sessionId = await waitingSession(county, dispute, [{ forceCode }], { heldUntil: null, ...over, startsAt });
  return { ...dispute, sessionId };
}
const decline = (username: string, invitationId: string) =>
  declineInvitation(county.as(username), { invitationId, reason: "busy", note: "" });
const fill = (invitationId: string, now = new Date()) => fillSeat({ countyId: county.countyId, invitationId }, now);
const seatOf = async (dispute: { disputeId: string }) =>
  (await boardOf(county.as("mediator"), dispute)).invitations.map((one) => ({ ...one }));
const askedNext = async (replaced: string) =>
  (
    await database().execute<{ id: string; person_id: string; answer_by: Date }>(
      sql`select id, person_id, answer_by from invitations where replaces_id = ${replaced}::uuid`,
    )
  ).map((row) => ({ ...row }));
const atRisk = async (sessionId: string) => {
  const [row] = await database().execute<{ at_risk_since: Date | null }>(
    sql`select at_risk_since from sessions where id = ${sessionId}::uuid`,
  );
  return row?.at_risk_since !== null;
};

describe("a seat that came free", () => {
  it("by a refusal is offered to the next eligible person for the same session, in the name of who asked first", async () => {
    const dispute = await held();
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await decline("judge", invitationId);
    expect(await jobKeys("substituteInvitation")).toContain(`substitute:${invitationId}`);
    await fill(invitationId);
    const [first, second] = await seatOf(dispute);
    expect(first).toMatchObject({ status: "declined" });
    expect(second).toMatchObject({
      status: "sent",
      replacesId: invitationId,
      sessionId: dispute.sessionId,
      sentBy: "沈静",
      // The registered deputy of the one who declined comes first.
      personId: county.people.judge2,
    });
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toMatchObject([
      { replaces: invitationId, invitation: second?.id, person: county.people.judge2, job: "substituteInvitation" },
    ]);
    expect(await atRisk(dispute.sessionId)).toBe(false);
    expect(await jobKeys("expireInvitations")).toContain(`expire:${second?.id}`);
  });

  it("by silence is offered just the same", async () => {
    const dispute = await held();
    const { invitationId, answerBy } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    const late = new Date(Date.parse(answerBy) + 1000);
    await lapseInvitation({ countyId: county.countyId, invitationId }, late);
    await fill(invitationId, late);
    const [next] = await askedNext(invitationId);
    expect(next).toBeTruthy();
    expect((await invitationRow(invitationId)).status).toBe("expired");
  });

  it("stops after three substitutes: the lead is told, and the session is at risk", async () => {
    const dispute = await held("securityActivist");
    const helpers = await Promise.all([1, 2, 3, 4].map(() => member(county, "securityActivist")));
    const of = (personId: string) => helpers.find((one) => one.personId === personId)?.as() ?? county.as("activist");
    let current = (await invitedTo(county, dispute, dispute.sessionId, "activist")).invitationId;
    let person = county.people.activist ?? "";
    for (let round = 0; round < 4; round += 1) {
      await declineInvitation(of(person), { invitationId: current, reason: "away", note: "" });
      await fill(current);
      const [next] = await askedNext(current);
      if (!next) break;
      [current, person] = [next.id, next.person_id];
    }
    const events = await eventsOf(dispute.disputeId, "invitation.substitute");
    expect(events).toHaveLength(4);
    expect(events.slice(0, 3).every((event) => typeof event.invitation === "string")).toBe(true);
    expect(events[3]).toMatchObject({ noSubstitute: true, reason: "enough", atRisk: true });
    expect(await atRisk(dispute.sessionId)).toBe(true);
    expect((await boardOf(county.as("mediator"), dispute)).substitutions).toHaveLength(4);
  });

  it("with nobody left says so, and the session the seat is needed for is at risk", async () => {
    const dispute = await held("justiceOffice");
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "justice");
    await decline("justice", invitationId);
    expect(await atRisk(dispute.sessionId)).toBe(false);
    await fill(invitationId);
    expect(await askedNext(invitationId)).toHaveLength(0);
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toMatchObject([
      { replaces: invitationId, noSubstitute: true, reason: "nobody", atRisk: true },
    ]);
    expect(await atRisk(dispute.sessionId)).toBe(true);
  });

  it("must be answered by an hour before the session, and by the end of the hold", async () => {
    const soon = new Date(Date.now() + 20 * 60_000);
    const near = await held("courtStaff", { heldUntil: soon.toISOString() });
    const { invitationId } = await invitedTo(county, near, near.sessionId, "judge");
    await decline("judge", invitationId);
    await fill(invitationId);
    const [next] = await askedNext(invitationId);
    expect(new Date(next?.answer_by ?? 0).toISOString()).toBe(soon.toISOString());
  });

  it("is not offered when it is too late for anybody to decide; the lead is told", async () => {
    const dispute = await held("courtStaff", { heldUntil: new Date(Date.now() + 5 * 60_000).toISOString() });
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await decline("judge", invitationId);
    await fill(invitationId);
    expect(await askedNext(invitationId)).toHaveLength(0);
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toMatchObject([
      { noSubstitute: true, reason: "noTime" },
    ]);
  });

  it("is never offered to a person who is tied, busy then, or not agreed to", async () => {
    const dispute = await held("enforcementTeam");
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "enforcement");
    const [tied, busy, objected, fit] = await Promise.all([1, 2, 3, 4].map(() => member(county, "enforcementTeam")));
    const [party] = await partiesOf(county, dispute);
    await database().execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${dispute.disputeId}::uuid, ${party?.id}::uuid, ${tied?.personId}::uuid, 'kin', 'recorded', ${county.people.mediator}::uuid, now())`);
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      select county_id, gen_random_uuid(), p.id, tstzrange(s.starts_at, s.ends_at), 'leave', now() from sessions s, unnest(array[${busy?.personId}::uuid, ${county.people.enforcement2}::uuid]) p(id)
      where s.id = ${dispute.sessionId}::uuid`);
    const answers = [{ partyId: party?.id, subject: "invitePerson", personId: objected?.personId, answer: "refused" }];
    await recordConsent(county.as("mediator"), recordConsentInput.parse({ disputeId: dispute.disputeId, answers }));
    await decline("enforcement", invitationId);
    await fill(invitationId);
    const [next] = await askedNext(invitationId);
    expect(next?.person_id).toBe(fit?.personId);
    if (!fit) throw new Error("nobody fit");
    await declineInvitation(fit.as(), { invitationId: next?.id ?? "", reason: "busy", note: "" });
    await fill(next?.id ?? "");
    expect(await askedNext(next?.id ?? "")).toHaveLength(0);
  });
});

it("the hour kept for one who declines is free again, and kept for the next", async () => {
  const dispute = await ready();
  const startsAt = inDays(9, "09:00");
  const { sessionId } = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt,
      invitees: [invitee(county, "judge")],
      needs: [{ forceCode: "courtStaff", seats: 1, isRequired: true }],
    }),
  );
  const [asked] = await seatOf(dispute);
  const keepers = async () =>
    (
      await database().execute<{ id: string }>(
        sql`select resource_id as id from slots where session_id = ${sessionId}::uuid and resource = 'person'`,
      )
    ).map(({ id }) => id);
  expect(await keepers()).toContain(county.people.judge);
  await decline("judge", asked?.id ?? "");
  expect(await keepers()).not.toContain(county.people.judge);
  await fill(asked?.id ?? "");
  expect(await keepers()).toContain(county.people.judge2);
});

describe("nobody is asked needlessly", () => {
  it("after the session was cancelled, or the matter ended", async () => {
    const dispute = await held();
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await decline("judge", invitationId);
    const [session] = await database().execute<{ version: number }>(
      sql`select version from sessions where id = ${dispute.sessionId}::uuid`,
    );
    await cancelSession(county.as("mediator"), {
      disputeId: dispute.disputeId,
      sessionId: dispute.sessionId,
      sessionVersion: session?.version ?? 1,
      reason: "改日再约",
    });
    await fill(invitationId);
    expect(await askedNext(invitationId)).toHaveLength(0);
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toHaveLength(0);
    const ended = await ready();
    const other = await invited(county, ended, "judge2");
    await decline("judge2", other.invitationId);
    await database().execute(
      sql`with told as (insert into endings (county_id, proceeding_id, dispute_id, outcome, reason, routes_told, attempts, ended_by, ended_at)
        select county_id, id, dispute_id, 'unreachable', '谈不成', '{court}', ${JSON.stringify((await unreached(ended.disputeId)).attempts)}::text::jsonb, lead_person_id, now() from proceedings where dispute_id = ${ended.disputeId}::uuid)
        update proceedings set status = 'closed', ended_at = now(), outcome = 'unreachable' where dispute_id = ${ended.disputeId}::uuid`,
    );
    await fill(other.invitationId);
    expect(await askedNext(other.invitationId)).toHaveLength(0);
  });

  it("when the lead was quicker, and when another of the force has filled the seat", async () => {
    const dispute = await held();
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    const second = await invitedTo(county, dispute, dispute.sessionId, "judge2");
    await decline("judge", invitationId);
    await fill(invitationId);
    expect(await askedNext(invitationId)).toHaveLength(0);
    await decline("judge2", second.invitationId);
    await sendInvitation(
      county.as("mediator"),
      sendInvitationInput.parse({
        disputeId: dispute.disputeId,
        personId: county.people.judge3,
        forceCode: "courtStaff",
        replacesId: second.invitationId,
      }),
    );
    // One more candidate, so that only the lead's own invitation can be the reason to ask nobody.
    await member(county, "courtStaff");
    await fill(second.invitationId);
    expect(await askedNext(second.invitationId)).toHaveLength(1);
  });
});

describe("races", () => {
  it("a refusal and the expiry at the same moment leave one answer and one substitute", async () => {
    const dispute = await held();
    const { invitationId, answerBy } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    const [before, at] = [new Date(Date.parse(answerBy) - 1), new Date(answerBy)];
    await Promise.allSettled([
      declineInvitation(county.as("judge", { now: before }), { invitationId, reason: "busy", note: "" }),
      lapseInvitation({ countyId: county.countyId, invitationId }, at),
    ]);
    const { status } = await invitationRow(invitationId);
    expect(["declined", "expired"]).toContain(status);
    const answers = [
      ...(await eventsOf(dispute.disputeId, "invitation.decline")),
      ...(await eventsOf(dispute.disputeId, "invitation.expire")),
    ];
    expect(answers).toHaveLength(1);
    await Promise.all([fill(invitationId, at), fill(invitationId, at)]);
    expect(await askedNext(invitationId)).toHaveLength(1);
  });

  it("eight workers with the same job, then the job again, ask one person once", async () => {
    const dispute = await held();
    const { invitationId } = await invitedTo(county, dispute, dispute.sessionId, "judge");
    await decline("judge", invitationId);
    await Promise.all(Array.from({ length: 8 }, () => fill(invitationId)));
    await fill(invitationId);
    expect(await askedNext(invitationId)).toHaveLength(1);
    expect(await eventsOf(dispute.disputeId, "invitation.substitute")).toHaveLength(1);
  });
});
