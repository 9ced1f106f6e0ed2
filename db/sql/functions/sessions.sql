-- How many have to come, have accepted and have not answered yet. Figures alone.
create function app.session_quorum(p_county uuid, p_session uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'session', p_session);
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

-- Sessions are booked while the proceeding is open and every party has agreed to be mediated; those of the police also after
-- a minor violation was found that may be mediated (程序规定 178–179). None is booked behind a gate that was closed since; what was
-- held all the same is written down.
create function app.check_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'sessions_while_open';
  end if;
  if v_track = 'publicSecurity' and not app.may_mediate_violation(new.county_id, new.proceeding_id) then
    raise exception 'minor violation' using errcode = '23514', constraint = 'sessions_police_minor_violation';
  end if;
  if new.status = 'booked' and app.gate_shut(new.county_id, new.dispute_id, v_track) is not null then
    raise exception 'gate closed' using errcode = '23514', constraint = 'sessions_gate_open';
  end if;
  if v_track in ('peoples', 'publicSecurity') and exists (select from app.missing_consents(new.county_id, new.proceeding_id, new.dispute_id, '{null}', '{null}')) then
    raise exception 'consent first' using errcode = '23514', constraint = 'sessions_consent_first';
  end if;
  return new;
end $$;

-- Who of some people may be expected at sessions of a proceeding: its lead, staff of the organisation whose line it is (the dispute's
-- committee or its station), and whoever has accepted in this very proceeding. The station's officers may sit in at the
-- committee's table, where they keep order; its mediators come to the police's when they were asked.
create function app.may_sit_among(p_county uuid, p_proceeding uuid, p_people uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'proceeding', p_proceeding);
  with here as materialized (
    select r.id, r.lead_person_id, d.station_id, d.committee_id, app.is_committee_line(r.county_id, r.track, r.lead_person_id) as is_committee_line
    from proceedings r join disputes d on d.county_id = r.county_id and d.id = r.dispute_id where r.county_id = p_county and r.id = p_proceeding)
  select p.id from here h, unnest(p_people) m (id) join people p on p.county_id = p_county and p.id = m.id and p.disabled_at is null
  where p.id = h.lead_person_id
    or case when h.is_committee_line
      then p.role in ('mediator', 'committeeHead', 'officer', 'stationHead') and (p.committee_id = h.committee_id or p.station_id = h.station_id)
      else p.role in ('officer', 'stationHead') and p.station_id = h.station_id end
    or exists (select from invitations i where i.county_id = p_county and i.proceeding_id = h.id and i.person_id = p.id and i.status = 'accepted')
$$;

-- The same of one person.
create function app.may_sit(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean language sql stable as $$
  select exists (select from app.may_sit_among(p_county, p_proceeding, array[p_person]))
$$;

-- Whose hours may be held for sessions of a proceeding: whoever may sit there, was asked and has not answered, or may be
-- asked: a member of a force, in office, whom no tie bars and, in people's mediation, to whom or whose force no party objects.
create function app.may_be_held(p_county uuid, p_proceeding uuid, p_person uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_right(p_county, 'proceeding', p_proceeding);
  -- Most sit there already: what is asked of the others is made ready for them alone.
  if app.may_sit(p_county, p_proceeding, p_person) then return true; end if;
  return exists (
    select from proceedings r join people p on p.county_id = r.county_id and p.id = p_person and p.disabled_at is null
    where r.county_id = p_county and r.id = p_proceeding and (
      exists (select from invitations i where i.county_id = r.county_id and i.proceeding_id = r.id and i.person_id = p.id and i.status in ('sent', 'seen'))
      or not exists (select from app.barring_ties(r.county_id, r.id, r.dispute_id, p.id))
        and app.is_expert(p) and exists (select from person_forces f where f.county_id = p.county_id and f.person_id = p.id and (r.track <> 'peoples'
          or not exists (select from app.missing_consents(r.county_id, r.id, r.dispute_id, array[p.id], array[f.force_code]))))));
end $$;

-- A slot belongs to its booking: the room is the one it is held in, a person is one who may be held for it or interprets there, and a town
-- hall takes its chair alone. A slot of no booking is refused by a constraint.
create function app.check_slot() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.session_id is null and new.meeting_id is null then return new; end if;
  if new.resource = 'room' and not exists (
      select from sessions s where s.county_id = new.county_id and s.id = new.session_id and s.room_id = new.resource_id
      union all select from town_hall_meetings m where m.county_id = new.county_id and m.id = new.meeting_id and m.room_id = new.resource_id) then
    raise exception 'another room' using errcode = '23514', constraint = 'slots_room_of_booking';
  end if;
  if new.resource = 'person' and not exists (
      select from sessions s where s.county_id = new.county_id and s.id = new.session_id
        and (app.may_be_held(s.county_id, s.proceeding_id, new.resource_id) or exists (select from interpreters n where n.county_id = s.county_id
          and n.session_id = s.id and n.person_id = new.resource_id and n.ended_at is null))
      union all select from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
        where m.county_id = new.county_id and m.id = new.meeting_id and t.chair_id = new.resource_id) then
    raise exception 'not asked' using errcode = '23514', constraint = 'slots_person_may_be_asked';
  end if;
  return new;
end $$;

-- Rooms and contact points are those of the station whose matter it is, in every table that names one. Each trigger passes
-- the name of its refusal.
create function app.check_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row jsonb := to_jsonb(new);
  v_station uuid := (v_row ->> 'station_id')::uuid;
  v_point uuid := (v_row ->> 'point_id')::uuid;
begin
  -- A helper belongs to no station and may keep a point of any.
  if tg_table_name = 'people' and v_station is null then return new; end if;
  if v_row ? 'room_id' then
    select point_id into v_point from rooms where county_id = new.county_id and id = (v_row ->> 'room_id')::uuid;
  end if;
  if v_row ? 'proceeding_id' then
    select station_id into v_station from disputes where county_id = new.county_id and id = (v_row ->> 'dispute_id')::uuid;
  elsif v_row ? 'town_hall_id' then
    select station_id into v_station from town_halls where county_id = new.county_id and id = (v_row ->> 'town_hall_id')::uuid;
  end if;
  if exists (select from contact_points where county_id = new.county_id and id = v_point and station_id is distinct from v_station) then
    raise exception 'place of another station' using errcode = '23514', constraint = tg_argv[0];
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

-- A session that has begun keeps its time and room and ends by being recorded, which says when it was held in fact. If it were
-- moved or cancelled, what was said in it would belong to no session.
create function app.check_running() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status = 'booked' and (new.status = 'cancelled' or (new.room_id, new.place) is distinct from (old.room_id, old.place)
      or new.status <> 'ended' and (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)) then
    raise exception 'running' using errcode = '23514', constraint = 'sessions_running_stay';
  end if;
  return new;
end $$;

-- Whether a session of a proceeding has begun, at its hour or before, and is neither recorded nor called off: nobody takes the matter
-- away from it.
create function app.session_under_way(p_county uuid, p_proceeding uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from sessions s where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status = 'booked'
    and s.held_until is null and (s.starts_at <= app.now() or s.started_at is not null))
$$;

-- Whether the lead of a proceeding sits at a session that was started and whose hour is not over: they are not replaced in the middle
-- of it, unless a tie bars them.
create function app.lead_in_session(p_county uuid, p_proceeding uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'proceeding', p_proceeding);
  select exists (select from sessions s join proceedings p on p.county_id = s.county_id and p.id = s.proceeding_id
    where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status = 'booked' and s.started_at is not null and s.ends_at > app.now()
      and not app.is_recused(p.county_id, p.id, p.lead_person_id))
$$;

create function app.check_lead_in_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.lead_in_session(old.county_id, old.id) then
    raise exception 'running' using errcode = '23514', constraint = 'proceedings_lead_stays_in_session';
  end if;
  return new;
end $$;

-- What was held stays as it was held: when, where, how and with what result; whoever signs a record signs that.
create function app.check_as_held() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'as held' using errcode = '23514', constraint = 'sessions_stay_as_held';
end $$;

-- Once a session has its record, who was there and who spoke for them is part of it: nobody is made present, absent or gone
-- afterwards. The act that records it writes both. A record's row never changes, so that its own transaction is known by it.
create function app.check_attendance_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o record;
begin
  o := case when tg_op = 'DELETE' then old else new end;
  if exists (select from session_records r join sessions s on s.county_id = r.county_id and s.id = r.session_id and s.status = 'ended'
      where r.county_id = o.county_id and r.session_id = o.session_id and r.xmin <> pg_current_xact_id()::xid) then
    raise exception 'as recorded' using errcode = '23514', constraint = 'session_people_stay_as_recorded';
  end if;
  return o;
end $$;

-- A session by video that is still to be held has its address, so that nobody is called to a place that is none. Looked at
-- when the act ends: session and address are written one after the other.
create function app.check_video() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_session uuid := coalesce((to_jsonb(coalesce(new, old)) ->> 'session_id')::uuid, (to_jsonb(coalesce(new, old)) ->> 'id')::uuid);
begin
  if exists (select from sessions s where s.id = v_session and s.mode = 'video' and s.status = 'booked'
      and not exists (select from video_links v where v.county_id = s.county_id and v.session_id = s.id)) then
    raise exception 'no address' using errcode = '23514', constraint = 'sessions_video_has_link';
  end if;
  return null;
end $$;

-- What has been held lies behind us: no session is called over, or said to have been held, before it began; nor longer before the
-- matter's registration than any county may let people enter.
create function app.check_held() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.day_of(least(new.starts_at, new.started_at)) < (select app.day_of(d.registered_at) - b.highest from disputes d, app.rule_bounds() b
      where d.county_id = new.county_id and d.id = new.dispute_id and b.key = 'session.enterDays') then
    raise exception 'too long ago' using errcode = '23514', constraint = 'sessions_held_in_reach';
  end if;
  if least(new.starts_at, new.started_at) > app.now() or new.entered_at > app.now() then
    raise exception 'not yet' using errcode = '23514', constraint = 'sessions_not_ahead';
  end if;
  return null;
end $$;

-- Whether a record of a joint session that failed says all it has to: what each side that came stated, why it failed, and
-- which other ways were told (人民调解法 26、27).
create function app.is_whole_record(p_county uuid, r public.session_records) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.outcome <> '' and cardinality(r.routes_told) > 0 and not exists (
    select from session_people y join parties p on p.county_id = y.county_id and p.id = y.party_id
    where y.county_id = p_county and y.session_id = r.session_id and y.attendance = 'present'
      and p.side not in (select q.side from jsonb_array_elements(r.statements) e join parties q
        on q.county_id = r.county_id and q.id = (e ->> 'partyId')::uuid and length(trim(e ->> 'text')) > 0))
$$;

-- A record holds what was said in front of everybody: nothing of a caucus, and statements of the dispute's own parties.
create function app.check_record() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_session sessions;
begin
  select * into v_session from sessions where county_id = new.county_id and id = new.session_id;
  if v_session.kind = 'caucus' and (new.text, new.facts, new.outcome, new.statements, new.routes_told) is distinct from ('', '', '', '[]'::jsonb, '{}'::other_route[]) then
    raise exception 'in its lane' using errcode = '23514', constraint = 'session_records_joint_only';
  end if;
  if exists (select from jsonb_array_elements(new.statements) e where not exists (select from parties p
      where p.county_id = new.county_id and p.dispute_id = new.dispute_id and p.id = (e ->> 'partyId')::uuid)) then
    raise exception 'their own' using errcode = '23514', constraint = 'session_records_statements_of_parties';
  end if;
  if v_session.kind = 'joint' and v_session.result = 'failed' and not app.is_whole_record(new.county_id, new) then
    raise exception 'why' using errcode = '23514', constraint = 'session_records_failed_whole';
  end if;
  return new;
end $$;

-- The same whoever calls a session failed, asked at commit, since the record follows.
create function app.check_failed_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sessions s join session_records r on r.county_id = s.county_id and r.session_id = s.id
      where s.county_id = new.county_id and s.id = new.id and (s.result is distinct from 'failed' or app.is_whole_record(r.county_id, r))) then
    raise exception 'why' using errcode = '23514', constraint = 'sessions_failed_say_why';
  end if;
  return null;
end $$;

-- A person who has left office, or has neither a part in the matter nor accepted, cannot be expected at a session.
create function app.check_seat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz; v_ahead record;
begin
  select disabled_at into v_disabled from people where county_id = new.county_id and id = new.person_id for key share;
  if v_disabled is not null then
    raise exception 'left office' using errcode = '23514', constraint = 'session_people_in_office';
  end if;
  if not exists (select from sessions s where s.county_id = new.county_id and s.id = new.session_id
      and app.may_sit(s.county_id, s.proceeding_id, new.person_id)) then
    raise exception 'not joined' using errcode = '23514', constraint = 'session_people_may_sit';
  end if;
  -- Who is tied is asked last, and of a row that is found: PostgreSQL would ask it of the session before it knows who leads.
  select s.county_id, s.proceeding_id, s.dispute_id into v_ahead from sessions s
    join proceedings p on p.county_id = s.county_id and p.id = s.proceeding_id and p.lead_person_id <> new.person_id
    where s.county_id = new.county_id and s.id = new.session_id and s.started_at is null and s.starts_at > app.now();
  if found and exists (select from app.acting_ties(v_ahead.county_id, v_ahead.proceeding_id, v_ahead.dispute_id, new.person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'session_people_untied';
  end if;
  -- A seat opens the session's video room. Nobody takes one there themselves, unless they lead or were asked by another.
  if new.person_id = app.person() and exists (select from video_links v where v.county_id = new.county_id and v.session_id = new.session_id)
    and not exists (select from sessions s join proceedings p on p.county_id = s.county_id and p.id = s.proceeding_id
      where s.county_id = new.county_id and s.id = new.session_id and (p.lead_person_id = new.person_id or exists (
        select from invitations i where i.county_id = p.county_id and i.proceeding_id = p.id and i.person_id = new.person_id and i.status = 'accepted'))) then
    raise exception 'by another' using errcode = '23514', constraint = 'session_people_seated_by_another';
  end if;
  return new;
end $$;
