-- How many have to come, have accepted and have not answered yet. Figures alone.
create function app.session_quorum(p_county uuid, p_session uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with se as (select * from sessions where county_id = p_county and id = p_session),
  iv as (select i.* from invitations i, se where i.county_id = p_county and i.proceeding_id = se.proceeding_id
    and (i.session_id = se.id or i.session_id is null)),
  need as (
    select n.id, n.is_required, n.seats, n.force_code, n.person_id,
      case when n.person_id is not null
        then (select count(*) from session_people sp where sp.county_id = p_county and sp.session_id = p_session and sp.person_id = n.person_id)
        else (select count(distinct i.person_id) from iv i join session_people sp on sp.county_id = p_county and sp.session_id = p_session and sp.person_id = i.person_id
          where i.force_code = n.force_code and i.status = 'accepted') end as come,
      case when n.person_id is not null
        then (select count(*) from iv i where i.person_id = n.person_id and i.status in ('sent', 'seen') and i.session_id = p_session)
        else (select count(*) from iv i where i.force_code = n.force_code and i.status in ('sent', 'seen') and i.session_id = p_session) end as waiting
    from session_needs n where n.county_id = p_county and n.session_id = p_session)
  select jsonb_build_object(
    'needs', coalesce(jsonb_agg(jsonb_build_object('id', id, 'forceCode', force_code, 'personId', person_id, 'seats', seats,
      'isRequired', is_required, 'come', come, 'waiting', waiting) order by is_required desc, id), '[]'),
    'isMet', coalesce(bool_and(come >= seats) filter (where is_required), true),
    'canBeMet', coalesce(bool_and(come + waiting >= seats) filter (where is_required), true)) from need
$$;

-- Sessions are booked while the proceeding is open and, in people's mediation, with every party's consent.
create function app.check_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'sessions_while_open';
  end if;
  if v_track = 'peoples' and exists (select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, null, null)) then
    raise exception 'consent first' using errcode = '23514', constraint = 'sessions_consent_first';
  end if;
  return new;
end $$;

-- No session is booked in a closed room. The row lock makes this check and an administrator's change of the room wait
-- for each other.
create function app.check_room() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.room_id = old.room_id then return new; end if;
  perform 1 from rooms where county_id = new.county_id and id = new.room_id for key share;
  if exists (
    select from rooms r
      join contact_points p on p.county_id = r.county_id and p.id = r.point_id
      join stations s on s.county_id = p.county_id and s.id = p.station_id
    where r.county_id = new.county_id and r.id = new.room_id and coalesce(r.disabled_at, p.disabled_at, s.disabled_at) is not null) then
    raise exception 'room closed' using errcode = '23514', constraint = 'sessions_room_in_use';
  end if;
  return new;
end $$;

-- A session that has begun keeps its time and room and ends by being recorded. If it were moved or cancelled, what
-- was said in it would belong to no session.
create function app.check_running() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status = 'booked' and (new.status = 'cancelled' or (new.starts_at, new.ends_at, new.room_id) is distinct from (old.starts_at, old.ends_at, old.room_id)) then
    raise exception 'running' using errcode = '23514', constraint = 'sessions_running_stay';
  end if;
  return new;
end $$;

-- A person who has left office cannot be expected at a session.
create function app.check_seat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  select disabled_at into v_disabled from people where county_id = new.county_id and id = new.person_id for key share;
  if v_disabled is not null then
    raise exception 'left office' using errcode = '23514', constraint = 'session_people_in_office';
  end if;
  return new;
end $$;

-- When and where the person is expected. Names no dispute, so that an invitee may know it before accepting and keeps it
-- after the proceeding has ended.
create function app.own_sessions() returns table (proceeding_id uuid, session_id uuid, starts_at timestamptz, ends_at timestamptz,
    status session_status, attendance attendance, room text, point text, address text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.proceeding_id, s.id, s.starts_at, s.ends_at, s.status, sp.attendance, r.name, p.name, p.address
  from session_people sp
  join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  join rooms r on r.county_id = s.county_id and r.id = s.room_id
  join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where sp.county_id = (select app.proven_county()) and sp.person_id = app.person()
$$;

-- A helper's own sessions, past and coming, also of matters that have ended. Says what kind of matter and where, never
-- whose. `seal` is the hash of the event by which the session was recorded.
create function app.own_record() returns table (session_id uuid, starts_at timestamptz, ends_at timestamptz, status session_status,
    attendance attendance, result session_result, type dispute_type, room text, point text, committee text, seal text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.starts_at, s.ends_at, s.status, sp.attendance, s.result, d.type, r.name, p.name, c.name,
    coalesce((select e.hash from events e where e.county_id = s.county_id and e.dispute_id = s.dispute_id and e.action = 'session.record'
      and e.payload::jsonb ->> 'sessionId' = s.id::text order by e.seq desc limit 1), '')
  from session_people sp
  join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
  join rooms r on r.county_id = s.county_id and r.id = s.room_id
  join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  join committees c on c.county_id = d.county_id and c.id = d.committee_id
  where sp.county_id = (select app.proven_county()) and sp.person_id = app.person()
$$;

-- At how many coming sessions and town halls a person is expected, and when first: for administrators who see no case.
create function app.expected_at(p_person uuid, p_now timestamptz) returns table (count integer, first timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, min(starts_at) from (
    select s.starts_at from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id
      where s.county_id = (select app.proven_county()) and sp.person_id = p_person and s.status = 'booked' and s.ends_at > p_now
    union all
    select m.starts_at from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
      where m.county_id = (select app.proven_county()) and t.chair_id = p_person and m.status = 'booked' and m.ends_at > p_now) c
$$;
