-- What the papers of the police's track hold, and which of them there are.
-- What the paper of a police agreement says beside its clauses (程序规定 178、184): the organ, the officers, the people of the
-- finding, the account of the case and who else was there; or the on-the-spot form. Null on another track.
create function app.police_content(p_county uuid, p_agreement uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('station', s.name, 'host', h.name, 'hostPost', h.post,
    'particulars', (select coalesce(jsonb_agg(jsonb_build_object('partyId', p.id, 'bornOn', p.born_on, 'employer', p.employer) order by p.position), '[]')
      from parties p where p.county_id = a.county_id and p.dispute_id = a.dispute_id and app.is_party(p)),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('partyId', v.party_id, 'part', v.part) order by v.part, v.party_id), '[]')
      from app.latest_finding(a.county_id, a.proceeding_id) f join violation_people v on v.county_id = f.county_id and v.finding_id = f.id),
    'account', (select jsonb_build_object('organ', c.organ, 'happenedAt', c.happened_at, 'place', c.place, 'cause', c.cause, 'course', c.course,
        'circumstances', c.circumstances, 'result', c.result, 'performanceWay', c.performance_way, 'others', c.others)
      from case_accounts c where c.county_id = a.county_id and c.proceeding_id = a.proceeding_id order by c.recorded_at desc, c.id desc limit 1),
    'onSpot', (select jsonb_build_object('settledAt', o.settled_at, 'place', o.place, 'losses', o.losses, 'recording', o.recording,
        'secondOfficer', w.name, 'others', o.others)
      from on_spot_forms o left join people w on w.county_id = o.county_id and w.id = o.second_officer_id
      where o.county_id = a.county_id and o.agreement_id = a.id))
  from agreements a join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id and r.track = 'publicSecurity'
    join stations s on s.county_id = r.county_id and s.id = r.station_id
    join people h on h.county_id = r.county_id and h.id = r.lead_person_id
  where a.county_id = p_county and a.id = p_agreement
$$;

-- How many papers of a police case there are, and of how many: counts alone, so that every reader of the dossier's contents
-- counts the same. Null on another track.
create function app.police_papers(p_county uuid, p_proceeding uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'proceeding', p_proceeding);
  with minor as (select p.id, app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, app.day_of(app.now())) as needs_guardian
      from proceedings r join parties p on p.county_id = r.county_id and p.dispute_id = r.dispute_id and app.is_party(p) and p.is_minor
      where r.county_id = p_county and r.id = p_proceeding),
    guarded as (select id from minor where needs_guardian),
    ag as (select * from agreements where county_id = p_county and proceeding_id = p_proceeding and status not in ('withdrawn', 'replaced')
      order by ordinal desc limit 1)
  select jsonb_build_object(
    'findings', (select count(*) from violation_findings f where f.county_id = p_county and f.proceeding_id = p_proceeding),
    'minors', (select count(*) from minor),
    'guardiansTold', (select count(*) from minor m where exists (select from guardian_summonses g
      where g.county_id = p_county and g.proceeding_id = p_proceeding and g.party_id = m.id and app.summons_holds(p_county, g))),
    'guarded', (select count(*) from guarded),
    'guardiansCame', (select count(*) from guarded m where exists (select from sessions s
        join session_people y on y.county_id = s.county_id and y.session_id = s.id and y.party_id = m.id and y.attendance = 'present'
        join party_links l on l.county_id = y.county_id and l.id = y.spoken_by_link_id and l.kind = 'guardian'
        where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status <> 'cancelled')
      or exists (select from ag join signatures s on s.county_id = ag.county_id and s.agreement_id = ag.id and s.party_id = m.id
        join party_links l on l.county_id = s.county_id and l.id = s.signed_by_link_id and l.kind = 'guardian')
      or exists (select from consents c join party_links l on l.county_id = c.county_id and l.id = c.spoken_by_link_id and l.kind = 'guardian'
        where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = m.id and c.subject = 'agreement')),
    'appraisals', (select count(*) from clock_changes c where c.county_id = p_county and c.proceeding_id = p_proceeding and c.appraisal is not null),
    'appraised', (select count(*) from clock_changes c where c.county_id = p_county and c.proceeding_id = p_proceeding and c.kind = 'resumed'),
    'accounts', (select count(*) from case_accounts c where c.county_id = p_county and c.proceeding_id = p_proceeding),
    'onSpot', exists (select from ag join on_spot_forms o on o.county_id = ag.county_id and o.agreement_id = ag.id),
    'refusals', (select count(*) from endings e where e.county_id = p_county and e.proceeding_id = p_proceeding and e.refused_by_party_id is not null),
    'failure', (select e.failure from endings e where e.county_id = p_county and e.proceeding_id = p_proceeding),
    'suingTold', exists (select from endings e where e.county_id = p_county and e.proceeding_id = p_proceeding and 'court' = any (e.routes_told)),
    'applications', (select count(*) from settlement_applications s where s.county_id = p_county and s.proceeding_id = p_proceeding),
    'decisions', (select count(*) from settlement_applications s where s.county_id = p_county and s.proceeding_id = p_proceeding and s.decided_at is not null))
  from proceedings r where r.county_id = p_county and r.id = p_proceeding and r.track = 'publicSecurity'
$$;
