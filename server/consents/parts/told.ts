import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Track } from "@/db/vocabulary";
import { conflict } from "../../kernel/problem";

/** The proceeding before which people are told, and on which track. */
export interface ToldIn {
  tx: Tx;
  countyId: string;
  proceedingId: string;
  track: Track;
}

/** Whether the party, or whoever may hear for it, was told its rights in this proceeding. `p` is the alias of `app.readable_parties`. */
export const isTold = ({ proceedingId, track }: Pick<ToldIn, "proceedingId" | "track">, p: SQL = sql`p`): SQL =>
  sql`exists (select from notices n where n.county_id = ${p}.county_id and n.proceeding_id = ${proceedingId}::uuid
    and n.party_id = ${p}.id and app.may_speak(n.county_id, n.party_id, n.spoken_by_link_id, 'hear', ${track}::track, null))`;

/**
 * Refuses an answer of a party that was not told first what it answers to (toldFirst, with the party's name). Whoever died or
 * left is told no more; what they said before is asked of its day by who may speak.
 */
export async function requireTold(at: ToldIn, partyIds: readonly string[]): Promise<void> {
  const ids = `{${[...new Set(partyIds)].join(",")}}`;
  const [untold] = await at.tx.execute<{ name: string }>(sql`
    select p.name from app.readable_parties p where p.county_id = ${at.countyId}::uuid and p.id = any(${ids}::uuid[])
      and not p.is_departed and not ${isTold(at)} order by p.position limit 1`);
  if (untold) throw conflict("toldFirst", { party: untold.name });
}
