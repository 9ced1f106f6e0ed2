-- How far a matter is, in the words of server/access/told-stage.ts, for whoever holds its slip or keeps its contact point. How it
-- ended, and whether it did what was promised, is the same word.
create function app.told_stage(p_status public.proceeding_status, p_was_refused boolean, p_is_kept boolean) returns text
  language sql immutable parallel safe as $$
  select case when p_is_kept then 'kept' when p_was_refused then 'refused' when p_status is null then 'registration'
    when p_status = 'accepted' then 'acceptance' when p_status = 'convening' then 'convening' when p_status = 'scheduled' then 'scheduling'
    when p_status = 'mediating' then 'mediation' when p_status in ('agreed', 'signing') then 'signing' when p_status = 'performing' then 'performance'
    else 'over' end
$$;

-- What a registration's slip says to whoever holds it: number, station, stage and the telephone to call, of the matter in which
-- it goes on where two registrations became one. No name, nothing of the content; where one of them is closed to most people not
-- even the stage. For the system's login alone; nothing where the code is unknown, revoked or too old.
create function app.slip_by(p_code_hash text, p_at timestamptz)
  returns table (number text, station text, station_en text, registered_at timestamptz, stage text, phone text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive line as (
    select s.county_id, s.dispute_id as id, 0 as hops from registration_slips s
    where s.code_hash = p_code_hash and s.revoked_at is null and s.expires_at > p_at
    union all
    select d.county_id, d.merged_into, l.hops + 1 from line l join disputes d on d.county_id = l.county_id and d.id = l.id
    where d.merged_into is not null and l.hops < 20
  ), here as (select county_id, id from line order by hops limit 1), now_in as (select county_id, id from line order by hops desc limit 1)
  select d.number, st.name, st.name_en, d.registered_at, app.told_stage(p.status, m.not_accepted_at is not null and p.status is null, k.is_kept),
    coalesce(nullif(l.phone, ''), nullif(r.phone, ''), '')
  from here h join disputes d on d.county_id = h.county_id and d.id = h.id
  join now_in n on n.county_id = h.county_id
  join disputes m on m.county_id = n.county_id and m.id = n.id
  join stations st on st.county_id = m.county_id and st.id = m.station_id
  cross join lateral (select exists (select from dispute_restrictions x where x.county_id = m.county_id and x.dispute_id in (select o.id from line o) and x.released_at is null) as is_kept) k
  left join lateral (select q.status, q.lead_person_id from proceedings q where q.county_id = m.county_id and q.dispute_id = m.id order by q.ordinal desc limit 1) p on true
  left join people l on l.county_id = m.county_id and l.id = p.lead_person_id and l.disabled_at is null
  left join people r on r.county_id = m.county_id and r.id = m.registered_by and r.disabled_at is null
$$;
