import { sql } from "drizzle-orm";
import { systemDatabase, type Tx } from "@/db/client";
import { systemActor } from "./actor";
import { asActor } from "./transaction";

/**
 * Runs `body` once in each county at `now` as a system actor, one transaction after the other; gives all results. For jobs
 * of the whole installation: row-level security lets them see one county at a time.
 */
export async function inEveryCounty<T>(
  job: string,
  now: Date,
  body: (tx: Tx, countyId: string) => Promise<T>,
): Promise<readonly T[]> {
  const counties = await systemDatabase().execute<{ id: string }>(sql`select id from counties order by id`);
  const given: T[] = [];
  for (const { id: countyId } of counties)
    given.push(await asActor({ actor: systemActor(countyId, job), now }, (tx) => body(tx, countyId)));
  return given;
}
