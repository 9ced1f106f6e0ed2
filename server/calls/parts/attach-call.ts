import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { policeCalls } from "@/db/schema/calls";
import { recordRelapse } from "../../disputes/parts/record-relapse";
import type { ActContext } from "../../kernel/context";
import { appendEvent } from "../../kernel/events";

/**
 * A new call of a group whose dispute exists joins that dispute at once: an event on its chain, and its
 * next step is due now, so that whoever leads it looks again. After closing this counts as relapse (S10).
 */
export async function attachToDispute(
  tx: Tx,
  ctx: ActContext,
  call: { callId: string; number: string; disputeId: string },
): Promise<void> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  await tx
    .update(policeCalls)
    .set({ disputeId: call.disputeId })
    .where(and(eq(policeCalls.countyId, countyId), eq(policeCalls.id, call.callId)));
  const [newest] = await tx.execute<{ id: string }>(sql`
    update proceedings p set next_due_at = least(p.next_due_at, ${now.toISOString()}::timestamptz)
    where p.county_id = ${countyId}::uuid and p.dispute_id = ${call.disputeId}::uuid and p.next_due_at is not null
      and p.ordinal = (select max(ordinal) from proceedings where county_id = p.county_id and dispute_id = p.dispute_id)
    returning p.id`);
  await appendEvent(tx, actor, now, {
    action: "call.attached",
    disputeId: call.disputeId,
    proceedingId: newest?.id,
    payload: { number: call.number },
  });
  await recordRelapse(tx, ctx, { disputeId: call.disputeId, by: call.number });
}
