import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NextStep, RiskLevel } from "@/db/vocabulary";
import { reachable } from "../../access/reachable";
import type { PersonActor } from "../../kernel/actor";
import { isoText } from "../../kernel/iso-text";
import type { Rules } from "../../rules/defaults";

/** Why a line is on the red list; the words live in the catalogue. */
export type RedReason = "redRisk" | "repeatAlert" | "overdue" | "pastTerm" | "relapse";

/** A dispute or repeat group that needs the station head's own attention. Times are ISO text, days 'YYYY-MM-DD'. */
export interface RedRow {
  kind: "dispute" | "group";
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
  /** Statutory last day, if the track has one. */
  dueOn: string | null;
  nextStep: NextStep | null;
  nextOwner: string | null;
  nextDueAt: string | null;
}
export interface RedList {
  rows: RedRow[];
  total: number;
  /** Days within which repeated calls are counted (rule repeat.windowDays). */
  windowDays: number;
}

/**
 * Disputes that are open and red, late with a step or past their statutory day; settled ones with a new call; and alerted
 * repeat groups nobody has activated: looked for among what runs and what was called about lately. Red first, then groups, then the longest overdue.
 */
export async function readRedList(
  tx: Tx,
  at: { actor: PersonActor; scope: SQL; now: Date; rules: Rules; limit: number },
): Promise<RedList> {
  const { countyId, stationId } = at.actor;
  const now = sql`${at.now.toISOString()}::timestamptz`;
  const window = sql`${now} - make_interval(hours => 24 * ${at.rules["repeat.windowDays"]}::int)`;
  const relapse = sql`make_interval(hours => 24 * ${at.rules["relapse.days"]}::int)`;
  const triageBy = sql`d.registered_at + make_interval(hours => ${at.rules["triage.hours"]}::int)`;
  const rows = await tx.execute<RedRow & { total: number } & Record<string, unknown>>(sql`
    with near as (
      select w.id from ${reachable(at.actor, { isOpen: true })} w
      union select c.dispute_id from police_calls c where c.county_id = ${countyId}::uuid and c.station_id = ${stationId}::uuid
        and c.dispute_id is not null and c.called_at > ${now} - ${relapse}
    ), lines as (
      select 'dispute' as kind, d.id, d.number, d.title, d.place, d.risk, d.risk_reason, p.accepted_at, p.due_on, p.next_step, p.next_owner_id,
        coalesce(p.next_due_at, ${triageBy}) as next_due_at, coalesce(p.accepted_at, d.registered_at) as since,
        (p.id is null and d.not_accepted_at is null or p.ended_at is null and p.id is not null) as is_open, p.ended_at, calls.incidents, calls.last_call
      from near join disputes d on d.county_id = ${countyId}::uuid and d.id = near.id
      left join lateral (select * from proceedings q where q.county_id = d.county_id and q.dispute_id = d.id
        order by q.ended_at is not null, q.ordinal desc limit 1) p on true
      cross join lateral (
        select count(distinct c.incident_id) filter (where c.called_at > ${window})::int as incidents, max(c.called_at) as last_call
        from police_calls c where c.county_id = d.county_id and c.dispute_id = d.id) calls
      where ${at.scope}
    ), red as (
      select kind, id, number, title, place, risk, risk_reason, since, due_on, next_step, next_owner_id, next_due_at, incidents,
        array_remove(array[
          case when is_open and risk = 'red' then 'redRisk' end,
          case when is_open and next_due_at < ${now} then 'overdue' end,
          case when is_open and (due_on + 1)::timestamp at time zone 'Asia/Shanghai' <= ${now} then 'pastTerm' end,
          case when ended_at is not null and last_call > ended_at and last_call <= ended_at + ${relapse} and last_call > ${now} - ${relapse} then 'relapse' end], null) as reasons
      from lines
      union all
      select 'group', g.id, null, g.place, g.place, 'amber', '', of.first_at, null, null, null, null, of.incidents, array['repeatAlert']
      from repeat_groups g cross join lateral (
        select min(c.called_at) as first_at, count(distinct c.incident_id)::int as incidents
        from police_calls c where c.county_id = g.county_id and c.group_id = g.id) of
      where g.county_id = ${countyId}::uuid and g.station_id = ${stationId}::uuid and g.alerted_at is not null and g.dispute_id is null
    )
    select red.kind, red.id, red.number, red.title, red.place, red.risk, red.risk_reason as "riskReason", red.reasons, red.incidents,
      ${isoText(sql`red.since`)} as since, red.due_on::text as "dueOn", red.next_step as "nextStep", who.name as "nextOwner",
      ${isoText(sql`red.next_due_at`)} as "nextDueAt", count(*) over ()::int as total
    from red left join people who on who.county_id = ${countyId}::uuid and who.id = red.next_owner_id
    where cardinality(red.reasons) > 0
    order by red.kind = 'group' desc, 'redRisk' = any (red.reasons) desc, red.next_due_at nulls last, red.id limit ${at.limit}`);
  return {
    rows: rows.map(({ total: _, ...row }) => row as RedRow),
    total: rows[0]?.total ?? 0,
    windowDays: at.rules["repeat.windowDays"],
  };
}
