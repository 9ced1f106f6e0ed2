-- Whoever assists is in office and works where the lead does: a mediator of the committee on its line, an officer of the
-- station on the police's.
create function app.check_assistant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from people a where a.county_id = new.county_id and a.id = new.assistant_id and a.disabled_at is null
      and case when app.is_committee_line(new.county_id, new.track, new.lead_person_id)
        then a.role in ('mediator', 'committeeHead') and a.committee_id = new.committee_id
        else a.role = 'officer' and a.station_id = new.station_id end) then
    raise exception 'of the line' using errcode = '23514', constraint = 'proceedings_assistant_of_line';
  end if;
  return new;
end $$;

-- Whoever leaves office assists nowhere any more; what has ended keeps who did.
create function app.release_assistant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update proceedings set assistant_id = null where county_id = new.county_id and assistant_id = new.id and ended_at is null;
  return null;
end $$;
