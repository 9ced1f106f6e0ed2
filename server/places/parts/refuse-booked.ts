import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conflict } from "../../kernel/problem";
import type { PlaceKind } from "../inputs";

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
export async function refuseBooked(
  tx: Tx,
  { countyId, now }: { countyId: string; now: Date },
  kind: PlaceKind,
  id: string,
): Promise<void> {
  const roomIds = await roomsOf(tx, countyId, kind, id);
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
