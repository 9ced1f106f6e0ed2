import { sql } from "drizzle-orm";
import type { ObligationKind, RiskLevel } from "@/db/vocabulary";
import { reachable } from "../../access/reachable";
import type { Context } from "../../kernel/context";
import { addDays, dayOf, weekdayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { PerformanceListQuery } from "../inputs";

/** An open obligation in the office list. Money in fen, days 'YYYY-MM-DD'. */
export interface OpenObligation {
  id: string;
  disputeId: string;
  disputeTitle: string;
  risk: RiskLevel;
  leadName: string;
  isLead: boolean;
  ordinal: number;
  kind: ObligationKind;
  text: string;
  amountFen: number | null;
  openFen: number;
  dueOn: string;
  effectiveAt: string;
  obligorNames: string[];
  obligeeNames: string[];
  /** What its ledger says, or does not say, is contested by a party. */
  isContested: boolean;
  lastUrgedAt: string | null;
}
export interface OpenObligations {
  today: string;
  /** Sunday of this week; later days are "later". */
  weekEndsOn: string;
  counts: { overdue: number; thisWeek: number; later: number };
  rows: OpenObligation[];
  /** Cursor of the next page, or null at the end. */
  next: { dueOn: string; id: string } | null;
}

/**
 * Open obligations of agreements in force, soonest due first. Row-level security keeps to the disputes
 * the reader reaches; police of the station see only what they lead themselves.
 */
export function listObligations(ctx: Context, { scope, after, limit }: PerformanceListQuery): Promise<OpenObligations> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const weekEndsOn = addDays(today, 7 - weekdayOf(today));
  const onlyLed = scope === "mine" || actor.role === "officer";
  return asActor(ctx, async (tx) => {
    const [found] = await tx.execute<{ counts: OpenObligations["counts"]; rows: OpenObligation[] }>(sql`
      with near as materialized (select w.id from ${reachable(actor, { isOpen: true })} w),
      ob as (
        select o.county_id, o.id, o.dispute_id, o.ordinal, o.kind, o.text, o.amount_fen, o.liability, o.due_on, a.effective_at, r.lead_person_id
        from near join obligations o on o.county_id = ${actor.countyId}::uuid and o.dispute_id = near.id
        join agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status in ('effective', 'replaced')
        join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id and r.ended_at is null
        where num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0 and (not ${onlyLed}::boolean or r.lead_person_id = ${actor.personId}::uuid)
      ), page as (
        select * from ob where ${after ? sql`(due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql`true`} order by due_on, id limit ${limit + 1}
      )
      select
        (select json_build_object('overdue', count(*) filter (where due_on < ${today}::date),
          'thisWeek', count(*) filter (where due_on between ${today}::date and ${weekEndsOn}::date),
          'later', count(*) filter (where due_on > ${weekEndsOn}::date)) from ob) as counts,
        coalesce((select json_agg(json_build_object(
          'id', g.id, 'disputeId', g.dispute_id, 'disputeTitle', d.title, 'risk', d.risk, 'leadName', w.name,
          'isLead', g.lead_person_id = ${actor.personId}::uuid, 'ordinal', g.ordinal, 'kind', g.kind, 'text', g.text, 'amountFen', g.amount_fen,
          'openFen', case when g.amount_fen is null then 0 else (
            select case when g.liability in ('equalShares', 'shares') then sum(greatest(0, l.share_fen - l.paid_fen - l.waived_fen))
              else greatest(0, g.amount_fen - sum(l.paid_fen + l.waived_fen)) end from app.ledger_accounts(g.county_id, g.id) l) end,
          'dueOn', g.due_on, 'effectiveAt', g.effective_at,
          'obligorNames', (select json_agg(p.name order by p.position) from obligation_parties q join app.readable_parties p on p.county_id = q.county_id and p.id = q.party_id
            where q.county_id = g.county_id and q.obligation_id = g.id and q.part = 'obligor'),
          'obligeeNames', coalesce((select json_agg(p.name order by p.position) from obligation_parties q join app.readable_parties p on p.county_id = q.county_id and p.id = q.party_id
            where q.county_id = g.county_id and q.obligation_id = g.id and q.part = 'obligee'), '[]'::json),
          'isContested', exists (select from app.open_contests(g.county_id, g.id)),
          'lastUrgedAt', (select max(u.urged_at) from urges u where u.county_id = g.county_id and u.obligation_id = g.id)
        ) order by g.due_on, g.id)
        from page g join disputes d on d.county_id = g.county_id and d.id = g.dispute_id
        join people w on w.county_id = g.county_id and w.id = g.lead_person_id), '[]'::json) as rows`);
    const all = found?.rows ?? [];
    const rows = all.slice(0, limit);
    const last = all.length > limit ? rows.at(-1) : undefined;
    return {
      today,
      weekEndsOn,
      counts: found?.counts ?? { overdue: 0, thisWeek: 0, later: 0 },
      rows,
      next: last ? { dueOn: last.dueOn, id: last.id } : null,
    };
  });
}
