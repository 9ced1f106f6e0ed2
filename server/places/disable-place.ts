import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { committees, contactPoints, rooms, stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DisablePlaceInput, PlaceKind } from "./inputs";
import { changePlace } from "./parts/change-place";

const tables = { station: stations, committee: committees, point: contactPoints, room: rooms };

/** The rooms that close with a place, locked so that no booking slips in. */
async function roomsOf(tx: Tx, countyId: string, kind: PlaceKind, id: string): Promise<string[]> {
  if (kind === "committee") return [];
  const here =
    kind === "room"
      ? sql`r.id = ${id}::uuid`
      : kind === "point"
        ? sql`r.point_id = ${id}::uuid`
        : sql`p.station_id = ${id}::uuid`;
  const rows = await tx.execute<{ id: string }>(sql`
    select r.id from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
    where r.county_id = ${countyId}::uuid and ${here} order by r.id for update of r`);
  return rows.map((row) => row.id);
}

/** Refuses while sessions are booked there: how many, and when the first is (milliseconds since 1970). */
async function refuseBooked(tx: Tx, countyId: string, roomIds: readonly string[], now: Date): Promise<void> {
  if (roomIds.length === 0) return;
  const ids = sql.join(
    roomIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const [booked] = await tx.execute<{ count: number; first: string | null }>(sql`
    select count(*)::int as count, (extract(epoch from min(lower(during))) * 1000)::bigint::text as first from slots
    where county_id = ${countyId}::uuid and resource = 'room' and resource_id in (${ids}) and upper(during) > ${now.toISOString()}::timestamptz`);
  if (booked?.first) throw conflict("roomBooked", { count: booked.count, first: Number(booked.first) });
}

/** Refuses while people in office work there. */
async function refuseStaffed(tx: Tx, countyId: string, kind: PlaceKind, id: string): Promise<void> {
  if (kind === "room") return;
  const column = { station: sql`station_id`, committee: sql`committee_id`, point: sql`point_id` }[kind];
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from people where county_id = ${countyId}::uuid and ${column} = ${id}::uuid and disabled_at is null`);
  if (row && row.count > 0) throw conflict("stillStaffed", { count: row.count });
}

/** Refuses while matters of the place are not archived, or an offer to take one waits for its answer there. */
async function refuseWithMatters(tx: Tx, countyId: string, kind: PlaceKind, id: string): Promise<void> {
  if (kind === "room") return;
  const [row] = await tx.execute<{ count: number }>(
    sql`select app.open_matters_at(${countyId}::uuid, ${kind}, ${id}::uuid) as count`,
  );
  if (row && row.count > 0) throw conflict("mattersHang", { count: row.count });
}

/**
 * Closes a place from now on. Refused while sessions are booked, people work or matters are under way there; past sessions
 * keep it.
 */
export function disablePlace(ctx: ActContext, input: DisablePlaceInput): Promise<{ id: string }> {
  return changePlace(ctx, "disablePlace", input, async (tx, countyId) => {
    const { kind, id, reason } = input;
    const table = tables[kind];
    const where = and(eq(table.countyId, countyId), eq(table.id, id));
    const [place] = await tx.select({ disabledAt: table.disabledAt }).from(table).where(where).for("update");
    if (!place) throw notFound();
    if (place.disabledAt) throw conflict("alreadyClosed");
    await refuseBooked(tx, countyId, await roomsOf(tx, countyId, kind, id), ctx.now);
    await refuseStaffed(tx, countyId, kind, id);
    await refuseWithMatters(tx, countyId, kind, id);
    await tx.update(table).set({ disabledAt: ctx.now }).where(where);
    return { result: { id }, payload: { kind, id, reason } };
  });
}
