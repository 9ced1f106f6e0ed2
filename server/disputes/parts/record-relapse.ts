import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "../../kernel/actor";
import { appendAndAnnounce } from "../../kernel/events";

/** What came after a dispute was over: a call, or a dispute that was taken in anew. */
interface Relapse {
  /** The dispute that was over. */
  disputeId: string;
  /** Number of the call or of the new dispute. */
  by: string;
}

/**
 * Whatever comes of a dispute that is over, by whichever channel: its last lead and the heads are told, and unless it is
 * filed its next step is due now. Does nothing while a proceeding runs, whose lead sees it anyway.
 */
export async function recordRelapse(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  relapse: Relapse,
): Promise<void> {
  const { countyId } = actor;
  const [last] = await tx.execute<{ id: string }>(sql`
    select p.id from proceedings p where p.county_id = ${countyId}::uuid and p.dispute_id = ${relapse.disputeId}::uuid
      and not exists (select from proceedings x where x.county_id = p.county_id and x.dispute_id = p.dispute_id and x.ended_at is null)
    order by p.ordinal desc limit 1`);
  if (!last) return;
  await tx.execute(sql`update proceedings set next_due_at = least(next_due_at, ${now.toISOString()}::timestamptz)
    where county_id = ${countyId}::uuid and id = ${last.id}::uuid and next_due_at is not null`);
  await appendAndAnnounce(tx, actor, now, {
    action: "dispute.relapse",
    disputeId: relapse.disputeId,
    proceedingId: last.id,
    payload: { by: relapse.by },
  });
}
