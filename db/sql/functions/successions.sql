-- A station or committee that closes and gives its work to a successor (docs/adr/0054).

-- Who goes on for a station or committee that is closed: its successor, or the successor's; itself where it has none. Asked
-- several times by each act, so in steps: the recursive query took three times as long.
create function app.heir_of(p_county uuid, p_office uuid) returns uuid language plpgsql stable strict as $$
declare v_heir uuid := p_office; v_next uuid;
begin
  -- No chain is as long; one that closed to a ring would never end.
  for n in 1 .. 50 loop
    v_next := coalesce((select s.successor_id from public.stations s where s.county_id = p_county and s.id = v_heir),
      (select c.successor_id from public.committees c where c.county_id = p_county and c.id = v_heir));
    exit when v_next is null;
    v_heir := v_next;
  end loop;
  return v_heir;
end $$;

-- A station with those that gave their work to it: its figures are theirs too. One that has closed is counted by itself.
create function app.counted_under(p_county uuid, p_station uuid) returns uuid[] language sql stable as $$
  with recursive line (id) as (
    select p_station
    union
    select s.id from line l join public.stations s on s.county_id = p_county and s.successor_id = l.id)
  select array_agg(id) from line
$$;

-- Under which station an attempt counts: as its matter does; one that ended when the matter went into other hands stays with
-- the station that made it, so that nobody improves a rate by handing over what fails.
create function app.attempt_counted_at(p public.proceedings, p_station uuid, p_counted_at uuid) returns uuid language sql stable as $$
  select case when p.station_id = p_station or app.heir_of(p.county_id, p.station_id) = app.heir_of(p.county_id, p_station)
    then p_counted_at else p.station_id end
$$;

-- Whether one office gave its work to the other, which is the only reason for which what is fixed may name another one.
create function app.is_succession(p_county uuid, p_from uuid, p_to uuid) returns boolean language sql stable as $$
  select exists (select from public.stations s where s.county_id = p_county and s.id = p_from and s.successor_id = p_to)
    or exists (select from public.committees c where c.county_id = p_county and c.id = p_from and c.successor_id = p_to)
$$;

-- Rights follow as soon as a successor is named: to what is open and to what is over, with the same views.
create function app.follow_successor() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from dispute_access a where a.county_id = new.county_id and a.subject_id = old.id and exists (
    select from dispute_access o where o.county_id = a.county_id and o.subject_id = new.successor_id and o.dispute_id = a.dispute_id
      and o.relation = a.relation and o.via = a.via);
  update dispute_access set subject_id = new.successor_id where county_id = new.county_id and subject_id = old.id;
  return null;
end $$;

-- A contact point belongs to its station, and after it to whoever goes on.
create function app.check_point_station() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.is_succession(new.county_id, old.station_id, new.station_id) then
    raise exception 'stays' using errcode = '23514', constraint = 'contact_points_stay_with_station';
  end if;
  return new;
end $$;

-- The matters of a place that are not over: neither refused, nor merged into another one, nor archived.
create function app.matters_at(p_county uuid, p_kind text, p_place uuid) returns setof uuid language sql stable as $$
  select d.id from public.disputes d where d.county_id = p_county and d.not_accepted_at is null and d.merged_at is null
    and (p_kind = 'station' and d.station_id = p_place or p_kind = 'committee' and d.committee_id = p_place or p_kind = 'point' and d.point_id = p_place)
    and (not exists (select from public.proceedings p where p.county_id = d.county_id and p.dispute_id = d.id)
      or exists (select from public.proceedings p where p.county_id = d.county_id and p.dispute_id = d.id and p.archived_at is null))
$$;

-- What is left of the roster of a station that closes, where the successor's roster has nobody. Gives how many shifts go on,
-- whole or in part; the successor's own shifts hold.
create function app.move_roster(p_county uuid, p_from uuid, p_to uuid, p_by uuid) returns integer
  language plpgsql as $$
declare v_now timestamptz := app.now(); v_moved integer; s record;
begin
  with taken as (select coalesce(range_agg(during), '{}') as spans from duty_leaders where county_id = p_county and station_id = p_to),
  gone as (
    insert into duty_leaders (county_id, id, station_id, person_id, during, set_by, set_at)
    select l.county_id, gen_random_uuid(), p_to, l.person_id, piece, p_by, v_now
    from duty_leaders l cross join taken
      cross join lateral unnest(tstzmultirange(tstzrange(greatest(lower(l.during), v_now), upper(l.during))) - taken.spans) piece
      join people p on p.county_id = l.county_id and p.id = l.person_id and p.disabled_at is null and p.station_id = p_to
        and p.role in ('officer', 'stationHead')
    where l.county_id = p_county and l.station_id = p_from and upper(l.during) > v_now
    returning person_id)
  select count(*)::int into v_moved from gone;
  for s in select id, during from duty_leaders where county_id = p_county and station_id = p_from and upper(during) > v_now loop
    if lower(s.during) < v_now then
      update duty_leaders set during = tstzrange(lower(s.during), v_now) where county_id = p_county and id = s.id;
    else
      delete from duty_leaders where county_id = p_county and id = s.id;
    end if;
  end loop;
  return v_moved;
end $$;

-- Offers under way, from the office that closes or to it, are withdrawn and stand anew in the name of its successor, with the
-- same reason and day; one that would be to itself has no object any more. Gives the new ones.
create function app.renew_offers(p_county uuid, p_kind text, p_from uuid, p_to uuid, p_by uuid) returns jsonb
  language plpgsql as $$
declare t transfers; v_now timestamptz := app.now(); v_new uuid; v_all jsonb := '[]';
begin
  for t in select * from transfers where county_id = p_county and answered_at is null and withdrawn_at is null
      and case p_kind when 'station' then p_from in (from_station_id, to_station_id) else p_from in (from_committee_id, to_committee_id) end
    order by id for update
  loop
    update transfers set withdrawn_by = p_by, withdrawn_at = v_now where county_id = p_county and id = t.id;
    if p_kind = 'station' then
      t.from_station_id := case t.from_station_id when p_from then p_to else t.from_station_id end;
      t.to_station_id := case t.to_station_id when p_from then p_to else t.to_station_id end;
    else
      t.from_committee_id := case t.from_committee_id when p_from then p_to else t.from_committee_id end;
      t.to_committee_id := case t.to_committee_id when p_from then p_to else t.to_committee_id end;
    end if;
    if t.to_body = '' and (t.to_station_id, t.to_committee_id) = (t.from_station_id, t.from_committee_id) then continue; end if;
    v_new := gen_random_uuid();
    insert into transfers (county_id, id, dispute_id, proceeding_id, from_station_id, from_committee_id, to_station_id, to_committee_id, to_body,
        reason, offered_by, offered_at, answer_by)
      values (t.county_id, v_new, t.dispute_id, t.proceeding_id, t.from_station_id, t.from_committee_id, t.to_station_id, t.to_committee_id, t.to_body,
        t.reason, t.offered_by, v_now, greatest(t.answer_by, v_now + interval '1 hour'));
    v_all := v_all || jsonb_build_object('disputeId', t.dispute_id, 'transferId', v_new, 'proceedingId', t.proceeding_id);
  end loop;
  return v_all;
end $$;

-- Every open matter goes over as one: an accepted transfer of its own, the same proceeding, the same number.
create function app.move_matters(p_county uuid, p_kind text, p_from uuid, p_to uuid, p_by uuid, p_reason text) returns uuid[]
  language plpgsql as $$
declare v_ids uuid[]; v_now timestamptz := app.now();
begin
  v_ids := array(select d.id from disputes d where d.county_id = p_county and d.id in (select app.matters_at(p_county, p_kind, p_from))
    order by d.id for update);
  insert into transfers (county_id, id, dispute_id, proceeding_id, from_station_id, from_committee_id, to_station_id, to_committee_id, reason,
      offered_by, offered_at, answer_by, is_accepted, answered_by, answered_at, is_succession)
    select d.county_id, gen_random_uuid(), d.id,
      (select p.id from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id order by p.ordinal desc limit 1),
      d.station_id, d.committee_id, case p_kind when 'station' then p_to else d.station_id end, case p_kind when 'committee' then p_to else d.committee_id end,
      p_reason, p_by, v_now, v_now + interval '1 second', true, p_by, v_now, true
    from disputes d where d.county_id = p_county and d.id = any (v_ids);
  if p_kind = 'station' then
    update disputes set station_id = p_to, version = version + 1 where county_id = p_county and id = any (v_ids);
    update proceedings set station_id = p_to where county_id = p_county and dispute_id = any (v_ids) and archived_at is null;
  else
    update disputes set committee_id = p_to, version = version + 1 where county_id = p_county and id = any (v_ids);
    update proceedings set committee_id = p_to where county_id = p_county and dispute_id = any (v_ids) and archived_at is null;
  end if;
  return v_ids;
end $$;

-- Gives all work, people and places of one station or committee to another and closes it. Refused as a whole by whatever
-- refuses a part of it. Called by the system alone, in the act of an administrator (server/places/merge-office.ts).
create function app.succeed_office(p_county uuid, p_kind text, p_from uuid, p_to uuid, p_by uuid, p_reason text) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare v_ids uuid[]; v_people uuid[]; v_rules int := 0; v_roster int := 0; v_calls int := 0; v_offers jsonb;
begin
  perform app.require_county(p_county);
  if p_kind = 'station' then
    update stations set successor_id = p_to where county_id = p_county and id = p_from;
    update contact_points set station_id = p_to where county_id = p_county and station_id = p_from;
    with gone as (update people set station_id = p_to where county_id = p_county and station_id = p_from returning id)
      select coalesce(array_agg(id), '{}') into v_people from gone;
    update person_roles set station_id = p_to where county_id = p_county and station_id = p_from and ended_at is null;
  else
    update committees set successor_id = p_to where county_id = p_county and id = p_from;
    with gone as (update people set committee_id = p_to where county_id = p_county and committee_id = p_from returning id)
      select coalesce(array_agg(id), '{}') into v_people from gone;
  end if;
  v_ids := app.move_matters(p_county, p_kind, p_from, p_to, p_by, p_reason);
  v_offers := app.renew_offers(p_county, p_kind, p_from, p_to, p_by);
  if p_kind = 'station' then
    -- In one statement: a call and its group are always of one station.
    with g as (update repeat_groups set station_id = p_to where county_id = p_county and station_id = p_from returning id),
    c as (update police_calls set station_id = p_to where county_id = p_county and station_id = p_from returning id)
      select count(*)::int into v_calls from c;
    update clues set station_id = p_to where county_id = p_county and station_id = p_from;
    update clue_steps set station_id = p_to where county_id = p_county and station_id = p_from;
    update consultations set station_id = p_to where county_id = p_county and station_id = p_from;
    update town_halls set station_id = p_to where county_id = p_county and station_id = p_from;
    update reading_windows set station_id = p_to where county_id = p_county and station_id = p_from;
    v_roster := app.move_roster(p_county, p_from, p_to, p_by);
    update stations set disabled_at = app.now() where county_id = p_county and id = p_from;
  else
    update reading_windows set committee_id = p_to where county_id = p_county and committee_id = p_from;
    -- Where both say something of a force, a type and an area, the successor's word holds; the other one stays as history.
    with gone as (update panel_rules r set committee_id = p_to where r.county_id = p_county and r.committee_id = p_from
        and not exists (select from panel_rules o where o.county_id = r.county_id and o.committee_id = p_to and o.dispute_type = r.dispute_type
          and o.area = r.area and o.force_code = r.force_code) returning 1)
      select count(*)::int into v_rules from gone;
    update committees set disabled_at = app.now() where county_id = p_county and id = p_from;
  end if;
  return jsonb_build_object('disputes', to_jsonb(v_ids), 'people', to_jsonb(v_people), 'offers', v_offers, 'calls', v_calls,
    'panelRules', v_rules, 'roster', v_roster);
end $$;

-- What goes from one office to another, in numbers and names of staff and places, for administrators who see no case; and
-- where both have the same, which of the two holds then.
-- Planned for its values: of which column a place is looked for depends on its kind.
create function app.office_work(p_county uuid, p_kind text, p_from uuid, p_to uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
  select app.require_county(p_county);
  with matters as materialized (select m.id from app.matters_at(p_county, p_kind, p_from) m (id))
  select jsonb_build_object(
    'disputes', (select count(*)::int from matters),
    'closed', (select count(*)::int from disputes d where d.county_id = p_county and case p_kind when 'station' then d.station_id else d.committee_id end = p_from)
      - (select count(*)::int from matters),
    'sessions', (select count(*)::int from sessions s where s.county_id = p_county and s.status = 'booked' and s.ends_at > app.now()
      and s.dispute_id in (select m.id from matters m)),
    'offers', (select count(*)::int from transfers t where t.county_id = p_county and t.answered_at is null and t.withdrawn_at is null
      and case p_kind when 'station' then p_from in (t.from_station_id, t.to_station_id) else p_from in (t.from_committee_id, t.to_committee_id) end),
    'people', coalesce((select jsonb_agg(p.name order by p.name, p.id) from people p where p.county_id = p_county and p.disabled_at is null
      and case p_kind when 'station' then p.station_id else p.committee_id end = p_from), '[]'),
    'heads', coalesce((select jsonb_agg(p.name order by p.name, p.id) from people p where p.county_id = p_county and p.disabled_at is null
      and case p_kind when 'station' then p.role = 'stationHead' and p.station_id in (p_from, p_to)
        else p.role = 'committeeHead' and p.committee_id in (p_from, p_to) end), '[]'),
    'groups', (select count(*)::int from repeat_groups g where p_kind = 'station' and g.county_id = p_county and g.station_id = p_from),
    'calls', (select count(*)::int from police_calls c where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from),
    'clues', (select count(*)::int from clues c where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from and c.status = 'new'),
    'questions', (select count(*)::int from consultations c where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from and c.status = 'waiting'),
    'meetings', (select count(*)::int from town_halls h where p_kind = 'station' and h.county_id = p_county and h.station_id = p_from and h.cancelled_at is null
      and h.until_day >= app.day_of(app.now())),
    'points', coalesce((select jsonb_agg(c.name order by c.name) from contact_points c where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from
      and c.disabled_at is null), '[]'),
    'rooms', (select count(*)::int from contact_points c join rooms r on r.county_id = c.county_id and r.point_id = c.id and r.disabled_at is null
      where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from and c.disabled_at is null),
    'sameNames', coalesce((select jsonb_agg(c.name order by c.name) from contact_points c join contact_points o on o.county_id = c.county_id and o.station_id = p_to
      and o.name = c.name where p_kind = 'station' and c.county_id = p_county and c.station_id = p_from), '[]'),
    'roster', (select count(*)::int from duty_leaders l where p_kind = 'station' and l.county_id = p_county and l.station_id = p_from and upper(l.during) > app.now()),
    'sameShifts', (select count(*)::int from duty_leaders l where p_kind = 'station' and l.county_id = p_county and l.station_id = p_from and upper(l.during) > app.now()
      and exists (select from duty_leaders o where o.county_id = l.county_id and o.station_id = p_to and o.during && l.during)),
    'panelRules', (select count(*)::int from panel_rules r where p_kind = 'committee' and r.county_id = p_county and r.committee_id = p_from),
    'samePanelRules', (select count(*)::int from panel_rules r where p_kind = 'committee' and r.county_id = p_county and r.committee_id = p_from
      and exists (select from panel_rules o where o.county_id = r.county_id and o.committee_id = p_to and o.dispute_type = r.dispute_type
        and o.area = r.area and o.force_code = r.force_code)),
    'rules', (select count(distinct r.key)::int from rules r where p_kind = 'committee' and r.county_id = p_county and r.committee_id = p_from))
$$;
