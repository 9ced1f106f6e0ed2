-- When people are not free, for finding a time: their week as they gave it and the hours that are taken, without saying
-- for what.
create function app.availability_of(p_people uuid[], p_from timestamptz, p_until timestamptz) returns table (person_id uuid, week jsonb, busy jsonb)
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
          and (s.held_until is null or s.held_until > app.now())) b)
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

-- Who of these people is free for a whole span. A person without a usual week counts as free; a usual week must cover the
-- span, and its adjoining pieces count as one. A person's own slot for `p_session` is ignored.
create function app.free_among(p_county uuid, p_people uuid[], p_during tstzrange, p_session uuid) returns table (person_id uuid, is_free boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with asked as materialized (
    select extract(isodow from lower(p_during) at time zone 'Asia/Shanghai') as weekday,
      tsrange(date '2000-01-01' + (lower(p_during) at time zone 'Asia/Shanghai')::time,
        date '2000-01-01' + (lower(p_during) at time zone 'Asia/Shanghai')::time + (upper(p_during) - lower(p_during))) as hours)
  select m.id, not exists (select from absences a where a.county_id = p_county and a.person_id = m.id and a.during && p_during)
    and not exists (select from imported_busy i where i.county_id = p_county and i.person_id = m.id and i.during && p_during)
    and not exists (select from slots s where s.county_id = p_county and s.resource_id = m.id and s.during && p_during
      and (s.held_until is null or s.held_until > app.now()) and (p_session is null or s.session_id is distinct from p_session))
    and (not exists (select from weekly_hours w where w.county_id = p_county and w.person_id = m.id)
      or coalesce((select range_agg(tsrange(date '2000-01-01' + w.from_time, date '2000-01-01' + w.until_time)) from weekly_hours w, asked
        where w.county_id = p_county and w.person_id = m.id and w.weekday = asked.weekday) @> (select hours from asked), false))
  from unnest(p_people) m (id)
$$;

-- The same of one person.
create function app.is_free(p_county uuid, p_person uuid, p_during tstzrange, p_session uuid) returns boolean
  language sql stable as $$
  select f.is_free from app.free_among(p_county, array[p_person], p_during, p_session) f
$$;
