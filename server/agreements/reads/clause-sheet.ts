import { sql } from "drizzle-orm";
import { type DisputeType, disputeTypes } from "@/db/vocabulary";
import { requireRole } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { forbidden } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { TemplateClause } from "../choices";
import { standardClauses } from "../parts/standard-clauses";

/** Clauses that a head set, from a day on. */
export interface SetClauses {
  type: DisputeType;
  clauses: TemplateClause[];
  /** 'YYYY-MM-DD' */
  from: string;
  by: string;
}
/** What agreements about a type of dispute begin with. */
export interface ClauseLine {
  type: DisputeType;
  /** What counts today. */
  clauses: readonly TemplateClause[];
  /** Null where they are ours. */
  now: SetClauses | null;
  /** Everything that was set, the newest first. */
  history: SetClauses[];
}

/** The drafting templates of the reader's committee, type by type. */
export async function clauseSheet(ctx: Context): Promise<ClauseLine[]> {
  const { actor, now } = ctx;
  requireRole(actor, "draftingTemplate.read");
  const { countyId, committeeId } = actor;
  if (!committeeId) throw forbidden();
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<SetClauses & Record<string, unknown>>(sql`
      select t.type, t.clauses, t.valid_from::text as "from", p.name as "by"
      from drafting_templates t join people p on p.county_id = t.county_id and p.id = t.set_by
      where t.county_id = ${countyId}::uuid and t.committee_id = ${committeeId}::uuid
      order by t.valid_from desc, t.set_at desc, t.id desc limit 400`);
    return disputeTypes.map((type) => {
      const history = rows.filter((row) => row.type === type);
      const own = history.find(({ from }) => from <= today) ?? null;
      return { type, clauses: own?.clauses ?? standardClauses(type), now: own, history };
    });
  });
}
