import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NextStep, RiskLevel } from "@/db/vocabulary";
import { reachable } from "../../access/reachable";
import { incidentCount, incidentsOfGroup } from "../../disputes/parts/incidents";
import type { PersonActor } from "../../kernel/actor";
import { isoText } from "../../kernel/iso-text";
import { dayOf } from "../../kernel/shanghai";
import { ruleOn, rulesOn } from "../../rules/queries";
import { stationScope } from "./count-figures";

/** Why a line is on the red list; the words live in the catalogue. */
export type RedReason =
  | "redRisk"
  | "repeatAlert"
  | "overdue"
  | "pastTerm"
  | "relapse"
  | "reviewLate"
  | "violence"
  | "confirmation";

/** What needs the station head's own attention: a dispute, a repeat group, an emergency reading to review. Times are ISO text, days 'YYYY-MM-DD'. */
export interface RedRow {
  kind: "dispute" | "group" | "review";
  id: string;
  number: string | null;
  title: string;
  place: string;
  risk: RiskLevel;
  riskReason: string;
  reasons: RedReason[];
  /** Different incidents reported about it, in the last window. */
  incidents: number;
  /** Accepted (registered before triage); of a group: its first call. */
  since: string;
  /** The last day of a statutory clock that runs on past it. */
  dueOn: string | null;
  /** In breach: the last day for judicial confirmation, which nobody has applied for and which is near. */
  confirmUntil: string | null;
  nextStep: NextStep | null;
  nextOwner: string | null;
  nextDueAt: string | null;
  /** Who leads what is open; null where nobody does yet, or where the reader cannot ask anything of them. */
  lead: string | null;
  /** The last instant of what was asked of them and is not answered. */
  answerBy: string | null;
}
export interface RedList {
  rows: RedRow[];
  total: number;
  /** Days within which repeated calls are counted (rule repeat.windowDays). */
  windowDays: number;
}

interface At {
  actor: PersonActor;
  now: Date;
}

/**
 * Disputes whose family violence is not dealt with, or that are open and red, late with a step or past the last day of a
 * clock that still runs, or in breach while the days for confirmation run out; settled ones with a new call; and alerted
 * repeat groups nobody has activated, and emergency readings that the head should have reviewed: looked for among what runs
 * and what was called about lately. The rules of the day are part of the statement, so that it waits for nothing.
 */
function redLines({ actor, now: at }: At): SQL {
  const { countyId, stationId } = actor;
  const now = sql`${at.toISOString()}::timestamptz`;
  const relapse = sql`(select relapse from limits)`;
  // What was taken in before another station gave its work to this one stands under the other's name.
  const stations = sql`(select app.counted_under(${countyId}::uuid, ${stationId}::uuid))::uuid[]`;
  return sql`limits as materialized (
      select make_interval(hours => 24 * ${ruleOn("relapse.days", countyId, dayOf(at))}) as relapse
    ), warn as materialized (
      select ${ruleOn("confirmation.warnDays", countyId, dayOf(at))} as days
    ), near as (
      select w.id from ${reachable(actor, { isOpen: true })} w
      -- What was handed over to here may be called about where it came from.
      union select t.dispute_id from transfers t where t.county_id = ${countyId}::uuid and t.to_station_id = any (${stations}) and t.is_accepted
      union select s.dispute_id from gate_steps s where s.county_id = ${countyId}::uuid and s.result is null and s.kind <> 'clarify'
      union select c.dispute_id from police_calls c where c.county_id = ${countyId}::uuid and c.station_id = any (${stations})
        and c.dispute_id is not null and c.called_at > ${now} - ${relapse}
      union select r.relapse_of from disputes r where r.county_id = ${countyId}::uuid and r.station_id = any (${stations})
        and r.relapse_of is not null and r.registered_at > ${now} - ${relapse}
    ), lines as (
      select d.id, d.number, d.title, d.place, d.risk, d.risk_reason, term.due_on, open.confirm_until, p.next_step, p.next_owner_id, p.ended_at,
        case when p.ended_at is null then p.id end as running_id, case when p.ended_at is null then p.lead_person_id end as lead_id,
        coalesce(p.next_due_at, d.triage_due_at) as next_due_at,
        coalesce(p.accepted_at, d.registered_at) as since, (p.id is null and d.not_accepted_at is null or p.ended_at is null and p.id is not null) as is_open,
        case when p.ended_at is not null then greatest(
          (select max(c.called_at) from police_calls c where c.county_id = d.county_id and c.dispute_id = d.id),
          (select max(r.registered_at) from disputes r where r.county_id = d.county_id and r.relapse_of = d.id)) end as last_call
      from near join disputes d on d.county_id = ${countyId}::uuid and d.id = near.id
      left join lateral (select * from proceedings q where q.county_id = d.county_id and q.dispute_id = d.id
        order by q.ended_at is not null, q.ordinal desc limit 1) p on true
      left join lateral (select min(c.due_on) as due_on from clocks c where c.county_id = p.county_id and c.proceeding_id = p.id
        and app.is_past_term(c, ${now})) term on true
      left join lateral (select min(c.due_on) as confirm_until from clocks c where c.county_id = p.county_id and c.proceeding_id = p.id
        and p.status = 'performing' and c.kind = 'confirmation' and c.stopped_on is null
        and c.due_on between ${dayOf(at)}::date and ${dayOf(at)}::date + (select days from warn)
        and exists (select from breaches b join obligations o on o.county_id = b.county_id and o.id = b.obligation_id
          where o.county_id = c.county_id and o.agreement_id = c.agreement_id and num_nonnulls(o.performed_at, o.waived_at) = 0)) open on true
      where ${stationScope(countyId, stationId)}
    ), red as (
      select 'dispute' as kind, id, number, title, place, risk, risk_reason, since, due_on, confirm_until, next_step, next_owner_id, next_due_at, running_id, lead_id,
        array_remove(array[
          case when exists (select from gate_steps s where s.county_id = ${countyId}::uuid and s.dispute_id = lines.id and s.result is null
            and s.kind <> 'clarify') then 'violence' end,
          case when is_open and risk = 'red' then 'redRisk' end,
          case when is_open and next_due_at < ${now} then 'overdue' end,
          case when is_open and due_on is not null then 'pastTerm' end,
          case when is_open and confirm_until is not null then 'confirmation' end,
          case when ended_at is not null and last_call > ended_at and last_call <= ended_at + ${relapse} and last_call > ${now} - ${relapse} then 'relapse' end], null) as reasons
      from lines
      union all
      select 'group', g.id, null, g.place, g.place, 'amber', '',
        (select min(c.called_at) from police_calls c where c.county_id = g.county_id and c.group_id = g.id), null, null, null, null, null, null::uuid, null::uuid, array['repeatAlert']
      from repeat_groups g
      where g.county_id = ${countyId}::uuid and g.station_id = ${stationId}::uuid and g.alerted_at is not null and g.dispute_id is null
      union all
      -- Of a closed matter its number alone is said.
      select 'review', w.id, w.number, w.number, '', 'amber', '', w.ends_at, null, null, null, null, w.review_due_at, null, null, array['reviewLate']
      from app.windows_of_office() w where w.may = 'review' and w.review_due_at <= ${now}
    )`;
}

/** `limit` of them after the first `after`: red ones first, then groups, then the longest overdue; and how many there are. */
export async function readRedList(
  tx: Tx,
  at: At & { limit: number; after?: number },
): Promise<RedList & { relapseDays: number }> {
  const { countyId } = at.actor;
  const windowHours = sql`24 * ${ruleOn("repeat.windowDays", countyId, dayOf(at.now))}`;
  const [rows, rules] = await Promise.all([
    tx
      .execute<RedRow & { total: number } & Record<string, unknown>>(sql`
    with ${redLines(at)}, page as (
      select red.*, count(*) over ()::int as total from red where cardinality(reasons) > 0
      order by kind = 'dispute', 'redRisk' = any (reasons) desc, next_due_at nulls last, id limit ${at.limit} offset ${at.after ?? 0}
    )
    select l.kind, l.id, l.number, l.title, l.place, l.risk, l.risk_reason as "riskReason", l.reasons, case when l.kind = 'group'
        then ${incidentsOfGroup({ countyId: sql`${countyId}::uuid`, groupId: sql`l.id`, windowHours })}
        else (select ${incidentCount} from police_calls c where c.county_id = ${countyId}::uuid and c.dispute_id = l.id and c.called_at > ${at.now.toISOString()}::timestamptz - make_interval(hours => ${windowHours})) end as incidents,
      ${isoText(sql`l.since`)} as since, l.due_on::text as "dueOn", l.confirm_until::text as "confirmUntil", l.next_step as "nextStep", who.name as "nextOwner",
      ${isoText(sql`l.next_due_at`)} as "nextDueAt", lead.name as lead,
      (select ${isoText(sql`min(i.answer_by)`)} from instructions i where i.county_id = ${countyId}::uuid and i.proceeding_id = l.running_id
        and i.answered_at is null and i.withdrawn_at is null) as "answerBy", l.total
    from page l left join people lead on lead.county_id = ${countyId}::uuid and lead.id = l.lead_id and l.kind = 'dispute'
      left join people who on who.county_id = ${countyId}::uuid and who.id = l.next_owner_id
    order by l.kind = 'dispute', 'redRisk' = any (l.reasons) desc, l.next_due_at nulls last, l.id`)
      .execute(),
    rulesOn(tx, countyId, dayOf(at.now)),
  ]);
  return {
    rows: rows.map(({ total: _, ...row }) => row as RedRow),
    // A page behind the end has no row that could say it.
    total: rows[0]?.total ?? (at.after ? await countRedList(tx, at) : 0),
    windowDays: rules["repeat.windowDays"],
    relapseDays: rules["relapse.days"],
  };
}

/** How many there are, which every page of a head shows. */
export async function countRedList(tx: Tx, at: At): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`with ${redLines(at)} select count(*)::int as n from red where cardinality(reasons) > 0`,
  );
  return row?.n ?? 0;
}
