-- As for sessions, no town hall is held in a closed room or chaired by a person who has left office. The row locks make
-- this check and an administrator's change of the room or person wait for each other.
create function app.check_meeting() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  if tg_op = 'INSERT' or new.room_id <> old.room_id then
    perform 1 from rooms where county_id = new.county_id and id = new.room_id for key share;
    if exists (
      select from rooms r
        join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        join stations s on s.county_id = p.county_id and s.id = p.station_id
      where r.county_id = new.county_id and r.id = new.room_id and coalesce(r.disabled_at, p.disabled_at, s.disabled_at) is not null) then
      raise exception 'room closed' using errcode = '23514', constraint = 'town_hall_meetings_room_in_use';
    end if;
  end if;
  if tg_op = 'INSERT' then
    select p.disabled_at into v_disabled from town_halls t join people p on p.county_id = t.county_id and p.id = t.chair_id
      where t.county_id = new.county_id and t.id = new.town_hall_id for key share of p;
    if v_disabled is not null then
      raise exception 'left office' using errcode = '23514', constraint = 'town_hall_meetings_chair_in_office';
    end if;
  end if;
  return new;
end $$;

-- A chair is staff of the station that holds the town hall; a series that goes to the station's successor keeps its chair.
create function app.check_chair() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(new.chair_id = old.chair_id and app.is_succession(new.county_id, old.station_id, new.station_id), false) and not exists (
    select from people p where p.county_id = new.county_id and p.id = new.chair_id and p.station_id = new.station_id
      and p.role in ('mediator', 'committeeHead', 'officer', 'stationHead')) then
    raise exception 'chair from elsewhere' using errcode = '23514', constraint = 'town_halls_chair_of_station';
  end if;
  return new;
end $$;
