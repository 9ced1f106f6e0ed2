-- What ties a helper to the parties of a dispute. Ties that were recorded or disclosed count in every dispute of the same
-- party (the same row, the same name and phone, or the same organisation); the others are worked out from the rows.
create function app.ties_of(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid)
  returns table (kind tie_kind, party_id uuid, source text) language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with me as (select * from people where county_id = p_county and id = p_person),
  pa as materialized (select *, app.name_form(name) as name_form, app.name_form(employer) as employer_form
    from parties where county_id = p_county and dispute_id = p_dispute),
  -- Both begin with the helper's few rows: from the parties' side they would read all parties of the county.
  tied as materialized (select t.kind, t.source, o.id, o.name, o.phone_hash, o.kind as kind_of_party from ties t
    join parties o on o.county_id = t.county_id and o.id = t.party_id where t.county_id = p_county and t.person_id = p_person),
  counselled as materialized (select o.* from me
    join party_links l on l.county_id = me.county_id and l.kind = 'agent' and app.name_form(l.name) = app.name_form(me.name)
      and l.phone_hash <> '' and l.phone_hash = me.phone_hash
    join parties o on o.county_id = l.county_id and o.id = l.party_id)
  select distinct t.kind, pa.id, t.source::text from tied t
    join pa on pa.id = t.id or pa.name_form = app.name_form(t.name) and pa.kind = t.kind_of_party
      and (pa.kind = 'organisation' or pa.phone_hash <> '' and pa.phone_hash = t.phone_hash)
  union
  select 'sameEmployer', pa.id, 'worked out' from pa, me
    where me.employer <> '' and (pa.employer_form = app.name_form(me.employer) or pa.kind = 'organisation' and pa.name_form = app.name_form(me.employer))
  union
  select 'earlierCounsel', pa.id, 'worked out' from counselled o
    join pa on o.id = pa.id or app.name_form(o.name) = pa.name_form and o.kind = pa.kind and (o.kind = 'organisation' or o.phone_hash <> '' and o.phone_hash = pa.phone_hash)
  union
  select 'failedAttempt', pa.id, 'worked out' from pa, me
    where exists (select from proceedings pr
      where pr.county_id = p_county and pr.dispute_id = p_dispute and pr.id is distinct from p_proceeding
        and pr.outcome in ('refused', 'deadlock', 'expired', 'unsigned')
        and (pr.lead_person_id = p_person or exists (select from invitations i
          where i.county_id = pr.county_id and i.proceeding_id = pr.id and i.person_id = p_person and i.status = 'accepted')))
  union
  select 'objection', pa.id, 'worked out' from pa
    where (select c.answer from consents c where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = pa.id
      and c.subject = 'invitePerson' and c.person_id = p_person order by c.recorded_at desc, c.id desc limit 1) = 'refused'
$$;

-- Kinds of ties that exclude a helper: those without a waiver in this proceeding that every party of today has ticked. A
-- party that joins later has to be asked as well. An objection cannot be waived.
create function app.barring_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select distinct t.kind from app.ties_of(p_county, p_proceeding, p_dispute, p_person) t
  where t.kind = 'objection' or not exists (select from tie_waivers w
    where w.county_id = p_county and w.proceeding_id = p_proceeding and w.person_id = p_person and t.kind = any (w.kinds)
      and not exists (select from parties p where p.county_id = p_county and p.dispute_id = p_dispute and not exists (
        select from tie_waiver_parties y where y.county_id = p_county and y.waiver_id = w.id and y.party_id = p.id)))
$$;

-- A waiver holds every party's tick, or there is none. Checked at commit, since the ticks follow it.
create function app.check_waiver() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from parties p where p.county_id = new.county_id and p.dispute_id = new.dispute_id and not exists (
    select from tie_waiver_parties t where t.county_id = p.county_id and t.waiver_id = new.id and t.party_id = p.id)) then
    raise exception 'every party' using errcode = '23514', constraint = 'tie_waivers_every_party';
  end if;
  return null;
end $$;

-- How helpers answered, whoever asked them, as figures alone: asked and accepted since a day, median hours to an answer,
-- and the open matters they sit in now, which are their rights as one who joined.
create function app.helper_results(p_people uuid[], p_since timestamptz) returns table (person_id uuid, asked integer, accepted integer,
    median_hours double precision, load integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, r.asked, r.accepted, r.median_hours,
    (select count(distinct a.proceeding_id)::int from dispute_access a
      where a.county_id = (select app.proven_county()) and a.subject_id = m.id and a.relation = 'joined' and a.is_open)
  from unnest(p_people) m (id)
  cross join lateral (
    select count(*)::int as asked, count(*) filter (where i.status = 'accepted')::int as accepted,
      percentile_cont(0.5) within group (order by extract(epoch from i.answered_at - i.sent_at) / 3600)
        filter (where i.answered_at is not null) as median_hours
    from invitations i
    where i.county_id = (select app.proven_county()) and i.person_id = m.id and i.sent_at >= p_since and i.status <> 'withdrawn') r
$$;

-- How the matters a helper sat in came out, over the whole county. Figures alone.
create function app.helper_outcomes(p_people uuid[], p_since timestamptz) returns table (person_id uuid, ended integer, agreed integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id, count(*)::int, count(*) filter (where p.outcome in ('agreedWritten', 'agreedOral', 'partial', 'publicSecurityPerformed'))::int
  from invitations i
  join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
  where i.county_id = (select app.proven_county()) and i.person_id = any (p_people) and i.status = 'accepted' and p.ended_at >= p_since
  group by i.person_id
$$;
