import { sql } from "drizzle-orm";
import type { Act } from "../../disputes/perform";

/**
 * Whose word is needed for what everybody agreed to on a day ('YYYY-MM-DD'; null: now), in their order: the parties of that day
 * (app.parties_on).
 */
export async function partiesOn(
  { tx, countyId, dispute }: Pick<Act, "tx" | "countyId" | "dispute">,
  on: string | null,
): Promise<{ id: string; name: string }[]> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select p.id, p.name from app.readable_parties p where p.county_id = ${countyId}::uuid and p.dispute_id = ${dispute.id}::uuid
      and p.id in (select app.parties_on(${countyId}::uuid, ${dispute.id}::uuid, ${on}::date)) order by p.position`);
  return [...rows];
}
