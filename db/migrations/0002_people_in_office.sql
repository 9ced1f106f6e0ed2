-- Whoever leaves office leads nothing, and a closed room holds no session. The row locks make the
-- check wait for an administrator's act that is under way, and the other way round.
create function app.check_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  if tg_op = 'UPDATE' and new.lead_person_id = old.lead_person_id then return new; end if;
  select disabled_at into v_disabled from people where county_id = new.county_id and id = new.lead_person_id for key share;
  if v_disabled is not null then
    raise exception 'left office' using errcode = '23514', constraint = 'proceedings_lead_in_office';
  end if;
  return new;
end $$;
create trigger proceedings_lead_in_office before insert or update of lead_person_id on proceedings
  for each row execute function app.check_lead();
--> statement-breakpoint
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
create trigger sessions_room_in_use before insert or update of room_id on sessions
  for each row execute function app.check_room();
--> statement-breakpoint
-- A number and nothing else, for administrators who see no case: how many open proceedings a person leads.
create function app.open_proceedings_led(p_person uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::int from proceedings
        where county_id = app.county() and lead_person_id = p_person and ended_at is null $$;
--> statement-breakpoint
grant execute on function app.open_proceedings_led(uuid) to zhongtiao_app;
