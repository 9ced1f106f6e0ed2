import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { FairnessAnswer, Satisfaction } from "@/db/vocabulary";
import type { PapersAt } from "./matter";

/** A follow-up visit, with what stood open of the agreement on that day. */
export interface VisitFacts {
  id: string;
  /** Null where all were visited. */
  partyId: string | null;
  on: string;
  satisfaction: Satisfaction;
  /** In the order of `fairnessQuestions`; null where they were not asked. */
  fairness: FairnessAnswer[] | null;
  escalationSigns: string;
  courtAction: string;
  measures: string;
  note: string;
  visitor: string;
  agreementNumber: string | null;
  agreementOn: string | null;
  /** Clauses of the agreements in force, and of how many the ledger said by that day that they were kept. */
  clauses: number;
  kept: number;
}

/** The visits of a proceeding, oldest first, in one statement. */
export async function visitFacts(tx: Tx, { countyId, proceedingId }: PapersAt): Promise<VisitFacts[]> {
  const rows = await tx.execute<VisitFacts & Record<string, unknown>>(sql`
    with ag as (select * from agreements a where a.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and a.effective_at is not null),
    ob as (select o.* from ag join obligations o on o.county_id = ag.county_id and o.agreement_id = ag.id and o.superseded_at is null)
    select v.id, v.party_id as "partyId", v.visited_on::text as "on", v.satisfaction, to_json(v.fairness) as fairness, v.escalation_signs as "escalationSigns", v.court_action as "courtAction", v.measures, v.note, w.name as visitor,
      (select ag.number from ag order by ag.ordinal desc limit 1) as "agreementNumber",
      (select (ag.effective_at at time zone 'Asia/Shanghai')::date::text from ag order by ag.ordinal desc limit 1) as "agreementOn",
      (select count(*)::int from ob) as clauses,
      (select count(*)::int from ob where num_nonnulls(ob.performed_at, ob.waived_at) > 0
        and (coalesce(ob.performed_at, ob.waived_at) at time zone 'Asia/Shanghai')::date <= v.visited_on) as kept
    from follow_up_visits v join people w on w.county_id = v.county_id and w.id = v.visited_by
    where v.county_id = ${countyId}::uuid and v.proceeding_id = ${proceedingId}::uuid order by v.visited_on, v.recorded_at, v.id`);
  return [...rows];
}
