import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PaperKind } from "@/db/vocabulary";
import { fits } from "./check-template";
import { hasTemplates } from "./template-kinds";

/** A template as a paper's words keep it: what held on its day is what it is drawn from, whenever that is. */
export interface KeptTemplate {
  id: string;
  sha256: string;
}

/**
 * The template by which a committee's Word file of this paper is made on a day: its own before the county's, the newest that has
 * begun and was not withdrawn. Null where ours is used, also instead of one that does not fit what the paper says today.
 */
export async function templateOf(
  tx: Tx,
  { countyId, committeeId, kind, day }: { countyId: string; committeeId: string; kind: PaperKind; day: string },
): Promise<KeptTemplate | null> {
  if (!hasTemplates(kind)) return null;
  const [row] = await tx.execute<{ id: string; sha256: string; fields: string[] }>(sql`
    select id, sha256, fields from paper_templates
    where county_id = ${countyId}::uuid and kind = ${kind} and (committee_id is null or committee_id = ${committeeId}::uuid)
      and valid_from <= ${day}::date and withdrawn_at is null
    order by committee_id nulls last, valid_from desc, added_at desc, id desc limit 1`);
  return row && fits(kind, row.fields) ? { id: row.id, sha256: row.sha256 } : null;
}
