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
  return new;
end $$;
