import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What belongs to the matter and not to what was said under one of its registrations: ids. */
export interface Along {
  callIds: string[];
  groupIds: string[];
  clueIds: string[];
  /** Invitations that wait for an answer: withdrawn with the merge, and asked again when it is undone. */
  invitationIds: string[];
}

/** What of a dispute goes along when it is absorbed. */
export async function alongOf(tx: Tx, countyId: string, disputeId: string): Promise<Along> {
  const ids = (table: string, rest = sql`true`) => sql`array(select x.id from ${sql.identifier(table)} x
    where x.county_id = ${countyId}::uuid and x.dispute_id = ${disputeId}::uuid and ${rest} order by x.id)`;
  const [row] = await tx.execute<Along & Record<string, unknown>>(sql`
    select ${ids("police_calls")} as "callIds", ${ids("repeat_groups")} as "groupIds", ${ids("clues")} as "clueIds",
      ${ids("invitations", sql`x.status in ('sent', 'seen')`)} as "invitationIds"`);
  if (!row) throw new Error("no row");
  return row;
}

/** Moves calls, their groups and clues from one registration to the other: what repeats joins the matter that goes on. */
export async function moveAlong(
  tx: Tx,
  along: Along,
  { countyId, from, to }: { countyId: string; from: string; to: string },
): Promise<void> {
  const move = (table: string, ids: readonly string[]) => sql`
    update ${sql.identifier(table)} set dispute_id = ${to}::uuid
    where county_id = ${countyId}::uuid and dispute_id = ${from}::uuid and id = any (${`{${ids.join(",")}}`}::uuid[])`;
  await tx.execute(move("police_calls", along.callIds));
  await tx.execute(move("repeat_groups", along.groupIds));
  await tx.execute(move("clues", along.clueIds));
}
