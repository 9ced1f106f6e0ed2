import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EntryStatus } from "@/db/vocabulary";
import type { CalendarEntry } from "./ics-text";

/** The calendar entries of these people for one booking; people who were never in it are left out. */
export async function entriesOf(
  tx: Tx,
  countyId: string,
  bookingId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, CalendarEntry>> {
  if (personIds.length === 0) return new Map();
  const ids = sql.join(
    personIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<{
    person_id: string;
    is_meeting: boolean;
    is_video: boolean;
    status: EntryStatus;
    starts_at: string;
    ends_at: string;
    sequence: number;
    changed_at: string;
    room: string | null;
    point: string | null;
    address: string | null;
  }>(sql`
    select e.resource_id as person_id, e.is_meeting, e.status, e.starts_at, e.ends_at, e.sequence, e.changed_at, coalesce(s.mode = 'video', false) as is_video, r.name as room, p.name as point, p.address
    from calendar_entries e
      left join sessions s on s.county_id = e.county_id and s.id = e.booking_id
      left join rooms r on r.county_id = e.county_id and r.id = e.room_id and s.mode is distinct from 'video'
      left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
    where e.county_id = ${countyId}::uuid and e.booking_id = ${bookingId}::uuid and e.resource_id in (${ids})`);
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        bookingId,
        isMeeting: row.is_meeting,
        isVideo: row.is_video,
        status: row.status,
        startsAt: new Date(row.starts_at),
        endsAt: new Date(row.ends_at),
        sequence: row.sequence,
        changedAt: new Date(row.changed_at),
        room: row.room ?? "",
        point: row.point ?? "",
        address: row.address ?? "",
      },
    ]),
  );
}

/** The entry of a booking as everybody there has it, for somebody from outside, who has no calendar here; null where it is over. */
export async function sharedEntryOf(tx: Tx, countyId: string, bookingId: string): Promise<CalendarEntry | null> {
  const [one] = await tx.execute<{ id: string }>(sql`
    select resource_id as id from calendar_entries where county_id = ${countyId}::uuid and booking_id = ${bookingId}::uuid
      and resource = 'person' and status <> 'cancelled' order by resource_id limit 1`);
  return one ? ((await entriesOf(tx, countyId, bookingId, [one.id])).get(one.id) ?? null) : null;
}
