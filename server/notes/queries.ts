import { sql } from "drizzle-orm";
import type { Lane } from "@/db/vocabulary";
import { readDispute } from "../access/gate";
import { allows } from "../access/policy";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { asActor } from "../kernel/transaction";
import { privateLanes, writableLanes } from "./parts/writable-lanes";

export interface NoteCard {
  id: string;
  lane: Lane;
  side: number | null;
  author: string;
  writtenAt: string;
  /** The number of the session it belongs to. */
  ordinal: number | null;
  /** Null while covered: private lanes give their text only through `openNote`. */
  text: string | null;
}

/** Notes of the lanes the reader may know of, newest first, and the lanes they may write into or add files to. */
export function notesOf(ctx: Context, { disputeId }: { disputeId: string }) {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { actsBy, proceeding } = await readDispute(tx, actor, "note.read", disputeId);
    const covered = sql.join(
      privateLanes.map((lane) => sql`${lane}`),
      sql`, `,
    );
    const [row] = await tx.execute<{ notes: NoteCard[]; sides: { side: number; names: string[] }[] }>(sql`
      select (select coalesce(jsonb_agg(n.card order by n.written_at desc, n.id desc), '[]') from (
          select n.id, n.written_at, jsonb_build_object('id', n.id, 'lane', n.lane, 'side', n.side, 'author', p.name, 'writtenAt', n.written_at,
            'ordinal', s.ordinal, 'text', case when n.lane::text in (${covered}) then null else n.text end) as card
          from notes n join people p on p.county_id = n.county_id and p.id = n.author_id
            left join sessions s on s.county_id = n.county_id and s.id = n.session_id
          where n.county_id = ${actor.countyId}::uuid and n.dispute_id = ${disputeId}::uuid
          order by n.written_at desc, n.id desc limit ${listLimits.notesOfDispute}) n) as notes,
        (select coalesce(jsonb_agg(jsonb_build_object('side', side, 'names', names) order by side), '[]') from (
          select side, jsonb_agg(name order by position) as names from app.readable_parties
          where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid group by side) s) as sides`);
    const lanes = proceeding && allows(actor.role, "note.write", actsBy) ? writableLanes(actor.role, actsBy) : [];
    const mayNow = (action: "file.add" | "file.describe") =>
      allows(actor.role, action, actsBy) && !proceeding?.archivedAt;
    const mayDescribeFiles = mayNow("file.describe");
    const fileLanes = mayNow("file.add") ? writableLanes(actor.role, actsBy) : [];
    return {
      notes: row?.notes ?? [],
      sides: row?.sides ?? [],
      lanes,
      fileLanes,
      mayDescribeFiles,
      proceedingId: proceeding?.id ?? null,
    };
  });
}
