import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "./free-starts";

/** What an hour is looked for: a booking whose own hours do not count, its room, and the way between two places. */
interface LookedFor {
  bookingId: string;
  roomId: string | null;
  travelMinutes: number;
}

/**
 * Time in the 15 days after `from` at which one of these rooms and people is taken or, of people, known to be away, with
 * the way from bookings at other places. Names no dispute.
 */
export async function busySpans(
  tx: Tx,
  countyId: string,
  ids: readonly string[],
  from: Date,
  wanted: LookedFor,
): Promise<Span[]> {
  if (ids.length === 0) return [];
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const until = new Date(from.getTime() + 15 * 86_400_000);
  // What ended before may still be too near.
  const since = new Date(from.getTime() - wanted.travelMinutes * 60_000);
  const [row] = await tx.execute<{ spans: { from: string; to: string }[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('from', lower(h.during) - g.way, 'to', upper(h.during) + g.way) order by h.during), '[]') as spans
    from app.hours_against(${countyId}::uuid, array[${list}], ${since.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz,
        ${wanted.bookingId}::uuid) h
      cross join lateral (select make_interval(mins => case when h.kind = 'taken' and h.point_id <> (
          select point_id from rooms where county_id = ${countyId}::uuid and id = ${wanted.roomId}::uuid)
        then ${wanted.travelMinutes}::int else 0 end) as way) g
    where h.kind <> 'ifNeedBe'`);
  return (row?.spans ?? []).map((span) => ({ from: new Date(span.from), to: new Date(span.to) }));
}
