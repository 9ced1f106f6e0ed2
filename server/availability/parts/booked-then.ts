import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Context } from "../../kernel/context";

/** A session or town hall they attend. `lead` is whom to tell; null where they may no longer read the dispute. */
export interface BookedThen {
  bookingId: string;
  isMeeting: boolean;
  startsAt: string;
  endsAt: string;
  /** Until when the time is only held; null once it is confirmed. */
  heldUntil: string | null;
  room: string;
  point: string;
  lead: { name: string; phone: string } | null;
}

/** JSON rows of what the actor is booked for in a span, or from a time on, without expired holds. */
export const bookedRows = ({ actor }: Context, from: Date, to: Date | null): SQL => sql`
  select s.during, jsonb_build_object('bookingId', coalesce(s.session_id, s.meeting_id), 'isMeeting', s.meeting_id is not null,
    'startsAt', lower(s.during), 'endsAt', upper(s.during), 'heldUntil', s.held_until, 'room', r.name, 'point', p.name,
    'lead', case when l.id is null then null else jsonb_build_object('name', l.name, 'phone', l.phone) end) as card
  from app.hours_taken(array[${actor.personId}::uuid], ${from.toISOString()}::timestamptz, ${to?.toISOString() ?? null}::timestamptz) s
    left join calendar_entries e on e.county_id = ${actor.countyId}::uuid and e.booking_id = coalesce(s.session_id, s.meeting_id) and e.resource_id = s.resource_id
    left join rooms r on r.county_id = e.county_id and r.id = e.room_id
    left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
    left join sessions se on se.county_id = ${actor.countyId}::uuid and se.id = s.session_id
    left join proceedings pr on pr.county_id = se.county_id and pr.id = se.proceeding_id
    left join people l on l.county_id = pr.county_id and l.id = pr.lead_person_id`;

/** What the actor is booked for in a span, earliest first. */
export async function bookedThen(tx: Tx, ctx: Context, from: Date, to: Date): Promise<BookedThen[]> {
  const rows = await tx.execute<{ card: BookedThen }>(sql`
    select card from (${bookedRows(ctx, from, to)}) b order by lower(during) limit 50`);
  return rows.map(({ card }) => card);
}
