import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OfferedTime } from "@/db/schema/invitations";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { presenceAmong } from "../../slots/presence";

/**
 * Present time and place of the session an invitee is asked to; null when it will not be held any more, undefined when
 * they were asked to none. Names no dispute: it is what they would see of the session once they have accepted.
 */
export function heldHour(tx: Tx, countyId: string, invitationId: string): Promise<OfferedTime | null | undefined> {
  return withSystemPrivileges(tx, async () => {
    const [row] = await tx.execute<{ held: OfferedTime | null }>(sql`
      select case when s.status = 'booked' then json_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at,
        'room', case when s.mode = 'video' then '' else coalesce(r.name, s.place) end,
        'point', case when s.mode = 'video' then '' else coalesce(c.name, '') end,
        'address', case when s.mode = 'video' then '' else coalesce(c.address, '') end, 'isVideo', s.mode = 'video', 'isHeld', true) end as held
      from invitations i
      join sessions s on s.county_id = i.county_id and s.id = i.session_id
      left join rooms r on r.county_id = s.county_id and r.id = s.room_id
      left join contact_points c on c.county_id = r.county_id and c.id = r.point_id
      where i.county_id = ${countyId}::uuid and i.id = ${invitationId}::uuid`);
    return row?.held === undefined ? undefined : row.held;
  });
}

const sameStart = (a: OfferedTime, b: OfferedTime) => new Date(a.startsAt).getTime() === new Date(b.startsAt).getTime();

/**
 * The offered times as of now: the held one is the session's present time, and each says how many of the others asked
 * to the session could not come then, and of how many nobody knows. Numbers without names.
 */
export async function offersNow(
  tx: Tx,
  countyId: string,
  invitationId: string,
  offers: readonly OfferedTime[],
  now: Date,
): Promise<OfferedTime[]> {
  const held = await heldHour(tx, countyId, invitationId);
  if (held === undefined) return [...offers];
  const others = offers.filter((one) => !one.isHeld && !(held && sameStart(one, held)));
  const times = held ? [held, ...others] : others;
  const counts = await withSystemPrivileges(tx, () =>
    tx.execute<{ missing: number; unknown: number }>(sql`
      select (count(*) filter (where f.state = 'cannot'))::int as missing, (count(*) filter (where f.state = 'unknown'))::int as unknown
      from invitations i cross join json_array_elements(${JSON.stringify(times)}::json) with ordinality t(one, place)
        cross join lateral (select array(select j.person_id from invitations j
          where j.county_id = i.county_id and j.session_id = i.session_id and j.id <> i.id and j.status in ('sent', 'seen', 'accepted')) as ids) others
        left join lateral ${presenceAmong({
          countyId,
          people: sql`others.ids`,
          during: sql`tstzrange((t.one ->> 'startsAt')::timestamptz, (t.one ->> 'endsAt')::timestamptz)`,
          booking: sql`i.session_id`,
          now,
        })} f on true
      where i.county_id = ${countyId}::uuid and i.id = ${invitationId}::uuid group by t.place order by t.place`),
  );
  return times.map((one, place) => ({
    ...one,
    missing: counts[place]?.missing ?? 0,
    unknown: counts[place]?.unknown ?? 0,
  }));
}
