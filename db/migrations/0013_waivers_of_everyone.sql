-- A waiver counts while every party of the dispute has ticked it: one who joins later has to be asked as well.
create or replace function app.barring_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct t.kind from app.ties_of(p_county, p_proceeding, p_dispute, p_person) t
  where t.kind = 'objection' or not exists (select from tie_waivers w
    where w.county_id = p_county and w.proceeding_id = p_proceeding and w.person_id = p_person and t.kind = any (w.kinds)
      and not exists (select from parties p where p.county_id = p_county and p.dispute_id = p_dispute and not exists (
        select from tie_waiver_parties y where y.county_id = p_county and y.waiver_id = w.id and y.party_id = p.id)))
$$;
