-- The proceedings of a matter: its own, and those of registrations that were merged into it.
create function app.proceedings_of_matter(p_county uuid, p_dispute uuid) returns setof public.proceedings language sql stable as $$
  select p.* from public.proceedings p where p.county_id = p_county and p.dispute_id = p_dispute
  union all
  select p.* from public.disputes m join public.proceedings p on p.county_id = m.county_id and p.dispute_id = m.id
    where m.county_id = p_county and m.merged_into = p_dispute
$$;

-- Whether a court that has filed the matter entrusted it, by any registration of it.
create function app.is_entrusted(p_county uuid, p_dispute uuid) returns boolean language sql stable as $$
  select exists (select from public.disputes d where d.county_id = p_county and p_dispute in (d.id, d.merged_into) and d.source = 'courtEntrusted')
$$;

-- What a dispute's own record answers, so that nobody is asked: whether a party is a minor, the police have it as a violation,
-- another committee or a body outside has taken it, or a court entrusted it. `record` says where that stands. A committee that handed the matter over
-- has it no more, and one that gave its work to a successor is no other one.
create function app.gate_record(p_county uuid, p_dispute uuid) returns table (question gate_question, record text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  -- What the police had and found to be no violation is theirs no more (程序规定 178).
  with had as materialized (select * from app.proceedings_of_matter(p_county, p_dispute) p where p.outcome is distinct from 'notViolation'),
  -- Of several that had it, the first that is named here.
  elsewhere as (
    select 1 as rank, 'publicSecurityCase' as record where exists (select from had p where p.track = 'publicSecurity')
    union all
    select 2, 'otherCommittee' where exists (
      select from had p join disputes d on d.county_id = p_county and d.id = p_dispute
      where p.track = 'peoples' and p.committee_id <> d.committee_id and p.outcome is distinct from 'transferred'
        and app.heir_of(p_county, p.committee_id) <> app.heir_of(p_county, d.committee_id))
    union all
    select 3, 'otherBody' where exists (select from transfers t join had p on p.id = t.proceeding_id
      where t.county_id = p_county and t.to_body <> '' and t.is_accepted))
  select 'hasMinor'::gate_question, 'minorParty' where exists (
    select from parties p where p.county_id = p_county and p.dispute_id = p_dispute and p.is_minor)
  union all
  select 'isViolation', e.record from elsewhere e where e.record = 'publicSecurityCase'
  union all
  (select 'acceptedElsewhere'::gate_question, e.record from elsewhere e order by e.rank limit 1)
  union all
  select 'inCourt', 'courtEntrusted' where app.is_entrusted(p_county, p_dispute)
$$;

-- Until when whoever asks reads what a gate was answered, as the policy of gate_answers says; null where they read nothing of it.
create function app.gate_read_until(p_county uuid, p_dispute uuid) returns timestamptz
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if pg_trigger_depth() > 0 or not app.is_product() or app.is_system() then return 'infinity'; end if;
  return (select max(coalesce(a.until, 'infinity')) from app.own_rights a where a.county_id = p_county and a.dispute_id = p_dispute
    and a.relation in ('lead', 'formerLead', 'successor', 'committee', 'station', 'otherLine'));
end $$;

-- Every answer that was given, with who gave it and when; the highest ordinal counts. Triages from before answers were kept on
-- their own are answers too. Their question asked in one whether a court has judged it or is hearing it: "no" answers both, and
-- any other answer leaves open which. People are told what row security shows them: whoever led before learns nothing of what was
-- answered since, and helpers nothing at all; triggers look at everything.
create function app.gate_given(p_county uuid, p_dispute uuid) returns table (question gate_question, ordinal integer, answer yes_no_unclear,
    given_as answer_moment, reason text, given_by uuid, given_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  with until as materialized (select app.gate_read_until(p_county, p_dispute) as at)
  select a.question, a.ordinal, a.answer, a.given_as, a.reason, a.given_by, a.given_at from gate_answers a, until u
  where a.county_id = p_county and a.dispute_id = p_dispute and a.given_at <= u.at
  union all
  select q.question::gate_question, -(row_number() over (partition by q.question order by t.decided_at desc, t.id desc))::int, q.answer,
    'triage'::answer_moment, '', t.decided_by, t.decided_at
  from until u, triages t cross join lateral (values ('isViolation', t.is_violation), ('hasMinor', t.has_minor), ('familyViolence', t.family_violence),
    ('judgedByCourt', t.judged_by_court), ('acceptedElsewhere', t.accepted_elsewhere), ('propertyDamage', t.property_damage), ('injury', t.injury),
    ('inCourt', case when t.judged_by_court = 'no' then 'no'::yes_no_unclear else 'unclear' end)) q (question, answer)
  where t.county_id = p_county and t.dispute_id = p_dispute and t.decided_at <= u.at and t.decided_at < coalesce((select min(a.given_at) from gate_answers a
    where a.county_id = p_county and a.dispute_id = p_dispute), 'infinity')
$$;

-- What counts of each question: the record's answer, else the newest one given. A question nobody answered has no row.
create function app.gate_stands(p_county uuid, p_dispute uuid) returns table (question gate_question, answer yes_no_unclear)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.question, 'yes'::yes_no_unclear from app.gate_record(p_county, p_dispute) r
  union all
  (select distinct on (a.question) a.question, a.answer from app.gate_given(p_county, p_dispute) a
    where a.question not in (select r.question from app.gate_record(p_county, p_dispute) r) order by a.question, a.ordinal desc)
$$;

-- Whether the gate keeps a dispute out of a track: as server/disputes/parts/triage-gate.ts, which names the reason. What is
-- not clear, or was never asked, closes every track that a "yes" closes.
create function app.gate_bars(p_county uuid, p_dispute uuid, p_track track, p_reason text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_said jsonb; v_entrusted boolean;
begin
  v_said := (select coalesce(jsonb_object_agg(s.question, s.answer), '{}') from app.gate_stands(p_county, p_dispute) s);
  v_entrusted := exists (select from app.gate_record(p_county, p_dispute) r where r.record = 'courtEntrusted');
  if p_track in ('coordination', 'transfer') then return false; end if;
  if coalesce(v_said ->> 'familyViolence', 'unclear') <> 'no' then return true; end if;
  if p_track = 'onScene' then return coalesce(v_said ->> 'injury', 'unclear') <> 'no'; end if;
  if p_track = 'publicSecurity' then return coalesce(v_said ->> 'isViolation', 'unclear') <> 'yes'; end if;
  return coalesce(v_said ->> 'judgedByCourt', 'unclear') <> 'no'
    or (coalesce(v_said ->> 'inCourt', 'unclear') <> 'no' and not v_entrusted)
    or coalesce(v_said ->> 'acceptedElsewhere', 'unclear') = 'unclear' or coalesce(v_said ->> 'isViolation', 'unclear') = 'unclear'
    or ('yes' in (v_said ->> 'acceptedElsewhere', v_said ->> 'isViolation') and p_reason = '');
end $$;

-- The question whose answer, given since, keeps a running matter out of its track, or null. As app.gate_bars, for what was answered
-- and never for what nobody asked, a "yes" before what is not clear: a reason that was given with the answer, or with a decision since, lifts what a reason can lift.
create function app.gate_shut(p_county uuid, p_dispute uuid, p_track track) returns gate_question language plpgsql stable as $$
begin
  return (select a.question from (select distinct on (g.question) g.question, g.answer, g.reason, g.given_at from gate_answers g
      where g.county_id = p_county and g.dispute_id = p_dispute order by g.question, g.ordinal desc) a
    where a.answer <> 'no' and a.question::text = any (case p_track when 'peoples' then '{familyViolence,judgedByCourt,inCourt,acceptedElsewhere,isViolation}'
        when 'onScene' then '{familyViolence,injury}' when 'publicSecurity' then '{familyViolence}' else '{}' end::text[])
      and not (a.question = 'inCourt' and app.is_entrusted(p_county, p_dispute))
      and not (a.question in ('acceptedElsewhere', 'isViolation') and (a.answer = 'yes' or exists (
          select from app.proceedings_of_matter(p_county, p_dispute) p where p.track = 'publicSecurity'))
        and (app.says_something(a.reason) or exists (select from (select t.override_reason, t.decided_at from triages t
          where t.county_id = p_county and t.dispute_id = p_dispute order by t.decided_at desc, t.id desc limit 1) t
          where t.override_reason <> '' and t.decided_at >= a.given_at)))
    order by a.answer = 'yes' desc, a.question limit 1);
end $$;

-- Nothing is written down, signed or put into force on a track that the gate has closed since.
create function app.check_gate_still_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.gate_shut(new.county_id, new.dispute_id, (select p.track from proceedings p
      where p.county_id = new.county_id and p.id = new.proceeding_id)) is not null then
    raise exception 'gate closed' using errcode = '23514', constraint = 'agreements_gate_open';
  end if;
  return null;
end $$;

-- The gate holds at both doors: the decision, and the proceeding that is opened.
create function app.check_gate() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_reason text;
begin
  if tg_table_name = 'triages' then
    if new.track is not null and app.gate_bars(new.county_id, new.dispute_id, new.track, new.override_reason) then
      raise exception 'gate closed' using errcode = '23514', constraint = 'triages_gate_open';
    end if;
    -- The decision rests on what was answered, and on nothing else.
    if exists (select from jsonb_each_text(jsonb_build_object('isViolation', new.is_violation, 'hasMinor', new.has_minor,
        'familyViolence', new.family_violence, 'judgedByCourt', new.judged_by_court, 'acceptedElsewhere', new.accepted_elsewhere,
        'propertyDamage', new.property_damage, 'injury', new.injury)) t (question, answer)
      left join app.gate_stands(new.county_id, new.dispute_id) s on s.question::text = t.question where s.answer::text is distinct from t.answer) then
      raise exception 'not what was answered' using errcode = '23514', constraint = 'triages_as_answered';
    end if;
    return null;
  end if;
  select t.override_reason into v_reason from triages t where t.county_id = new.county_id and t.dispute_id = new.dispute_id
    order by t.decided_at desc, t.id desc limit 1;
  -- Of what was answered since, the reason stands beside the answer.
  if coalesce(v_reason, '') = '' then
    v_reason := (select min(a.reason) from (select distinct on (g.question) g.answer, g.reason from gate_answers g where g.county_id = new.county_id
      and g.dispute_id = new.dispute_id and g.question in ('acceptedElsewhere', 'isViolation') order by g.question, g.ordinal desc) a where a.answer = 'yes');
  end if;
  if app.gate_bars(new.county_id, new.dispute_id, new.track, coalesce(v_reason, '')) then
    raise exception 'gate closed' using errcode = '23514', constraint = 'proceedings_gate_open';
  end if;
  return null;
end $$;

-- A dispute is registered with an answer to everything that is asked then. Checked at commit, like its sides.
create function app.check_gate_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(distinct a.question) from gate_answers a where a.county_id = new.county_id and a.dispute_id = new.id and a.question in
    ('injury', 'threat', 'familyViolence', 'livelihood', 'judgedByCourt', 'inCourt', 'acceptedElsewhere')) < 7 then
    raise exception 'not asked' using errcode = '23514', constraint = 'disputes_gate_asked';
  end if;
  return null;
end $$;

-- Where it turns out that a court did refer a matter, or did not, it is asked anew whether one has filed it: what was answered rested
-- on the other source. One that a court entrusted answers by itself. Checked at commit, like the answer.
create function app.check_source_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.source <> 'courtEntrusted' and (old.source in ('courtReferral', 'courtEntrusted') or new.source = 'courtReferral') and not exists (
      select from gate_answers a where a.county_id = new.county_id and a.dispute_id = new.id and a.question = 'inCourt'
        and a.given_at >= (select max(c.changed_at) from dispute_changes c where c.county_id = new.county_id and c.dispute_id = new.id and c.field = 'source')) then
    raise exception 'not asked' using errcode = '23514', constraint = 'disputes_source_asked';
  end if;
  return null;
end $$;

-- A "yes" is taken back with a reason. An answer that leaves something to do has its step by the end of the transaction.
create function app.check_gate_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_when = 'BEFORE' then
    -- At registration there is nothing before it, seven times: that is asked first.
    if (exists (select from gate_answers a where a.county_id = new.county_id and a.dispute_id = new.dispute_id and a.question = new.question)
          or exists (select from triages t where t.county_id = new.county_id and t.dispute_id = new.dispute_id))
        and not app.says_something(new.reason)
        and (select a.answer from app.gate_given(new.county_id, new.dispute_id) a
          where a.question = new.question order by a.ordinal desc limit 1) = 'yes' then
      raise exception 'no reason' using errcode = '23514', constraint = 'gate_answers_yes_kept';
    end if;
    return new;
  end if;
  if new.answer = 'unclear' and not exists (select from gate_steps s where s.county_id = new.county_id and s.dispute_id = new.dispute_id and s.question = new.question
      and (s.result is null or s.opened_at >= new.given_at))
    or new.answer = 'yes' and new.question = 'familyViolence' and (select count(distinct s.kind) from gate_steps s
      where s.county_id = new.county_id and s.dispute_id = new.dispute_id and s.kind <> 'clarify') < 4 then
    raise exception 'no step' using errcode = '23514', constraint = 'gate_answers_have_step';
  end if;
  return null;
end $$;

-- A step is opened undone by an officer, a head or whoever asked; on family violence an officer takes over before anything else
-- is recorded; what is recorded stays.
create function app.check_gate_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_owner people;
begin
  if tg_op = 'DELETE' then
    raise exception 'kept' using errcode = '23514', constraint = 'gate_steps_stay';
  end if;
  if tg_op = 'INSERT' and new.result is not null or tg_op = 'UPDATE' and (old.result is not null
    or (new.dispute_id, new.kind, new.question, new.opened_by, new.opened_at) is distinct from (old.dispute_id, old.kind, old.question, old.opened_by, old.opened_at)) then
    raise exception 'kept' using errcode = '23514', constraint = 'gate_steps_stay';
  end if;
  select p.* into v_owner from people p where p.county_id = new.county_id and p.id = new.owner_id;
  if new.kind <> 'clarify' and new.result is null and not coalesce(v_owner.role in ('officer', 'stationHead')
      and v_owner.station_id = (select d.station_id from disputes d where d.county_id = new.county_id and d.id = new.dispute_id), false) then
    raise exception 'officer needed' using errcode = '23514', constraint = 'gate_steps_owned_by_police';
  end if;
  if tg_op = 'UPDATE' and new.kind not in ('clarify', 'takeOver') and new.result is not null and exists (select from gate_steps s
      where s.county_id = new.county_id and s.dispute_id = new.dispute_id and s.kind = 'takeOver' and s.result is null) then
    raise exception 'take over first' using errcode = '23514', constraint = 'gate_steps_taken_over_first';
  end if;
  return new;
end $$;

-- Only a leader of the very station is on its roster.
create function app.check_duty_leader() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from people p where p.county_id = new.county_id and p.id = new.person_id
      and p.station_id in (new.station_id, app.heir_of(new.county_id, new.station_id))
      and p.role in ('officer', 'stationHead') and p.disabled_at is null) then
    raise exception 'of another station' using errcode = '23514', constraint = 'duty_leaders_of_own_station';
  end if;
  return new;
end $$;

-- Who leads a station at a moment by its roster; nobody where the roster has nobody in office.
create function app.duty_leader(p_county uuid, p_station uuid, p_at timestamptz) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select l.person_id from duty_leaders l join people p on p.county_id = l.county_id and p.id = l.person_id and p.disabled_at is null
  where l.county_id = p_county and l.station_id = p_station and l.during @> p_at limit 1
$$;
