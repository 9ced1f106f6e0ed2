-- Parties as the actor may read them: the one place that decides about a party's name, phone and address. Nobody
-- discloses what identifies a minor (未成年人保护法 103). So only those who work on the dispute, its lead and its committee, read
-- a minor's whole name, and others of the office in a window that was opened to them. Phones, ID numbers and addresses are for
-- those who work on it alone: they get the encrypted value, which the application opens (server/access/encrypted-contacts.ts),
-- and others get nothing.
-- The right is asked once for all contacts, and apart for a name, which most readers of many names need for minors alone.
create view app.readable_parties with (security_invoker = true) as
  select p.county_id, p.id, p.dispute_id, p.side, p.position, p.kind, p.standing, p.is_minor, p.version, p.departed_at is not null as is_departed, app.is_represented(p.county_id, p.id) as is_represented,
    p.lacks_capacity, case when p.is_minor then app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, app.day_of(app.now())) else p.lacks_capacity end as needs_guardian,
    case when w.works_on_it then p.born_on end as born_on, case when w.works_on_it then p.own_wages_reason else '' end as own_wages_reason,
    case when not p.is_minor or (select app.is_system()) or exists (select from app.own_rights a where a.county_id = p.county_id and a.dispute_id = p.dispute_id
        and a.is_current and a.relation in ('lead', 'committee') offset 0)
      or app.is_office() and app.has_window(p.county_id, p.dispute_id, app.person()) then p.name else app.family_name_only(p.name) end as name,
    case when w.works_on_it then p.phone else '' end as phone,
    case when w.works_on_it then p.id_number else '' end as id_number,
    case when w.works_on_it then p.address else '' end as address,
    case when w.works_on_it then p.employer else '' end as employer,
    case when w.works_on_it then p.sex end as sex, case when w.works_on_it then p.born_year end as born_year,
    case when w.works_on_it then p.ethnicity else '' end as ethnicity, case when w.works_on_it then p.occupation else '' end as occupation,
    case when w.works_on_it then p.credit_code else '' end as credit_code,
    case when w.works_on_it then p.legal_representative else '' end as legal_representative
  from public.parties p cross join lateral (
    select (select app.is_system()) or exists (select from app.own_rights a where a.county_id = p.county_id and a.dispute_id = p.dispute_id
      and a.is_current and a.relation in ('lead', 'committee') offset 0) as works_on_it offset 0) w;

-- People who stand beside a party, as the actor may read them. A minor's guardian tells who the minor is.
create view app.readable_party_links with (security_invoker = true) as
  select l.county_id, l.id, l.dispute_id, l.party_id, l.kind, l.may_sign,
    case when l.kind <> 'guardian' or (select app.is_system()) or exists (select from app.own_rights a where a.county_id = l.county_id and a.dispute_id = l.dispute_id
        and a.is_current and a.relation in ('lead', 'committee') offset 0)
      or app.is_office() and app.has_window(l.county_id, l.dispute_id, app.person()) then l.name else app.family_name_only(l.name) end as name,
    l.election_id, l.elected_party_id, l.may_negotiate, l.may_receive, l.ended_at, l.ended_on, l.ended_reason, l.authorised_on,
    case when w.works_on_it then l.phone else '' end as phone,
    case when w.works_on_it then l.note else '' end as note
  from public.party_links l cross join lateral (
    select (select app.is_system()) or exists (select from app.own_rights a where a.county_id = l.county_id and a.dispute_id = l.dispute_id
      and a.is_current and a.relation in ('lead', 'committee') offset 0) as works_on_it offset 0) w;
