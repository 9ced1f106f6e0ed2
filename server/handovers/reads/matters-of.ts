import { sql } from "drizzle-orm";
import type { NextStep, Track } from "@/db/vocabulary";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { asActor } from "../../kernel/transaction";

/** A running proceeding that a person leads. Instants are ISO text. */
export interface MatterOf {
  disputeId: string;
  proceedingId: string;
  number: string;
  title: string;
  track: Track;
  nextStep: NextStep | null;
  nextDueAt: string | null;
  /** Sessions that have not begun and go along with it. */
  sessions: number;
}

/** What a person leads among the matters of the reader, the most pressing first: all of it is handed over when they leave. */
export function mattersOf(ctx: Context, { personId }: { personId: string }): Promise<MatterOf[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<MatterOf & Record<string, unknown>>(sql`
      select p.dispute_id as "disputeId", p.id as "proceedingId", d.number, d.title, p.track, p.next_step as "nextStep",
        ${isoText(sql`p.next_due_at`)} as "nextDueAt", (select count(*)::int from app.coming_seats(p.id, p.lead_person_id, 0)) as sessions
      from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
      where p.county_id = ${actor.countyId}::uuid and p.lead_person_id = ${personId}::uuid and p.archived_at is null and p.ended_at is null
      order by p.next_due_at, p.id limit ${listLimits.mattersOf}`);
    return [...rows];
  });
}
