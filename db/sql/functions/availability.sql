-- When people are not free, for finding a time: their week as they gave it and the hours that are taken, without saying
-- for what; and whether that is all there is to know of them (app.unsure_among).
create function app.availability_of(p_people uuid[], p_from timestamptz, p_until timestamptz)
  returns table (person_id uuid, week jsonb, busy jsonb, is_unsure boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id,
    (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'from', to_char(w.from_time, 'HH24:MI'),
        'until', to_char(w.until_time, 'HH24:MI'), 'mood', w.mood) order by w.weekday, w.from_time), '[]')
      from weekly_hours w where w.county_id = p.county_id and w.person_id = p.id),
    (select coalesce(jsonb_agg(jsonb_build_object('from', lower(b.during), 'to', upper(b.during), 'pointId', b.point_id) order by b.during), '[]') from (
      select a.during, null::uuid as point_id from absences a
        where a.county_id = p.county_id and a.person_id = p.id and a.during && tstzrange(p_from, p_until)
      union all
      select i.during, null from imported_busy i
        where i.county_id = p.county_id and i.person_id = p.id and i.during && tstzrange(p_from, p_until)
      union all
      select s.during, r.point_id from slots s
        left join calendar_entries e on e.county_id = s.county_id and e.booking_id = coalesce(s.session_id, s.meeting_id) and e.resource_id = s.resource_id
        left join rooms r on r.county_id = e.county_id and r.id = e.room_id
        where s.county_id = p.county_id and s.resource_id = p.id and s.during && tstzrange(p_from, p_until)
          and (s.held_until is null or s.held_until > app.now())) b),
    p.id in (select u.person_id from app.unsure_among(p.county_id, array[p.id]) u)
  from people p where p.county_id = (select app.proven_county()) and p.id = any (p_people) and p.disabled_at is null
$$;

-- Which hours of rooms and people are taken in a span, and by which booking: as slots say it, without the holds that ran out.
-- The whole county may know that. Asked here, because row security lets no index compare ranges: a policy would have the
-- whole past of a room read, or all slots of the county.
create function app.hours_taken(p_resources uuid[], p_from timestamptz, p_until timestamptz)
  returns table (resource_id uuid, resource slot_resource, during tstzrange, held_until timestamptz, session_id uuid, meeting_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.resource_id, s.resource, s.during, s.held_until, s.session_id, s.meeting_id
  from unnest(p_resources) r (id) join slots s on s.county_id = (select app.proven_county()) and s.resource_id = r.id
    and s.during && tstzrange(p_from, p_until) and (s.held_until is null or s.held_until > app.now())
$$;

-- Clears away holds that ran out, of these rooms and people in a span: anybody may, since they count no more.
create function app.clear_ran_out(p_resources uuid[], p_during tstzrange, p_now timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from slots s using unnest(p_resources) r (id) where s.county_id = (select app.proven_county()) and s.resource_id = r.id
    and s.during && p_during and s.held_until <= least(p_now, app.now())
$$;

-- The hours of some sessions and town-hall meetings, in the same form.
create function app.hours_booked(p_bookings uuid[])
  returns table (resource_id uuid, resource slot_resource, during tstzrange, held_until timestamptz, session_id uuid, meeting_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.resource_id, s.resource, s.during, s.held_until, s.session_id, s.meeting_id
  from unnest(p_bookings) b (id) cross join lateral (
    select * from slots x where x.county_id = (select app.proven_county()) and x.session_id = b.id
    union all
    select * from slots x where x.county_id = (select app.proven_county()) and x.meeting_id = b.id) s
  where s.held_until is null or s.held_until > app.now()
$$;

-- Of whom nobody knows all: who told no usual week, or has a calendar elsewhere that was never read, could not be read, or
-- was read in part.
create function app.unsure_among(p_county uuid, p_people uuid[]) returns table (person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select m.id from unnest(p_people) m (id)
  where not exists (select from weekly_hours w where w.county_id = p_county and w.person_id = m.id)
    or exists (select from imported_calendars c where c.county_id = p_county and c.person_id = m.id and (c.read_at is null or c.problem <> ''))
$$;

-- The hours at which people cannot come (`taken` by a booking, at `point_id` where that is known, or `away`: on leave, busy
-- by their own calendar, outside the week they told), and those at which they come `ifNeedBe`. A person's own booking
-- `p_booking` does not count. Days are those of Shanghai.
create function app.hours_against(p_county uuid, p_people uuid[], p_from timestamptz, p_until timestamptz, p_booking uuid)
  returns table (person_id uuid, kind text, during tstzrange, point_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with day as (
    select x.day, tstzrange(x.day::timestamp at time zone 'Asia/Shanghai', (x.day + 1)::timestamp at time zone 'Asia/Shanghai') as whole, x.weekday
    from (select (p_from at time zone 'Asia/Shanghai')::date + n as day,
        -- Days of the week from 1 for Monday; the first of January 2001 was one.
        ((p_from at time zone 'Asia/Shanghai')::date + n - date '2001-01-01') % 7 + 1 as weekday
      from generate_series(0, (p_until at time zone 'Asia/Shanghai')::date - (p_from at time zone 'Asia/Shanghai')::date) n) x),
  told as materialized (
    select distinct w.person_id from unnest(p_people) m (id) join weekly_hours w on w.county_id = p_county and w.person_id = m.id),
  week as (
    select t.person_id, d.whole, coalesce(range_agg(x.hours), '{}') as all_hours, coalesce(range_agg(x.hours) filter (where x.mood = 'free'), '{}') as free_hours
    from told t cross join day d left join lateral (
      select w.mood, tstzrange((d.day + w.from_time) at time zone 'Asia/Shanghai', (d.day + w.until_time) at time zone 'Asia/Shanghai') as hours
      from weekly_hours w where w.county_id = p_county and w.person_id = t.person_id and w.weekday = d.weekday) x on true
    group by t.person_id, d.whole)
  select s.resource_id, 'taken', s.during, r.point_id from unnest(p_people) m (id)
    join slots s on s.county_id = p_county and s.resource_id = m.id and s.during && tstzrange(p_from, p_until)
    left join calendar_entries e on e.county_id = s.county_id and e.booking_id = coalesce(s.session_id, s.meeting_id) and e.resource_id = s.resource_id
    left join rooms r on r.county_id = e.county_id and r.id = e.room_id
    where (s.held_until is null or s.held_until > app.now()) and (p_booking is null or coalesce(s.session_id, s.meeting_id) <> p_booking)
  union all
  select a.person_id, 'away', a.during, null from absences a
    where a.county_id = p_county and a.person_id = any (p_people) and a.during && tstzrange(p_from, p_until)
  union all
  select i.person_id, 'away', i.during, null from imported_busy i
    where i.county_id = p_county and i.person_id = any (p_people) and i.during && tstzrange(p_from, p_until)
  union all
  select w.person_id, 'away', x.hours, null from week w, unnest(tstzmultirange(w.whole) - w.all_hours) x (hours) where x.hours && tstzrange(p_from, p_until)
  union all
  select w.person_id, 'ifNeedBe', x.hours, null from week w, unnest(w.all_hours - w.free_hours) x (hours) where x.hours && tstzrange(p_from, p_until)
$$;

-- Whether each of these people can come for a whole span: `can`, `ifNeedBe`, `cannot`, or `unknown` where nobody knows; and
-- whether another booking is the reason. Everybody who asks about one hour asks here. `p_booking` is what they are asked
-- for: their own hours of it do not count, and where p_point is null its room says where it is. Between bookings at two
-- places lies p_travel minutes; without a place nobody travels.
create function app.presence_among(p_county uuid, p_people uuid[], p_during tstzrange, p_booking uuid, p_point uuid, p_travel int)
  returns table (person_id uuid, state text, is_taken boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with place as materialized (select coalesce(p_point,
      (select r.point_id from sessions s join rooms r on r.county_id = s.county_id and r.id = s.room_id where s.county_id = p_county and s.id = p_booking),
      (select r.point_id from town_hall_meetings t join rooms r on r.county_id = t.county_id and r.id = t.room_id where t.county_id = p_county and t.id = p_booking)) as point_id),
  way as materialized (select make_interval(mins => greatest(p_travel, 0)) as way),
  against as materialized (
    select h.person_id, bool_or(h.kind = 'taken' and (h.during && p_during or way.way > interval '0' and h.point_id <> place.point_id
        and h.during && tstzrange(lower(p_during) - way.way, upper(p_during) + way.way))) as is_taken,
      bool_or(h.kind = 'away' and h.during && p_during) as is_away, bool_or(h.kind = 'ifNeedBe' and h.during && p_during) as is_reluctant
    from place, way, app.hours_against(p_county, p_people, lower(p_during) - way.way, upper(p_during) + way.way, p_booking) h group by h.person_id),
  unsure as materialized (select u.person_id from app.unsure_among(p_county, p_people) u)
  select m.id, case when coalesce(a.is_taken or a.is_away, false) then 'cannot' when m.id in (select person_id from unsure) then 'unknown'
    when a.is_reluctant then 'ifNeedBe' else 'can' end, coalesce(a.is_taken, false)
  from unnest(p_people) m (id) left join against a on a.person_id = m.id
$$;

-- Nobody is expected at an hour to come at which they cannot come as far as is known (app.presence_among; the way between
-- two places is asked by the acts), unless a reason is noted at their seat or they said yes to this session themselves.
-- Asked at commit, of a new seat and of all seats of a session that moves.
create function app.check_seat_free() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_session uuid := coalesce(to_jsonb(new) ->> 'session_id', to_jsonb(new) ->> 'id')::uuid;
begin
  if exists (
    select from sessions s
    join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id is not null and sp.despite = ''
      and (tg_table_name = 'sessions' or sp.person_id = (to_jsonb(new) ->> 'person_id')::uuid)
    cross join lateral app.presence_among(s.county_id, array[sp.person_id], tstzrange(s.starts_at, s.ends_at), s.id, null, 0) f
    where s.county_id = new.county_id and s.id = v_session and s.status = 'booked' and s.started_at is null and s.starts_at > app.now()
      and f.state = 'cannot' and not f.is_taken
      and not exists (select from invitations i where i.county_id = s.county_id and i.session_id = s.id and i.person_id = sp.person_id
        and i.status = 'accepted' and tg_table_name = 'session_people')) then
    raise exception 'away' using errcode = '23514', constraint = 'session_people_can_come';
  end if;
  return null;
end $$;

-- Whether a slot takes other hours than its booking, or any of one that was called off.
create function app.has_other_hours(t slots) returns boolean language sql stable as $$
  select exists (select from public.sessions s where s.county_id = t.county_id and s.id = t.session_id
      and (s.status = 'cancelled' or t.during <> tstzrange(s.starts_at, s.ends_at)))
    or exists (select from public.town_hall_meetings m where m.county_id = t.county_id and m.id = t.meeting_id
      and (m.status = 'cancelled' or t.during <> tstzrange(m.starts_at, m.ends_at)))
$$;

-- A slot takes the hours of its booking and no others, and none for one that was called off. Whoever is seated at a session that is
-- booked for sure keeps their hour until it begins, as its room keeps its own: what is free for everybody else is free. At commit.
create function app.check_slot_hours() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_name = 'slots_hours_of_booking'
    and exists (select from slots t where t.county_id = new.county_id and t.id = new.id and app.has_other_hours(t)) then
    raise exception 'other hours' using errcode = '23514', constraint = 'slots_hours_of_booking';
  end if;
  if tg_name = 'slots_kept_while_booked' and app.lacks_slot(old.county_id, coalesce(old.session_id, old.meeting_id), old.resource_id) then
    raise exception 'given back' using errcode = '23514', constraint = 'slots_kept_while_booked';
  end if;
  return null;
end $$;

-- The same where the booking changes: its slots go along.
create function app.check_booked_hours() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from slots t where t.county_id = new.county_id and (t.session_id = new.id or t.meeting_id = new.id)
      and app.has_other_hours(t)) then
    raise exception 'other hours' using errcode = '23514', constraint = 'slots_hours_of_booking';
  end if;
  if app.lacks_slot(new.county_id, new.id, new.room_id) then
    raise exception 'no room' using errcode = '23514', constraint = 'slots_kept_while_booked';
  end if;
  return null;
end $$;

-- Whether a booking goes on without the hours of a room or person that it needs.
create function app.lacks_slot(p_county uuid, p_booking uuid, p_resource uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from slots t where t.county_id = p_county and t.resource_id = p_resource
      and (t.session_id = p_booking or t.meeting_id = p_booking))
    and (exists (select from sessions s where s.county_id = p_county and s.id = p_booking and s.status = 'booked' and s.held_until is null
        and s.started_at is null and (s.room_id = p_resource
          or exists (select from session_people y where y.county_id = p_county and y.session_id = s.id and y.person_id = p_resource)))
      or exists (select from town_hall_meetings m where m.county_id = p_county and m.id = p_booking and m.status = 'booked' and m.room_id = p_resource))
$$;
