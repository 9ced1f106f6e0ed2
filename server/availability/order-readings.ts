import { sql } from "drizzle-orm";
import { inEveryCounty } from "../kernel/every-county";
import { enqueue } from "../kernel/jobs";
import { readingOf } from "./parts/reading";

/** Enqueues one job for each imported calendar of people in office, in every county. */
export async function orderReadings(now: Date): Promise<void> {
  await inEveryCounty("orderReadings", now, async (tx, countyId) => {
    const due = await tx.execute<{ id: string }>(sql`
      select c.id from imported_calendars c join people p on p.county_id = c.county_id and p.id = c.person_id
      where c.county_id = ${countyId}::uuid and p.disabled_at is null`);
    await enqueue(
      tx,
      due.map(({ id }) => readingOf(countyId, id)),
    );
  });
}
