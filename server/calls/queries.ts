import { sql } from "drizzle-orm";
import type { ClueStatus, Role } from "@/db/vocabulary";
import { maskedPhone } from "../access/encrypted-contacts";
import { isFreshCall } from "../disputes/parts/counted-sets";
import { incidentCount } from "../disputes/parts/incidents";
import { type CallChoice, looseCalls } from "../disputes/reads/choices";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { byName } from "../kernel/name-order";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { afterOfficeHours } from "../rules/office-hours";
import { officeOf } from "../rules/queries";
import type { ListCallsInput } from "./inputs";
import { type ClueStep, stepsOf } from "./parts/clue-steps";
import { firstStepBy, isKept } from "./parts/kept-point";

/** A call as the station's list shows it: times are ISO text, the phone is masked, the caller's name is short for whoever did not write it down. */
export interface CallRow {
  id: string;
  number: string;
  calledAt: string;
  callerName: string;
  phone: string;
  place: string;
  summary: string;
  /** Reports an incident another call has reported. */
  isDuplicate: boolean;
  groupId: string | null;
  /** The dispute it belongs to, where the reader may open it. */
  disputeId: string | null;
  disputeNumber: string | null;
  /** Part of a dispute, whoever may open it. */
  isAttached: boolean;
}

export interface CallPage {
  rows: CallRow[];
  total: number;
  next: { at: string; id: string } | null;
}

const pageSize = 50;

/** The station's calls, newest first, by keyset. */
export function listCalls(ctx: Context, input: ListCallsInput): Promise<CallPage> {
  const { actor, now } = ctx;
  const isListed = sql`c.county_id = ${actor.countyId}::uuid and c.station_id = ${actor.stationId}::uuid
    ${input.filter === "unattached" ? sql`and c.dispute_id is null` : sql``}
    ${input.filter === "fresh" ? sql`and ${isFreshCall(now)}` : sql``}
    ${input.groupId ? sql`and c.group_id = ${input.groupId}::uuid` : sql``}`;
  const after = input.cursor
    ? sql`and (c.called_at, c.id) < (${input.cursor.at}::timestamptz, ${input.cursor.id}::uuid)`
    : sql``;
  return asActor(ctx, async (tx) => {
    const found = await tx.execute<CallRow & Record<string, unknown>>(sql`
      select c.id, c.number, ${isoText(sql`c.called_at`)} as "calledAt", c.caller_name as "callerName", c.phone, c.place, c.summary,
        c.incident_id <> c.id as "isDuplicate", c.group_id as "groupId", d.id as "disputeId", d.number as "disputeNumber",
        c.dispute_id is not null as "isAttached"
      from app.readable_calls c left join disputes d on (d.county_id, d.id) = (c.county_id, c.dispute_id)
      where ${isListed} ${after} order by c.called_at desc, c.id desc limit ${pageSize + 1}`);
    const [sum] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from police_calls c where ${isListed}`);
    const rows = found.slice(0, pageSize).map((row) => ({
      ...row,
      phone: maskedPhone("police_calls", { countyId: actor.countyId, id: row.id }, row.phone),
    }));
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return { rows, total: sum?.n ?? 0, next: last ? { at: last.calledAt, id: last.id } : null };
  });
}

/** Calls about one matter as the station sees them, before (and after) there is a dispute. */
export interface GroupRow {
  id: string;
  place: string;
  incidents: number;
  calls: number;
  firstAt: string;
  lastAt: string;
  alertedAt: string | null;
  activatedAt: string | null;
  activatedByName: string | null;
  activationReason: string | null;
  disputeId: string | null;
  disputeNumber: string | null;
  /** Calls that are not part of a dispute yet. */
  looseCallIds: string[];
}

const groupFields = sql`g.id, g.place, ${isoText(sql`g.alerted_at`)} as "alertedAt", ${isoText(sql`g.activated_at`)} as "activatedAt",
  who.name as "activatedByName", g.activation_reason as "activationReason", d.id as "disputeId", d.number as "disputeNumber",
  of.incidents, of.calls, ${isoText(sql`of.first_at`)} as "firstAt", ${isoText(sql`of.last_at`)} as "lastAt", of.loose as "looseCallIds"
  from repeat_groups g
  left join disputes d on (d.county_id, d.id) = (g.county_id, g.dispute_id)
  left join people who on (who.county_id, who.id) = (g.county_id, g.activated_by)
  cross join lateral (
    select ${incidentCount} as incidents, count(*)::int as calls, min(c.called_at) as first_at, max(c.called_at) as last_at,
      coalesce(array_agg(c.id) filter (where c.dispute_id is null), '{}') as loose
    from police_calls c where c.county_id = g.county_id and c.group_id = g.id) of`;

/** Groups of the station that are no dispute yet, alerted ones first, then those that became one lately. */
export function listGroups(ctx: Context): Promise<GroupRow[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => [
    ...(await tx.execute<GroupRow & Record<string, unknown>>(sql`
      select ${groupFields}
      where g.county_id = ${actor.countyId}::uuid and g.station_id = ${actor.stationId}::uuid
      order by g.dispute_id is not null, g.alerted_at is null, of.last_at desc limit ${listLimits.callGroups}`)),
  ]);
}

/** One group, or null when it is not of the actor's station. */
export function findGroup(ctx: Context, groupId: string): Promise<GroupRow | null> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [group] = await tx.execute<GroupRow & Record<string, unknown>>(sql`
      select ${groupFields} where g.county_id = ${actor.countyId}::uuid and g.station_id = ${actor.stationId}::uuid and g.id = ${groupId}::uuid`);
    return group ?? null;
  });
}

/** What the activation form offers: the group, parties suggested by its calls, people who may lead, and points. */
export interface ActivationForm {
  group: GroupRow;
  leads: { id: string; name: string; post: string; role: Extract<Role, "mediator" | "officer"> }[];
  points: { id: string; name: string; address: string }[];
  /** Its calls that are part of no dispute yet, with their callers as the actor may read them. */
  calls: CallChoice[];
}

export async function activationForm(ctx: Context, input: { groupId: string }): Promise<ActivationForm> {
  const { actor } = ctx;
  const group = await findGroup(ctx, input.groupId);
  if (!group) throw notFound();
  const calls = group.looseCallIds.length > 0 ? await looseCalls(ctx, { callIds: group.looseCallIds }) : [];
  return asActor(ctx, async (tx) => ({
    group,
    calls,
    leads: [
      ...(await tx.execute<ActivationForm["leads"][number]>(sql`
        select id, name, post, role::text as role from people
        where county_id = ${actor.countyId}::uuid and station_id = ${actor.stationId}::uuid
          and role in ('mediator', 'officer') and disabled_at is null order by role, ${byName(sql`name`)}`)),
    ],
    points: [
      ...(await tx.execute<ActivationForm["points"][number]>(sql`
        select id, name, address from contact_points
        where county_id = ${actor.countyId}::uuid and station_id = ${actor.stationId}::uuid and disabled_at is null order by name`)),
    ],
  }));
}

/** A clue as the station reads it: never who reported it. */
export interface ClueRow {
  id: string;
  place: string;
  text: string;
  point: string | null;
  pointId: string | null;
  reportedAt: string;
  /** When the station should have answered. */
  answerBy: string;
  status: ClueStatus;
  answer: string;
  /** What the keeper of its point did, and until when they take the first step; null where the station is asked at once. */
  steps: ClueStep[];
  firstBy: string | null;
  disputeId: string | null;
  disputeNumber: string | null;
}

/** Whether the point handed it up, so that the station is asked. */
const isHandedUp = sql`exists (select from clue_steps u where u.county_id = q.county_id and u.clue_id = q.id and u.kind = 'escalate')`;

/** The station's clues: waiting ones first, those that a point handed up before others and the oldest first, then the latest answered. */
export function listClues(ctx: Context): Promise<ClueRow[]> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const office = await officeOf(tx, actor.countyId, now, null);
    const { rules } = office;
    const rows = await tx.execute<
      Omit<ClueRow, "answerBy" | "firstBy"> & { isKept: boolean } & Record<string, unknown>
    >(sql`
      select q.id, q.place, q.text, p.name as point, q.point_id as "pointId", ${isoText(sql`q.reported_at`)} as "reportedAt",
        q.status, q.answer, ${stepsOf(sql`q`)} as steps, ${isKept(sql`q`)} as "isKept", d.id as "disputeId", d.number as "disputeNumber"
      from clues q
      left join contact_points p on (p.county_id, p.id) = (q.county_id, q.point_id)
      left join disputes d on (d.county_id, d.id) = (q.county_id, q.dispute_id)
      where q.county_id = ${actor.countyId}::uuid and q.station_id = ${actor.stationId}::uuid
      order by q.status <> 'new', case when q.status = 'new' then ${isHandedUp} end desc, case when q.status = 'new' then q.reported_at end,
        q.reported_at desc limit ${listLimits.clues}`);
    return rows.map(({ isKept: hasKeeper, ...clue }) => {
      const reportedAt = new Date(clue.reportedAt);
      const firstBy = hasKeeper ? firstStepBy(reportedAt, office) : null;
      const handedUp = clue.steps.find(({ kind }) => kind === "escalate");
      // The station's own time begins where the point hands up, or has let its time pass.
      const begins = handedUp ? new Date(handedUp.at) : (firstBy ?? reportedAt);
      return {
        ...clue,
        firstBy: firstBy?.toISOString() ?? null,
        answerBy: afterOfficeHours(begins, rules["clue.hours"], office).toISOString(),
      };
    });
  });
}

/** A clue as its reporter sees it: status and answer, not the dispute. */
export interface OwnClue {
  id: string;
  place: string;
  text: string;
  reportedAt: string;
  status: ClueStatus;
  answer: string;
  handledAt: string | null;
}

/** The reader's own clues, newest first, and the points they may name: those of their station, or all of the county's. */
export function ownClues(ctx: Context): Promise<{
  clues: OwnClue[];
  points: { id: string; name: string }[];
  ownPointId: string | null;
  /** Whether the reader belongs to a station; else they name a point. */
  isAtStation: boolean;
}> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => ({
    clues: [
      ...(await tx.execute<OwnClue & Record<string, unknown>>(sql`
        select id, place, text, ${isoText(sql`reported_at`)} as "reportedAt", status, answer, ${isoText(sql`handled_at`)} as "handledAt"
        from clues where county_id = ${actor.countyId}::uuid and reporter_id = ${actor.personId}::uuid
        order by reported_at desc limit ${listLimits.ownClues}`)),
    ],
    points: [
      ...(await tx.execute<{ id: string; name: string }>(sql`
        select p.id, case when ${actor.stationId}::uuid is null then s.name || ' · ' || p.name else p.name end as name
        from contact_points p join stations s on (s.county_id, s.id) = (p.county_id, p.station_id)
        where p.county_id = ${actor.countyId}::uuid and p.station_id = coalesce(${actor.stationId}::uuid, p.station_id) and p.disabled_at is null
        order by s.name, p.name limit 300`)),
    ],
    isAtStation: actor.stationId !== null,
    ownPointId: actor.pointId,
  }));
}
