import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { conveneSession } from "../convening/convene-session";
import { asActor } from "../kernel/transaction";
import { recordTellingInput } from "../sessions/inputs";
import { recordTelling } from "../sessions/record-telling";
import { invited, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, convening, inDays, invitee, lastEventOf, sessionsOf, stateOf } from "../testing/sessions";
import { acceptInvitation } from "./accept-invitation";
import { declineInvitation } from "./decline-invitation";
import { recordAnswerInput } from "./inputs";
import { boardOf } from "./reads/board";
import { recordAnswer } from "./record-answer";
import { withdrawInvitation } from "./withdraw-invitation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute);

/** Enters what a helper said a few minutes ago. */
function heard(
  of: { disputeId: string; invitationId: string },
  over: Record<string, unknown> = {},
  username = "mediator",
) {
  const input = {
    answer: "accepted",
    means: "phone",
    saidAt: ago(5).toISOString(),
    declaresNoTie: true,
    ...of,
    ...over,
  };
  return recordAnswer(county.as(username), recordAnswerInput.parse(input));
}
async function askedFor(username: string, minutesAgo = 30) {
  const dispute = await bookable(county);
  const { invitationId } = await invited(county, dispute, username, ago(minutesAgo));
  return { disputeId: dispute.disputeId, invitationId };
}
const cardOf = async ({ disputeId, invitationId }: { disputeId: string; invitationId: string }) =>
  (await boardOf(county.as("mediator"), { disputeId })).invitations.find((one) => one.id === invitationId);

describe("an answer given by telephone or in person", () => {
  it("counts like the invitee's own, and says who said it, when, and who entered it", async () => {
    const of = await askedFor("judge");
    const saidAt = ago(10);
    await heard(of, { saidAt: saidAt.toISOString(), saidBy: "法庭书记员小周" });
    const card = await cardOf(of);
    expect(card).toMatchObject({
      status: "accepted",
      spoken: { means: "phone", saidBy: "法庭书记员小周", enteredBy: "沈静" },
    });
    expect(new Date(card?.answeredAt ?? 0)).toEqual(saidAt);
    expect(Date.parse(card?.spoken?.enteredAt ?? "")).toBeGreaterThan(saidAt.getTime());
    expect(await lastEventOf(county, of.disputeId)).toMatchObject({
      action: "invitation.recordAnswer",
      payload: { invitation: of.invitationId, answer: "accepted", means: "phone", saidBy: "法庭书记员小周" },
    });
    // Whatever is said in their name, they are told of it.
    const before = (await notificationsIn(county.countyId)).length;
    await announceAll();
    expect(await notificationsIn(county.countyId, before)).toContainEqual(
      expect.objectContaining({ kind: "answerRecorded", name: "周文博" }),
    );
    // They have joined: they may read the dispute, and be seated.
    expect(
      await asActor(county.as("judge"), (tx) =>
        tx.execute(sql`select 1 from disputes where id = ${of.disputeId}::uuid`),
      ),
    ).toHaveLength(1);
  });

  it("takes the seat and hour it was asked for, and confirms the session", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await conveneSession(
      county.as("mediator", { now: ago(30) }),
      await convening(county, dispute, {
        startsAt: inDays(6),
        invitees: [invitee(county, "lawyer")],
        needs: [{ forceCode: "lawyer", seats: 1, isRequired: true }],
      }),
    );
    const { invitations } = await boardOf(county.as("mediator"), dispute);
    const of = { disputeId: dispute.disputeId, invitationId: invitations[0]?.id ?? "" };
    expect(await refusedWith(heard(of, { startsAt: inDays(7) }))).toBe("hourChanged");
    await heard(of, { startsAt: inDays(6) });
    expect(await stateOf(county, sessionId)).toMatchObject({ held: 0, taken: 3 });
    // A later no frees the hour again; what was said first stays in the events.
    await heard(of, { answer: "declined", reason: "busy", note: "出差了" });
    expect(await cardOf(of)).toMatchObject({ status: "declined", declineNote: "出差了", spoken: { saidBy: "林晓岚" } });
    expect(await stateOf(county, sessionId)).toMatchObject({ taken: 2 });
  });

  it("is refused like the invitee's own answer, and when the time cannot be true", async () => {
    const of = await askedFor("judge");
    expect(await refusedWith(heard(of, { declaresNoTie: false }))).toBe("noTieNeeded");
    expect(await refusedWith(heard(of, { answer: "declined" }))).toBe("reasonNeeded");
    expect(await refusedWith(heard(of, { saidAt: new Date(Date.now() + minute).toISOString() }))).toBe(
      "notHappenedYet",
    );
    expect(await refusedWith(heard(of, { saidAt: ago(31).toISOString() }))).toBe("saidBeforeAsked");
    for (const username of ["officer", "head", "committee"])
      expect(await refusedWith(heard(of, {}, username)), username).toBe("forbidden");
    expect(await refusedWith(heard({ ...of, invitationId: of.disputeId }))).toBe("notFound");
    // Longer ago than any row of days off.
    const silent = await askedFor("cadre", 30 * 24 * 60);
    expect(await refusedWith(heard(silent))).toBe("invitationClosed");
    await acceptInvitation(county.as("judge"), { invitationId: of.invitationId, declaresNoTie: true });
    expect(await refusedWith(heard(of))).toBe("invitationClosed");
  });

  it("gives way to what the invitee says themselves, and to a withdrawal", async () => {
    const of = await askedFor("judge");
    await heard(of);
    await declineInvitation(county.as("judge"), { invitationId: of.invitationId, reason: "busy", note: "" });
    expect(await cardOf(of)).toMatchObject({ status: "declined", spoken: null });
    const other = await askedFor("lawyer");
    await heard(other, { means: "inPerson" });
    await withdrawInvitation(county.as("mediator"), other);
    expect(await cardOf(other)).toMatchObject({ status: "withdrawn", spoken: null });
  });

  it("is nothing a colleague can write in the invitee's name by raw SQL", async () => {
    const of = await askedFor("judge");
    const yes = (more: string) =>
      asActor(county.as("mediator"), (tx) =>
        tx.execute(sql`update invitations set status = 'accepted', no_tie_declared = 'noKinshipAgencyEmployer', answered_at = app.now()
          ${sql.raw(more)} where id = ${of.invitationId}::uuid`),
      );
    expect(await refusedWith(yes(""))).toBe("notTheInvitee");
    const another = `, spoken_means = 'phone', said_by = '旁人', entered_at = app.now(), entered_by = '${county.people.mediator2}'`;
    expect(await refusedWith(yes(another))).toBe("notTheInvitee");
  });
});

describe("a party told of a session in person or by telephone", () => {
  it("stands beside the session with who told them, when, and what they said, until the hour moves", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(8) });
    const [party] = await partiesOf(county, dispute);
    const told = (over: Record<string, unknown> = {}, username = "mediator") =>
      recordTelling(
        county.as(username),
        recordTellingInput.parse({
          disputeId: dispute.disputeId,
          sessionId,
          partyId: party?.id,
          means: "inPerson",
          startsAt: inDays(8),
          toldAt: ago(20).toISOString(),
          toldBy: county.people.mediator2,
          toldTo: "其母",
          answer: "coming",
          ...over,
        }),
      );
    const seen = async () =>
      (await sessionsOf(county, dispute)).sessions[0]?.people.find((one) => one.partyId === party?.id)?.told;
    expect(await seen()).toBeNull();
    await told();
    expect(await seen()).toMatchObject({ means: "inPerson", to: "其母", answer: "coming", enteredBy: "沈静" });
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.tell",
      payload: { party: party?.id, means: "inPerson", toldBy: county.people.mediator2, answer: "coming" },
    });
    // A later word stands beside the first.
    await told({ answer: "notComing", toldBy: null, toldTo: "" });
    expect(await seen()).toMatchObject({ answer: "notComing", by: "沈静" });
    expect(
      await database().execute(
        sql`select count(*)::int as n from session_tellings where session_id = ${sessionId}::uuid`,
      ),
    ).toEqual([{ n: 2 }]);
    expect(await refusedWith(told({ startsAt: inDays(9) }))).toBe("hourChanged");
    expect(await refusedWith(told({ toldAt: new Date(Date.now() + minute).toISOString() }))).toBe("notHappenedYet");
    expect(await refusedWith(told({ toldBy: county.people.property }))).toBe("unknownReference");
    expect(await refusedWith(told({ partyId: sessionId }))).toBe("unknownReference");
    expect(await refusedWith(told({}, "officer"))).toBe("forbidden");
    // Whoever is known stays known; a case from before may have it otherwise.
    await database().execute(sql`alter table parties disable trigger user`);
    await database().execute(sql`update parties set kind = 'unidentified' where id = ${party?.id}::uuid`);
    await database().execute(sql`alter table parties enable trigger user`);
    expect(await refusedWith(told())).toBe("partyUnidentified");
    await database().execute(
      sql`delete from session_people where session_id = ${sessionId}::uuid and party_id = ${party?.id}::uuid`,
    );
    expect(await refusedWith(told())).toBe("notExpected");
  });
});
