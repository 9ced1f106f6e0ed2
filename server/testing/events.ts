import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** The last event on the county's own chain, where acts without a dispute leave their events. */
export async function lastCountyEvent(
  countyId: string,
): Promise<{ action: string; actorId: string | null; payload: Record<string, unknown> }> {
  const [event] = await database().execute<{ action: string; actor_id: string | null; payload: string }>(sql`
    select action, actor_id, payload from events where county_id = ${countyId}::uuid and chain = ${countyId}::uuid order by seq desc limit 1`);
  if (!event) throw new Error("no event on the county's chain");
  return {
    action: event.action,
    actorId: event.actor_id,
    payload: JSON.parse(event.payload) as Record<string, unknown>,
  };
}
