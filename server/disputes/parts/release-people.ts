import { sql } from "drizzle-orm";
import type { Actor } from "../../kernel/actor";
import { type Act, proceedingOf } from "../perform";

/** What an ending cancelled and withdrew. */
export interface Released {
  sessions: number;
  invitations: number;
}

/**
 * Releases everything an ending proceeding still has, whichever way it ends. Booked and held sessions are cancelled, and their
 * rooms and people are free again (reminders find the session cancelled). Withdrawn are waiting invitations, an agreement not
 * yet in force and an offer to hand the matter over; a request for another lead is overtaken, what a head asked is taken back,
 * and tasks are dropped. The database refuses an end that leaves any of it (`proceedings_end_releases`).
 */
export async function releasePeople(act: Act<Actor>, reason: string): Promise<Released> {
  const { tx, countyId, now } = act;
  const { id, leadPersonId } = proceedingOf(act);
  const at = now.toISOString();
  const by = act.actor.kind === "person" ? act.actor.personId : leadPersonId;
  const rows = await tx.execute<Released & Record<string, number>>(sql`
    with cancelled as (
      update sessions set status = 'cancelled', cancel_reason = ${reason}, at_risk_since = null, version = version + 1
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and status = 'booked' returning id),
    freed as (
      delete from slots where county_id = ${countyId}::uuid and session_id in (select id from cancelled)),
    withdrawn as (
      update invitations set status = 'withdrawn'
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and status in ('sent', 'seen') returning id),
    papers as (
      update agreements set status = 'withdrawn', unfinished = null, withdrawn_at = ${at}::timestamptz, withdrawn_reason = ${reason}
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and status in ('draft', 'signing')),
    offers as (
      update transfers set withdrawn_by = ${by}::uuid, withdrawn_at = ${at}::timestamptz
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and answered_at is null and withdrawn_at is null),
    asked as (
      update lead_requests set outcome = 'overtaken', decided_by = ${by}::uuid, decided_at = ${at}::timestamptz
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and outcome is null),
    told as (
      update instructions set withdrawn_by = ${by}::uuid, withdrawn_at = ${at}::timestamptz
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and answered_at is null and withdrawn_at is null),
    tasks as (
      update assignments set status = 'dropped', remark = ${reason || "—"}, settled_by = ${by}::uuid, settled_at = ${at}::timestamptz
      where county_id = ${countyId}::uuid and proceeding_id = ${id}::uuid and status in ('open', 'done', 'cannot'))
    select (select count(*)::int from cancelled) as sessions, (select count(*)::int from withdrawn) as invitations`);
  return { sessions: rows[0]?.sessions ?? 0, invitations: rows[0]?.invitations ?? 0 };
}
