import { sql } from "drizzle-orm";
import { database, type Tx } from "@/db/client";
import { systemActor } from "./actor";
import { asActor } from "./transaction";

/**
 * Carries out `body` once in each county at `now` as a system actor there, one transaction after the other; gives what each
 * gave back. For jobs that concern no county in particular: they see one county at a time, as row-level security has it.
 */
export async function inEveryCounty<T>(
  job: string,
  now: Date,
  body: (tx: Tx, countyId: string) => Promise<T>,
): Promise<readonly T[]> {
  const counties = await database().execute<{ id: string }>(sql`select id from counties order by id`);
  const given: T[] = [];
  for (const { id: countyId } of counties)
    given.push(await asActor({ actor: systemActor(countyId, job), now }, (tx) => body(tx, countyId)));
  return given;
}
