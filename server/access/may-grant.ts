import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "../kernel/actor";

/** Whether the actor decides about what another person may see of a dispute: a head of its office, of another duty. */
export async function mayGrant(tx: Tx, actor: PersonActor, disputeId: string, askerId: string): Promise<boolean> {
  const [row] = await tx.execute<{ may: boolean }>(
    sql`select app.may_grant(${actor.countyId}::uuid, ${disputeId}::uuid, ${askerId}::uuid, ${actor.personId}::uuid) as may`,
  );
  return row?.may ?? false;
}
