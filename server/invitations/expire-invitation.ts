import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { perform } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { isStillGathering, substituteJob } from "./parts/free-place";
import { releaseSeats, settleSeats } from "./parts/release-seat";

const waiting: readonly string[] = ["sent", "seen"];

/**
 * No answer came in time: the seat is free again, the system asks the next person and checks whether this was the
 * second silence. Where the proceeding asks nobody any more the quorum is settled at once.
 */
export function expireInvitation(
  ctx: ActContext<SystemActor>,
  input: { disputeId: string; proceedingId: string; invitationId: string },
): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.expire", input, async (act) => {
    const { tx, countyId, now } = act;
    const one = and(eq(invitations.countyId, countyId), eq(invitations.id, input.invitationId));
    const [invitation] = await tx.select().from(invitations).where(one).for("update");
    if (!invitation || !waiting.includes(invitation.status))
      throw conflict("invitationClosed", { status: invitation?.status ?? "withdrawn" });
    if (invitation.answerBy > now) throw conflict("stillWaiting");
    await tx.update(invitations).set({ status: "expired" }).where(one);
    await releaseSeats(act, invitation.personId);
    const { id, personId, forceCode, sessionId } = invitation;
    const isAskedOn = isStillGathering(act);
    const silence = { task: "escalateSilence", payload: { countyId, personId }, jobKey: `silence:${id}` };
    return {
      result: { invitationId: id },
      payload: {
        invitation: id,
        person: personId,
        force: forceCode,
        ...(isAskedOn ? {} : await settleSeats(act, [sessionId])),
      },
      jobs: [silence, ...(isAskedOn ? [substituteJob(invitation)] : [])],
    };
  });
}

/** The worker's part: lapses one invitation if it still waits. Answered meanwhile or run twice, it does nothing. */
export async function lapseInvitation(payload: { countyId: string; invitationId: string }, now: Date): Promise<void> {
  const actor = systemActor(payload.countyId, "expireInvitations");
  const [invitation] = await asActor({ actor, now }, (tx) =>
    tx
      .select({ disputeId: invitations.disputeId, proceedingId: invitations.proceedingId, status: invitations.status })
      .from(invitations)
      .where(and(eq(invitations.countyId, payload.countyId), eq(invitations.id, payload.invitationId))),
  );
  if (!invitation || !waiting.includes(invitation.status)) return;
  const { disputeId, proceedingId } = invitation;
  try {
    await expireInvitation(actAs(actor, now), { disputeId, proceedingId, invitationId: payload.invitationId });
  } catch (error) {
    // Answered at the same moment, or the proceeding has ended: nothing left to lapse.
    if (!(error instanceof Problem) || error.code === "stillWaiting") throw error;
  }
}
