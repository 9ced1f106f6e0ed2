-- Whoever was asked while every party agreed comes only while they still do: one may take his word back, or join later.
create or replace function app.check_acceptance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'accepted' and old.status <> 'accepted' then
    if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
      raise exception 'tied' using errcode = '23514', constraint = 'invitations_accept_without_tie';
    end if;
    if exists (select from proceedings where county_id = new.county_id and id = new.proceeding_id and track = 'peoples')
       and exists (select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, new.person_id, new.force_code)) then
      raise exception 'consent' using errcode = '23514', constraint = 'invitations_accept_with_consent';
    end if;
  end if;
  return new;
end $$;
