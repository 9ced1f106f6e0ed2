-- The last number of a series that was given on paper; 0 where it was always counted here.
create function app.number_start(p_county uuid, p_scope uuid, p_kind text, p_year int) returns int language sql stable
  set search_path = public, pg_temp as $$
  select coalesce(max(last_used), 0) from number_starts
  where county_id = p_county and scope = p_scope and kind = p_kind and year = p_year
$$;

-- Whose numbers the actor answers for: a head's own committee or station; nobody's else.
create function app.own_numbers() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select case p.role when 'committeeHead' then p.committee_id when 'stationHead' then p.station_id end from people p
  where p.county_id = app.proven_county() and p.id = app.person() and p.disabled_at is null
$$;

-- A start value only goes upward: what was counted or set before is never given again.
create function app.check_number_start() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'numbers', new.county_id, new.scope, new.kind, new.year), 0));
  if new.last_used <= greatest(app.number_start(new.county_id, new.scope, new.kind, new.year), coalesce((select c.value from counters c
     where c.county_id = new.county_id and c.scope = new.scope and c.kind = new.kind and c.year = new.year), 0)) then
    raise exception 'not upward' using errcode = '23514', constraint = 'number_starts_upward';
  end if;
  return new;
end $$;
