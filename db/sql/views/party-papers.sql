-- Signed papers and corrections of parties as the actor may read them: a minor keeps the family name alone for whoever does
-- not read minors' names (app.readable_parties), also where they were of age in the paper, or are now; and so does whoever is
-- a guardian (app.readable_party_links). What the police found is for the police line, as violation_findings are. Where a minor works tells who they are, too.
create view app.readable_papers with (security_invoker = true) as
  select k.county_id, k.agreement_id, k.dispute_id, k.frozen_at,
    encode(sha256(convert_to(k.content, 'UTF8')), 'hex') as hash,
    case when (select app.is_officer()) or (select app.is_head()) or (select app.is_system())
      -- Other tracks have a null of JSON here, from which nothing can be taken away.
      then nullif(k.content::jsonb -> 'police', 'null') - case when r.whole then '' else 'particulars' end end as police,
    k.content::jsonb - 'police' || jsonb_build_object('parties', (
      select coalesce(jsonb_agg(case when r.whole then e.party
        else e.party - array['sex', 'born', 'ethnicity', 'occupation', 'creditCode', 'legalRepresentative'] || jsonb_build_object('name', case when coalesce((e.party ->> 'isMinor')::boolean or p.is_minor, true)
            then app.family_name_only(e.party ->> 'name') else e.party ->> 'name' end,
          'links', (select coalesce(jsonb_agg(case l.link ->> 'kind' when 'guardian'
              then l.link || jsonb_build_object('name', app.family_name_only(l.link ->> 'name')) else l.link end order by l.nth), '[]')
            from jsonb_array_elements(e.party -> 'links') with ordinality l (link, nth))) end order by e.nth), '[]')
      from jsonb_array_elements(k.content::jsonb -> 'parties') with ordinality e (party, nth)
        left join public.parties p on p.county_id = k.county_id and p.dispute_id = k.dispute_id and p.id = (e.party ->> 'id')::uuid)) as content
  from public.agreement_papers k cross join lateral (select app.reads_minors(k.county_id, k.dispute_id) as whole) r;

create view app.readable_party_changes with (security_invoker = true) as
  select c.county_id, c.dispute_id, c.party_id, c.field, c.reason, c.since, c.changed_by, c.changed_at, c.id,
    case when c.field in ('name', 'joined') and p.is_minor and not r.whole then app.family_name_only(c.old_value)
      when c.field in ('ownWages', 'sex', 'born', 'ethnicity', 'occupation') and c.old_value <> '' and not r.whole then '…' else c.old_value end as old_value,
    case when c.field in ('name', 'joined') and p.is_minor and not r.whole then app.family_name_only(c.new_value)
      when c.field in ('ownWages', 'sex', 'born', 'ethnicity', 'occupation') and c.new_value <> '' and not r.whole then '…' else c.new_value end as new_value
  from public.party_changes c join public.parties p on p.county_id = c.county_id and p.id = c.party_id
    cross join lateral (select app.reads_minors(c.county_id, c.dispute_id) as whole) r;
