import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { policeCalls, repeatGroups } from "@/db/schema/calls";
import { incidentsOfGroup } from "../../disputes/parts/incidents";
import type { ActContext } from "../../kernel/context";
import { appendEvent } from "../../kernel/events";
import { newId } from "../../kernel/ids";
import type { Rules } from "../../rules/defaults";

/** What calls are compared by. `phoneHash` is the keyed hash of the whole phone, "" when it was withheld. */
export interface ComparedCall {
  countyId: string;
  stationId: string;
  id: string;
  calledAt: Date;
  phoneHash: string;
  place: string;
  placeKey: string;
}

export interface JoinedGroup {
  id: string;
  disputeId: string | null;
  /** Different incidents within the window that ends with the newest call. */
  incidents: number;
  isAlerting: boolean;
}

const atStation = (call: ComparedCall) =>
  sql`c.county_id = ${call.countyId}::uuid and c.station_id = ${call.stationId}::uuid`;
const near = (
  call: ComparedCall,
  length: string,
) => sql`c.called_at between ${call.calledAt.toISOString()}::timestamptz - ${length}::interval
  and ${call.calledAt.toISOString()}::timestamptz + ${length}::interval`;

const isOver = (
  { countyId }: ComparedCall,
  disputeId: SQL,
) => sql`coalesce((select bool_and(p.ended_at is not null) from proceedings p
  where p.county_id = ${countyId}::uuid and p.dispute_id = ${disputeId}), false)`;
/** From another flat of the building, and another phone. */
const isApart = (call: ComparedCall) =>
  sql`(app.are_apart(c.place, ${call.place}) and not (c.phone_hash <> '' and c.phone_hash = ${call.phoneHash}))`;
/** The same building; of a matter that is over, or of the group that became one, not another flat: that is something else near it. */
const samePlace = (call: ComparedCall) =>
  sql`(c.place_key = ${call.placeKey} and not (${isApart(call)} and ${isOver(
    call,
    sql`coalesce(c.dispute_id, (select g.dispute_id from repeat_groups g where g.county_id = c.county_id and g.id = c.group_id))`,
  )}))`;

/** The incident this call reports again: same place, another phone, within minutes (S2). Null when it is a new one. */
export async function incidentOf(tx: Tx, call: ComparedCall, rules: Rules): Promise<string | null> {
  const [first] = await tx.execute<{ incident_id: string }>(sql`
    select c.incident_id from police_calls c
    where ${atStation(call)} and c.place_key = ${call.placeKey} and c.phone_hash <> ${call.phoneHash || "none"}
      and ${near(call, `${rules["repeat.duplicateMinutes"]} minutes`)}
    order by c.called_at, c.id limit 1`);
  return first?.incident_id ?? null;
}

/**
 * Other calls that this one repeats: the same place or phone within the window; or the same place at any time
 * while its dispute is open or was closed not long ago, so that a relapse is seen (S10). A tower of flats is one place until the
 * matter of one of them is over.
 */
const repeats = (call: ComparedCall, rules: Rules) => sql`(${atStation(call)} and c.id <> ${call.id}::uuid and (
  (${samePlace(call)} or (c.phone_hash <> '' and c.phone_hash = ${call.phoneHash})) and ${near(call, `${24 * rules["repeat.windowDays"]} hours`)}
  or ${samePlace(call)} and exists (select from proceedings p where p.county_id = c.county_id and p.dispute_id = c.dispute_id
    and (p.ended_at is null or p.ended_at > ${call.calledAt.toISOString()}::timestamptz - ${`${24 * rules["relapse.days"]} hours`}::interval))))`;

/** The group the repeated calls are in; the nearest one about the same flat, else the same building, where there are several. */
async function groupFor(
  tx: Tx,
  call: ComparedCall,
  rules: Rules,
): Promise<{ id: string; disputeId: string | null; isOver: boolean } | null> {
  const [group] = await tx.execute<{ id: string; dispute_id: string | null; is_over: boolean }>(sql`
    select g.id, g.dispute_id, ${isOver(call, sql`g.dispute_id`)} as is_over from police_calls c
    join repeat_groups g on (g.county_id, g.id) = (c.county_id, c.group_id)
    where ${repeats(call, rules)} order by (c.place_key = ${call.placeKey} and not ${isApart(call)}) desc, (c.place_key = ${call.placeKey}) desc, c.called_at desc, g.id limit 1 for update of g`);
  return group ? { id: group.id, disputeId: group.dispute_id, isOver: group.is_over } : null;
}

/**
 * Repeated calls in no group yet, how many of them are other incidents, and the dispute one of them may have; with a matter that is
 * over none from another flat.
 */
async function repeatedBy(
  tx: Tx,
  call: ComparedCall,
  rules: Rules,
  group: { isOver: boolean } | null,
): Promise<{ ids: string[]; others: number; disputeId: string | null }> {
  const found = await tx.execute<{
    id: string;
    is_other: boolean;
    is_apart: boolean;
    is_over: boolean;
    dispute_id: string | null;
  }>(sql`
    select c.id, c.dispute_id, ${isApart(call)} as is_apart, ${isOver(call, sql`c.dispute_id`)} as is_over, c.incident_id <> (select incident_id from police_calls where county_id = c.county_id and id = ${call.id}::uuid) as is_other
    from police_calls c where ${repeats(call, rules)} and c.group_id is null order by c.called_at desc`);
  const isStrict = group ? group.isOver : (found.find((row) => row.dispute_id)?.is_over ?? false);
  const rows = isStrict ? found.filter((row) => !row.is_apart) : found;
  return {
    ids: rows.map((row) => row.id),
    others: rows.filter((row) => row.is_other).length,
    disputeId: rows.find((row) => row.dispute_id)?.dispute_id ?? null,
  };
}

/** Different incidents of the group inside the window that ends with its newest call. */
async function incidentsIn(tx: Tx, countyId: string, groupId: string, rules: Rules): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select ${incidentsOfGroup({ countyId: sql`${countyId}::uuid`, groupId: sql`${groupId}::uuid`, windowHours: sql`${24 * rules["repeat.windowDays"]}` })} as n`);
  return row?.n ?? 0;
}

/**
 * Puts a recorded call into its repeat group and creates the group at the second incident. Reaching the threshold
 * alerts the head once (S1).
 */
export async function joinGroup(
  tx: Tx,
  ctx: ActContext,
  call: ComparedCall,
  rules: Rules,
): Promise<JoinedGroup | null> {
  const { countyId, stationId } = call;
  const known = await groupFor(tx, call, rules);
  const repeated = await repeatedBy(tx, call, rules, known);
  if (!known && repeated.others === 0) return null;
  const group = known
    ? { id: known.id, disputeId: known.disputeId }
    : { id: newId(ctx.now), disputeId: repeated.disputeId };
  if (!known) {
    await tx.insert(repeatGroups).values({ ...group, countyId, stationId, place: call.place, openedAt: ctx.now });
  }
  for (const id of [call.id, ...repeated.ids]) {
    await tx
      .update(policeCalls)
      .set({ groupId: group.id })
      .where(and(eq(policeCalls.countyId, countyId), eq(policeCalls.id, id)));
  }
  const incidents = await incidentsIn(tx, countyId, group.id, rules);
  const isAlerting = incidents >= rules["repeat.threshold"] && (await alertOnce(tx, ctx, group.id, incidents));
  return { ...group, incidents, isAlerting };
}

/** Marks the group as alerted; false when it was before or is a dispute already. */
async function alertOnce(tx: Tx, ctx: ActContext, groupId: string, incidents: number): Promise<boolean> {
  const { countyId } = ctx.actor;
  const alerted = await tx
    .update(repeatGroups)
    .set({ alertedAt: ctx.now })
    .where(
      and(
        eq(repeatGroups.countyId, countyId),
        eq(repeatGroups.id, groupId),
        sql`alerted_at is null and dispute_id is null`,
      ),
    )
    .returning({ id: repeatGroups.id });
  if (alerted.length === 0) return false;
  await appendEvent(tx, ctx.actor, ctx.now, { action: "group.alert", payload: { groupId, incidents } });
  return true;
}
