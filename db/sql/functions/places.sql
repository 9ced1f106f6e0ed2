-- How many matters still hang on a place: disputes of a station or committee, or at a contact point, that are neither refused,
-- merged into another nor archived, and offers that wait for its answer. A number and nothing else, for administrators who see no case.
create function app.open_matters_at(p_county uuid, p_kind text, p_place uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select (
    (select count(*) from app.matters_at(p_county, p_kind, p_place))
    + (select count(*) from transfers t where t.county_id = p_county and t.answered_at is null and t.withdrawn_at is null
      and case p_kind when 'station' then t.to_station_id when 'committee' then t.to_committee_id end = p_place))::int
$$;

-- Whoever has their post at a place: in their main role, or in one beside it that is not over.
create function app.posted_at(p_county uuid, p_kind text, p_place uuid) returns table (person_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select p.id, p.name from people p where p.county_id = p_county and p.disabled_at is null
    and (case p_kind when 'station' then p.station_id when 'committee' then p.committee_id when 'point' then p.point_id end = p_place
      or exists (select from person_roles r where r.county_id = p.county_id and r.person_id = p.id and r.ended_at is null
        and (r.until_on is null or r.until_on >= app.day_of(app.now()))
        and case p_kind when 'station' then r.station_id when 'point' then r.point_id end = p_place))
$$;

-- What waits at a place for its answer: clues and legal questions; and of a station the contact points that are in use.
create function app.waiting_at(p_county uuid, p_kind text, p_place uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select (
    (select count(*) from clues c where c.county_id = p_county and c.status = 'new'
      and case p_kind when 'station' then c.station_id when 'point' then c.point_id end = p_place)
    + (select count(*) from consultations c where c.county_id = p_county and c.status = 'waiting'
      and case p_kind when 'station' then c.station_id when 'point' then c.point_id end = p_place)
    + (select count(*) from contact_points c where c.county_id = p_county and p_kind = 'station' and c.station_id = p_place
      and c.disabled_at is null))::int
$$;

-- The rooms that close with a place: of a point, of a station, or the room itself.
create function app.rooms_within(p_county uuid, p_kind text, p_place uuid) returns setof uuid
  language sql stable as $$
  select r.id from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where r.county_id = p_county and case p_kind when 'room' then r.id when 'point' then p.id when 'station' then p.station_id end = p_place
$$;

-- What goes to the successor of a contact point or room: numbers, and the hours booked in each room, for administrators who
-- see no case.
create function app.work_for_successor(p_county uuid, p_kind text, p_place uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select jsonb_build_object(
    'disputes', case p_kind when 'point' then app.open_matters_at(p_county, p_kind, p_place) else 0 end,
    'clues', (select count(*)::int from clues c where c.county_id = p_county and p_kind = 'point' and c.point_id = p_place and c.status = 'new'),
    'questions', (select count(*)::int from consultations c where c.county_id = p_county and p_kind = 'point' and c.point_id = p_place and c.status = 'waiting'),
    'people', coalesce((select jsonb_agg(p.name order by p.name, p.person_id) from app.posted_at(p_county, p_kind, p_place) p), '[]'),
    'rooms', coalesce((select jsonb_agg(b order by b.name) from (
      select r.id, r.name, count(*)::int as bookings, min(lower(s.during)) as first, max(upper(s.during)) as last
      from rooms r join slots s on s.county_id = r.county_id and s.resource = 'room' and s.resource_id = r.id and upper(s.during) > app.now()
      where r.county_id = p_county and r.id in (select app.rooms_within(p_county, p_kind, p_place)) group by r.id, r.name) b), '[]'))
$$;

-- No place is closed while work hangs on it: matters, hours booked in its rooms, people in office, clues and questions that wait.
create function app.check_closing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from slots s where s.county_id = new.county_id and s.resource = 'room' and upper(s.during) > app.now()
      and s.resource_id in (select app.rooms_within(new.county_id, tg_argv[0], new.id))) then
    raise exception 'booked' using errcode = '23514', constraint = 'places_close_without_bookings';
  end if;
  if exists (select from app.posted_at(new.county_id, tg_argv[0], new.id)) then
    raise exception 'staffed' using errcode = '23514', constraint = 'places_close_without_people';
  end if;
  if app.open_matters_at(new.county_id, tg_argv[0], new.id) > 0 then
    raise exception 'work hangs on it' using errcode = '23514', constraint = 'places_close_without_work';
  end if;
  if app.waiting_at(new.county_id, tg_argv[0], new.id) > 0 then
    raise exception 'somebody waits' using errcode = '23514', constraint = 'places_close_without_waiting';
  end if;
  return new;
end $$;

-- A closed point or room is followed by another one of the same station that is in use, a station or committee by one in
-- use. The lock of the row makes this check and the closing of the successor wait for each other.
create function app.check_successor() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_fits boolean;
begin
  -- Whatever follows its station to that one's successor keeps its own.
  if tg_op = 'UPDATE' and to_jsonb(old) -> 'successor_id' = to_jsonb(new) -> 'successor_id' then return new; end if;
  if tg_table_name in ('stations', 'committees') then
    execute format('select disabled_at is null and id <> $3 from %I where county_id = $1 and id = $2 for share', tg_table_name)
      into v_fits using new.county_id, new.successor_id, new.id;
  elsif tg_table_name = 'contact_points' then
    select s.disabled_at is null and s.id <> new.id and s.station_id = new.station_id into v_fits
      from contact_points s where s.county_id = new.county_id and s.id = new.successor_id for share;
  else
    select r.disabled_at is null and p.disabled_at is null and r.id <> new.id
        and p.station_id = (select o.station_id from contact_points o where o.county_id = new.county_id and o.id = new.point_id) into v_fits
      from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
      where r.county_id = new.county_id and r.id = new.successor_id for share;
  end if;
  if not v_fits then
    raise exception 'another station, closed or itself' using errcode = '23514', constraint = 'places_successor_of_station';
  end if;
  return new;
end $$;

-- Only what is closed has a successor. Looked at when the act ends: the work moves between the two.
create function app.check_succeeded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_open boolean;
begin
  execute format('select exists (select from %I where county_id = $1 and id = $2 and successor_id is not null and disabled_at is null)', tg_table_name)
    into v_open using new.county_id, new.id;
  if v_open then
    raise exception 'in use' using errcode = '23514', constraint = 'places_successor_when_closed';
  end if;
  return null;
end $$;

-- No matter comes to a closed place. The row locks make this check and an administrator's change of the place wait for each
-- other. What goes to the successor of a point stays counted under the point at which it arose.
create function app.check_open_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from stations where county_id = new.county_id and id = new.station_id for key share;
  perform 1 from committees where county_id = new.county_id and id = new.committee_id for key share;
  perform 1 from contact_points where county_id = new.county_id and id = new.point_id for key share;
  if exists (select from stations where county_id = new.county_id and id = new.station_id and disabled_at is not null)
    or exists (select from committees where county_id = new.county_id and id = new.committee_id and disabled_at is not null)
    or exists (select from contact_points where county_id = new.county_id and id = new.point_id and disabled_at is not null) then
    raise exception 'closed' using errcode = '23514', constraint = 'disputes_at_open_place',
      detail = coalesce(app.successor_name(new.county_id, new.station_id, new.committee_id, new.point_id), '');
  end if;
  -- A matter that went to the successor of its station stays counted under that station.
  if tg_op = 'INSERT' then
    new.counted_station_id := new.station_id;
  elsif new.station_id = old.station_id or app.is_succession(new.county_id, old.station_id, new.station_id) then
    new.counted_station_id := coalesce(old.counted_station_id, old.station_id);
  else
    new.counted_station_id := new.station_id;
  end if;
  if tg_op = 'INSERT' then
    new.counted_point_id := new.point_id;
  elsif new.point_id is not distinct from old.point_id or exists (
      select from contact_points c where c.county_id = old.county_id and c.id = old.point_id and c.successor_id = new.point_id) then
    new.counted_point_id := old.counted_point_id;
  else
    new.counted_point_id := new.point_id;
  end if;
  return new;
end $$;

-- The name of who goes on for the first of these that is closed and has a successor.
create function app.successor_name(p_county uuid, p_station uuid, p_committee uuid, p_point uuid) returns text language sql stable as $$
  select coalesce(
    (select h.name from public.stations s join public.stations h on h.county_id = s.county_id and h.id = app.heir_of(p_county, s.id)
      where s.county_id = p_county and s.id = p_station and s.disabled_at is not null and s.successor_id is not null),
    (select h.name from public.committees s join public.committees h on h.county_id = s.county_id and h.id = app.heir_of(p_county, s.id)
      where s.county_id = p_county and s.id = p_committee and s.disabled_at is not null and s.successor_id is not null),
    (select h.name from public.contact_points s join public.contact_points h on h.county_id = s.county_id and h.id = s.successor_id
      where s.county_id = p_county and s.id = p_point and s.disabled_at is not null))
$$;

-- Nothing else comes to a closed point, station or committee either, by insert or by update; what stood there before stays.
create function app.check_place_in_use() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_new jsonb := to_jsonb(new); v_old jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end; v_closed boolean;
begin
  select exists (select from stations where county_id = new.county_id and id = (v_new ->> 'station_id')::uuid and disabled_at is not null
        and v_old -> 'station_id' is distinct from v_new -> 'station_id')
      or exists (select from committees where county_id = new.county_id and id = (v_new ->> 'committee_id')::uuid and disabled_at is not null
        and v_old -> 'committee_id' is distinct from v_new -> 'committee_id')
      or exists (select from contact_points where county_id = new.county_id and id = (v_new ->> 'point_id')::uuid and disabled_at is not null
        and v_old -> 'point_id' is distinct from v_new -> 'point_id') into v_closed;
  if v_closed then
    raise exception 'closed' using errcode = '23514', constraint = tg_argv[0], detail = coalesce(
      app.successor_name(new.county_id, (v_new ->> 'station_id')::uuid, (v_new ->> 'committee_id')::uuid, (v_new ->> 'point_id')::uuid), '');
  end if;
  return new;
end $$;
