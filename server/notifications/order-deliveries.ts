import { sql } from "drizzle-orm";
import { inEveryCounty } from "../kernel/every-county";
import { enqueue } from "../kernel/jobs";

/**
 * Enqueues deliveries again whose time is long past, so that none is forgotten if its job was lost. Gives how many. A
 * job that still exists has the same key and is only replaced.
 */
export async function orderDeliveries(now: Date): Promise<number> {
  const since = new Date(now.getTime() - 15 * 60_000).toISOString();
  const found = await inEveryCounty("orderDeliveries", now, async (tx, countyId) => {
    const left = await tx.execute<{ id: string }>(sql`
      select id from deliveries where county_id = ${countyId}::uuid and status in ('queued', 'sending') and not_before < ${since}::timestamptz limit 500`);
    await enqueue(
      tx,
      left.map(({ id }) => ({ task: "deliver", payload: { countyId, deliveryId: id }, jobKey: `deliver:${id}` })),
    );
    return left.length;
  });
  return found.reduce((sum, count) => sum + count, 0);
}
