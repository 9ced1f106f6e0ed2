import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { DeclineReason, SpokenMeans } from "@/db/vocabulary";
import { seatInvitee } from "../../bookings/seat-invitee";
import { settleQuorum } from "../../bookings/settle-quorum";
import { type Act, type Done, proceedingOf } from "../../disputes/perform";
import { conflict, invalid } from "../../kernel/problem";
import type { Invitation } from "./answer-invitation";
import { barringTies } from "./check-invitee";
import { isStillGathering, substituteJob } from "./free-place";
import { heldHour } from "./held-hour";
import { releaseSeats, settleSeats } from "./release-seat";

/** When an answer was given and, where somebody heard it and entered it, how it came and who said it. */
export interface Given {
  answeredAt: Date;
  spokenMeans: SpokenMeans | null;
  saidBy: string;
  enteredBy: string | null;
  enteredAt: Date | null;
}

/** An answer that the invitee gives now, signed in or through their link. */
export const ownAnswer = (now: Date): Given => ({
  answeredAt: now,
  spokenMeans: null,
  saidBy: "",
  enteredBy: null,
  enteredAt: null,
});

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
 * Refuses when the session has moved since they read or heard its hour: they should not promise to come at a time they
 * do not know.
 */
async function requireHour({ tx, countyId }: Act, { id }: Invitation, startsAt: string): Promise<void> {
  const held = await heldHour(tx, countyId, id);
  if (held === undefined) return;
  if (!held || new Date(held.startsAt).getTime() !== new Date(startsAt).getTime()) throw conflict("hourChanged");
}

const rowOf = ({ countyId, id }: Invitation) => and(eq(invitations.countyId, countyId), eq(invitations.id, id));

/**
 * Writes a yes, however it came: the invitee is free of ties (or waived), and gets their seat and hour in the session
 * they were asked to, which is confirmed when they were the last one needed.
 */
export async function writeAcceptance(
  act: Act,
  invitation: Invitation,
  { declaresNoTie, startsAt }: { declaresNoTie: boolean; startsAt?: string | null | undefined },
  given: Given,
): Promise<Done<{ invitationId: string }>> {
  if (startsAt) await requireHour(act, invitation, startsAt);
  await requireStillAgreed(act, invitation);
  const noTieDeclared = await declarationOf(act, invitation, declaresNoTie);
  await act.tx
    .update(invitations)
    .set({ status: "accepted", seenAt: invitation.seenAt ?? given.answeredAt, noTieDeclared, ...given })
    .where(rowOf(invitation));
  await seatInvitee(act, invitation);
  const settled = await settleQuorum(act, invitation.sessionId);
  return {
    result: { invitationId: invitation.id },
    payload: { invitation: invitation.id, force: invitation.forceCode, ...settled.payload },
    to: settled.to,
    jobs: settled.jobs,
  };
}

/**
 * Writes a no, however it came and even after a yes: seat and hour are free again, they can no longer read the dispute,
 * and the system asks the next person. Where the proceeding asks nobody any more the quorum is settled at once.
 */
export async function writeRefusal(
  act: Act,
  invitation: Invitation,
  { reason, note }: { reason: DeclineReason; note: string },
  given: Given,
): Promise<Done<{ invitationId: string }>> {
  const freed = await releaseSeats(act, invitation.personId);
  await act.tx
    .update(invitations)
    .set({
      status: "declined",
      seenAt: invitation.seenAt ?? given.answeredAt,
      declineReason: reason,
      declineNote: note,
      ...given,
    })
    .where(rowOf(invitation));
  const isAskedOn = isStillGathering(act);
  const settled = isAskedOn ? {} : await settleSeats(act, [invitation.sessionId, ...freed]);
  return {
    result: { invitationId: invitation.id },
    payload: {
      invitation: invitation.id,
      force: invitation.forceCode,
      reason,
      ...(invitation.status === "accepted" ? { was: "accepted" } : {}),
      ...settled,
    },
    jobs: isAskedOn ? [substituteJob(invitation)] : [],
  };
}
