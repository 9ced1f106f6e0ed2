-- What ties helpers to the parties of a dispute, all of them in one pass: a panel asks about everybody of its forces. Ties
-- that were recorded or disclosed count in every dispute of the same party (the same row, the same name and phone, or the
-- same organisation; names in the form in which they are compared); the others are worked out from the rows. A kind is waived where a waiver of this proceeding names it
-- that every party of today has ticked: a party that joins later has to be asked as well. An objection cannot be waived.
create function app.ties_among(p_county uuid, p_proceeding uuid, p_dispute uuid, p_people uuid[])
  returns table (person_id uuid, kind tie_kind, party_id uuid, source text, is_waived boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  with me as materialized (select p.id, app.name_form(p.name) as name, p.phone_hash, app.name_form(p.employer) as employer from unnest(p_people) m (id)
    join people p on p.county_id = p_county and p.id = m.id),
  pa as materialized (select id, app.name_form(name) as name, kind, phone_hash, app.name_form(employer) as employer from parties where county_id = p_county and dispute_id = p_dispute),
  -- Both begin with the helpers' few rows: from the parties' side they would read all parties of the county.
  tied as materialized (select t.person_id, t.kind, t.source, o.id, app.name_form(o.name) as name, o.phone_hash, o.kind as kind_of_party
    from unnest(p_people) m (id) join ties t on t.county_id = p_county and t.person_id = m.id
    join parties o on o.county_id = p_county and o.id = t.party_id),
  counselled as materialized (select me.id as person_id, o.id, app.name_form(o.name) as name, o.phone_hash, o.kind from me
    join party_links l on l.county_id = p_county and l.kind = 'agent' and l.phone_hash <> '' and l.phone_hash = me.phone_hash
      and app.name_form(l.name) = me.name
    join parties o on o.county_id = p_county and o.id = l.party_id),
  failed as materialized (select pr.id, pr.lead_person_id from proceedings pr where pr.county_id = p_county and pr.dispute_id = p_dispute
    and pr.id is distinct from p_proceeding and pr.outcome in ('refused', 'deadlock', 'expired', 'unsigned')),
  found as (
    select t.person_id, t.kind, pa.id as party_id, t.source::text from tied t
      join pa on pa.id = t.id or pa.name = t.name and pa.kind = t.kind_of_party
        and (pa.kind = 'organisation' or pa.phone_hash <> '' and pa.phone_hash = t.phone_hash)
    union
    select me.id, 'sameEmployer', pa.id, 'worked out' from pa, me
      where me.employer <> '' and (pa.employer = me.employer or pa.kind = 'organisation' and pa.name = me.employer)
    union
    select o.person_id, 'earlierCounsel', pa.id, 'worked out' from counselled o
      join pa on o.id = pa.id or o.name = pa.name and o.kind = pa.kind and (o.kind = 'organisation' or o.phone_hash <> '' and o.phone_hash = pa.phone_hash)
    union
    select a.person_id, 'failedAttempt', pa.id, 'worked out' from pa, (
      select f.lead_person_id as person_id from failed f
      union select i.person_id from failed f
        join invitations i on i.county_id = p_county and i.proceeding_id = f.id and i.status = 'accepted') a
      where a.person_id = any (p_people)
    union
    select c.person_id, 'objection', c.party_id, 'worked out' from (
      select distinct on (s.party_id, s.person_id) s.party_id, s.person_id, s.answer from consents s
      where s.county_id = p_county and s.proceeding_id = p_proceeding and s.subject = 'invitePerson' and s.person_id = any (p_people)
      order by s.party_id, s.person_id, s.recorded_at desc, s.id desc) c
      join pa on pa.id = c.party_id where c.answer = 'refused')
  select f.person_id, f.kind, f.party_id, f.source, f.kind <> 'objection' and exists (select from tie_waivers w
    where w.county_id = p_county and w.proceeding_id = p_proceeding and w.person_id = f.person_id and f.kind = any (w.kinds)
      and not exists (select from pa where not exists (
        select from tie_waiver_parties y where y.county_id = p_county and y.waiver_id = w.id and y.party_id = pa.id)))
  from found f
$$;

-- The same of one helper.
create function app.ties_of(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid)
  returns table (kind tie_kind, party_id uuid, source text) language sql stable as $$
  select t.kind, t.party_id, t.source from app.ties_among(p_county, p_proceeding, p_dispute, array[p_person]) t
$$;

-- Kinds of ties that exclude a helper: those that are not waived.
create function app.barring_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable as $$
  select distinct t.kind from app.ties_among(p_county, p_proceeding, p_dispute, array[p_person]) t where not t.is_waived
$$;

-- A waiver holds every party's tick, or there is none. Checked at commit, since the ticks follow it.
create function app.check_waiver() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from parties p where p.county_id = new.county_id and p.dispute_id = new.dispute_id and app.is_party(p) and not exists (
    select from tie_waiver_parties t where t.county_id = p.county_id and t.waiver_id = new.id and t.party_id = p.id)) then
    raise exception 'every party' using errcode = '23514', constraint = 'tie_waivers_every_party';
  end if;
  return null;
end $$;
