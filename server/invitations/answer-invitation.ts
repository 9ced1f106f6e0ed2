import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { Action } from "../access/policy";
import { type Act, type Done, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";

type Invitation = typeof invitations.$inferSelect;
const waiting: readonly Invitation["status"][] = ["sent", "seen"];

const isOwn = (ctx: ActContext, invitationId: string) =>
  and(
    eq(invitations.countyId, ctx.actor.countyId),
    eq(invitations.id, invitationId),
    eq(invitations.personId, ctx.actor.personId),
  );

/**
 * What an invitee does with his own invitation while it waits for him. Another person's invitation and
 * none at all are the same "not found"; a lapsed or withdrawn one says so.
 */
export async function answerInvitation<T>(
  ctx: ActContext,
  action: Action,
  input: { invitationId: string },
  body: (act: Act, invitation: Invitation) => Promise<Done<T>>,
): Promise<T> {
  const own = isOwn(ctx, input.invitationId);
  const [seen] = await asActor(ctx.actor, (tx) => tx.select().from(invitations).where(own));
  if (!seen) throw notFound();
  const { disputeId, proceedingId } = seen;
  try {
    return await perform(ctx, action, { ...input, disputeId, proceedingId }, async (act) => {
      const [invitation] = await act.tx.select().from(invitations).where(own).for("update");
      if (!invitation) throw notFound();
      if (!waiting.includes(invitation.status)) throw conflict("invitationClosed", { status: invitation.status });
      return body(act, invitation);
    });
  } catch (error) {
    // The right to the dispute went with the invitation; its owner may still know why.
    const isGone = error instanceof Problem && error.kind === "notFound" && !waiting.includes(seen.status);
    throw isGone ? conflict("invitationClosed", { status: seen.status }) : error;
  }
}
