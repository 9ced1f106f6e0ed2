import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { enqueue } from "../kernel/jobs";
import { readingOf } from "./parts/reading";

/** Asks for a reading of every imported calendar of people in office, in every county; each is a job of its own. */
export async function orderReadings(): Promise<void> {
  await database().transaction(async (tx) => {
    const due = await tx.execute<{ county_id: string; id: string }>(sql`
      select c.county_id, c.id from imported_calendars c join people p on p.county_id = c.county_id and p.id = c.person_id
      where p.disabled_at is null`);
    await enqueue(
      tx,
      due.map((calendar) => readingOf(calendar.county_id, calendar.id)),
    );
  });
}
