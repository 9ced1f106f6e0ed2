import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/disputes";
import { defaultTitle, type TitledParty } from "./default-title";

interface Of {
  countyId: string;
  disputeId: string;
}

/** The title that nobody gave: what the dispute would be called by its parties of now. */
async function unnamedTitle(tx: Tx, { countyId, disputeId }: Of): Promise<{ title: string; isUsed: boolean }> {
  const [row] = await tx.execute<{ title: string; place: string; parties: TitledParty[] }>(sql`
    select d.title, d.place, (select json_agg(json_build_object('name', p.name, 'isMinor', p.is_minor) order by p.position)
      from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id and not p.is_departed) as parties
    from disputes d where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`);
  const title = row ? defaultTitle(row.parties, row.place) : "";
  return { title, isUsed: row?.title === title };
}

/** Runs `change` on the parties; a title made of their names is made anew, one that somebody wrote stays. */
export async function retitledAfter<T>(tx: Tx, of: Of, change: () => Promise<T>): Promise<T> {
  const before = await unnamedTitle(tx, of);
  const result = await change();
  if (before.isUsed) {
    const { title } = await unnamedTitle(tx, of);
    if (title !== before.title)
      await tx
        .update(disputes)
        .set({ title })
        .where(and(eq(disputes.countyId, of.countyId), eq(disputes.id, of.disputeId)));
  }
  return result;
}
