import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { seatInvitee } from "../bookings/seat-invitee";
import { settleQuorum } from "../bookings/settle-quorum";
import { type Act, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { AcceptInvitationInput } from "./inputs";
import { answerInvitation, type Invitation } from "./parts/answer-invitation";
import { barringTies } from "./parts/check-invitee";
import { heldHour } from "./parts/held-hour";

/** What the invitee declared before they accepted; if the text changes, so must the code. */
const declarations = { noTie: "noKinshipAgencyEmployer", waived: "disclosedAndWaived" } as const;

/**
 * The declaration to record: they state that nothing ties them to a party, or they disclosed a tie and every party has
 * waived it.
 */
async function declarationOf(act: Act, invitation: Invitation, declaresNoTie: boolean): Promise<string> {
  if (!invitation.disclosedAt) {
    if (!declaresNoTie) throw invalid("noTieNeeded");
    return declarations.noTie;
  }
  const of = { countyId: act.countyId, disputeId: act.dispute.id, proceedingId: proceedingOf(act).id };
  const barring = await barringTies(act.tx, of, invitation.personId);
  if (barring.length > 0) throw conflict("waiverAwaited");
  return declarations.waived;
}

/**
 * Every party had agreed when the invitation was sent. A party who has revoked that, or has joined since, must agree
 * before the invitee sees anything (人民调解法 20). Only the lead team learns which party it is.
 */
async function requireStillAgreed(act: Act, { personId, forceCode }: Invitation): Promise<void> {
  const { id, track } = proceedingOf(act);
  if (track !== "peoples") return;
  const gap = await act.tx.execute(sql`
    select 1 from app.consent_gap(${act.countyId}::uuid, ${id}::uuid, ${act.dispute.id}::uuid, ${personId}::uuid, ${forceCode}) limit 1`);
  if (gap.length > 0) throw conflict("consentAwaited");
}

/**
 * Refuses when the session has moved since they read its hour: they should not promise to come at a time they have not
 * seen.
 */
async function requireHour({ tx, countyId }: Act, { id }: Invitation, startsAt: string): Promise<void> {
  const held = await heldHour(tx, countyId, id);
  if (held === undefined) return;
  if (!held || new Date(held.startsAt).getTime() !== new Date(startsAt).getTime()) throw conflict("hourChanged");
}

/**
 * The invitee declares themselves free of ties (or waived) and accepts: they get their seat and hour in the session
 * they were asked to, which is confirmed when they were the last one needed. From now on they may read the brief.
 * Refuses with consentAwaited, noTieNeeded, waiverAwaited, hourChanged, tied, personTaken, invitationClosed.
 */
export function acceptInvitation(ctx: ActContext, input: AcceptInvitationInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.accept", input, async (act, invitation) => {
    const { tx, countyId, now } = act;
    if (input.startsAt) await requireHour(act, invitation, input.startsAt);
    await requireStillAgreed(act, invitation);
    const noTieDeclared = await declarationOf(act, invitation, input.declaresNoTie);
    await tx
      .update(invitations)
      .set({ status: "accepted", seenAt: invitation.seenAt ?? now, answeredAt: now, noTieDeclared })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    await seatInvitee(act, invitation);
    const settled = await settleQuorum(act, invitation.sessionId);
    return {
      result: { invitationId: invitation.id },
      payload: { invitation: invitation.id, force: invitation.forceCode, ...settled.payload },
      to: settled.to,
      jobs: settled.jobs,
    };
  });
}
