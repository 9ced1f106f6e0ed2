import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { DisputeAction } from "../../access/policy";
import { type Act, type Done, perform } from "../../disputes/perform";
import type { ActContext } from "../../kernel/context";
import { conflict, notFound, Problem } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";

export type Invitation = typeof invitations.$inferSelect;
type Status = Invitation["status"];
const waiting: readonly Status[] = ["sent", "seen"];

const isOwn = (ctx: ActContext, invitationId: string) =>
  and(
    eq(invitations.countyId, ctx.actor.countyId),
    eq(invitations.id, invitationId),
    eq(invitations.personId, ctx.actor.personId),
  );

/**
 * An act of the invitee on their own invitation, while it waits for an answer (or has a status of `from`). Another
 * person's invitation and a missing one are the same "not found"; a lapsed or withdrawn one says so.
 */
export async function answerInvitation<T>(
  ctx: ActContext,
  action: DisputeAction,
  input: { invitationId: string },
  body: (act: Act, invitation: Invitation) => Promise<Done<T>>,
  from: readonly Status[] = waiting,
): Promise<T> {
  const own = isOwn(ctx, input.invitationId);
  // The row itself is out of reach once the card is closed; what became of it is not.
  const look = async () => {
    const [card] = await asActor(ctx, (tx) =>
      tx.execute<{ disputeId: string; proceedingId: string; status: Status }>(sql`
        select dispute_id as "disputeId", proceeding_id as "proceedingId", status from app.own_cards(${input.invitationId}::uuid)`),
    );
    return card;
  };
  const seen = await look();
  if (!seen) throw notFound();
  const { disputeId, proceedingId } = seen;
  try {
    return await perform(ctx, action, { ...input, disputeId, proceedingId }, async (act) => {
      const [invitation] = await act.tx.select().from(invitations).where(own).for("update");
      if (!invitation) throw notFound();
      if (!from.includes(invitation.status)) throw conflict("invitationClosed", { status: invitation.status });
      const isLate = invitation.status !== "accepted" && invitation.answerBy <= ctx.now;
      if (isLate) throw conflict("invitationClosed", { status: "expired" });
      const done = await body(act, invitation);
      return ctx.actor.link ? { ...done, payload: { ...done.payload, byLink: true } } : done;
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== "notFound") throw error;
    // The right to the dispute ended with the invitation, maybe at this moment; its owner may still learn why.
    const status = (await look())?.status ?? seen.status;
    throw from.includes(status) ? error : conflict("invitationClosed", { status });
  }
}
