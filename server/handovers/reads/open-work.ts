import { sql } from "drizzle-orm";
import { requireRole } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";
import type { WorkKind } from "../choices";

/** One open thing that names a person. Instants are ISO text. */
export interface OpenWork {
  kind: WorkKind;
  id: string;
  /** Null where it belongs to no dispute. */
  disputeId: string | null;
  /** The dispute's number, the open meeting's title, or whose deputy they are; "" where there is nothing to name. */
  label: string;
  /** When it is due or begins; null where it has no time. */
  at: string | null;
}

/** Everything open of a person beside the proceedings they lead (`mattersOf`), the soonest first; for the heads of their place. */
export function openWorkOf(ctx: Context, { personId }: { personId: string }): Promise<OpenWork[]> {
  return asActor(ctx, async (tx) => {
    requireRole(ctx.actor, "work.handOver");
    const rows = await tx.execute<OpenWork & Record<string, unknown>>(sql`
      select kind, id, dispute_id as "disputeId", label, ${isoText(sql`at`)} as at from app.open_work_of(${personId}::uuid)`);
    return [...rows];
  });
}
