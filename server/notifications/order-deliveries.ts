import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { enqueue } from "../kernel/jobs";
import { asActor } from "../kernel/transaction";
import { announcer } from "./parts/announcer";

/**
 * Looks for deliveries whose hour is long past and puts them on the worker's list again: whatever became of their
 * job, none is left lying. Gives how many. Those on the list already are merely named again.
 */
export async function orderDeliveries(now: Date): Promise<number> {
  const counties = await database().execute<{ id: string }>(sql`select id from counties`);
  const since = new Date(now.getTime() - 15 * 60_000).toISOString();
  let found = 0;
  for (const { id: countyId } of counties) {
    found += await asActor(announcer(countyId), async (tx) => {
      const left = await tx.execute<{ id: string }>(sql`
        select id from deliveries where county_id = ${countyId}::uuid and status in ('queued', 'sending') and not_before < ${since}::timestamptz limit 500`);
      await enqueue(
        tx,
        left.map(({ id }) => ({ task: "deliver", payload: { countyId, deliveryId: id }, jobKey: `deliver:${id}` })),
      );
      return left.length;
    });
  }
  return found;
}
