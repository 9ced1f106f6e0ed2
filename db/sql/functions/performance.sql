-- Performance is recorded once the agreement is in force, and by who owes it.
create function app.check_performance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select a.status from obligations b join agreements a on a.county_id = b.county_id and a.id = b.agreement_id
      where b.county_id = new.county_id and b.id = new.obligation_id) is distinct from 'effective' then
    raise exception 'not in force' using errcode = '23514', constraint = 'performances_after_effect';
  end if;
  if not exists (select from obligation_parties where county_id = new.county_id and obligation_id = new.obligation_id
      and party_id = new.party_id and part = 'obligor') then
    raise exception 'obligor' using errcode = '23514', constraint = 'performances_by_obligor';
  end if;
  if new.performed_on > app.day_of(app.now()) or new.performed_on < app.reached_on(new.county_id,
      (select b.agreement_id from obligations b where b.county_id = new.county_id and b.id = new.obligation_id)) then
    raise exception 'day' using errcode = '23514', constraint = 'performances_when_it_happened';
  end if;
  return new;
end $$;

-- A visit was made on a day of its proceeding.
create function app.check_visit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.visited_on > app.day_of(app.now()) or new.visited_on < app.began_on(new.county_id, new.proceeding_id) then
    raise exception 'day' using errcode = '23514', constraint = 'follow_up_visits_when_it_happened';
  end if;
  return new;
end $$;
