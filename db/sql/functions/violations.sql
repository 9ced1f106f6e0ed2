-- The latest finding of a police proceeding; nothing where the officer has found nothing yet.
create function app.latest_finding(p_county uuid, p_proceeding uuid) returns setof violation_findings
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from violation_findings where county_id = p_county and proceeding_id = p_proceeding order by found_at desc, id desc limit 1
$$;

-- Whether it is a minor violation of the listed kinds, in one of the circumstances (程序规定 178). "Not clear" is not yes.
create function app.is_minor_violation(p_county uuid, p_proceeding uuid) returns boolean language sql stable as $$
  select exists (select from app.latest_finding(p_county, p_proceeding) f
    where f.is_violation = 'yes' and f.is_minor = 'yes' and cardinality(f.kinds) > 0 and f.circumstance is not null)
$$;

-- Whether it may be settled by police mediation: such a violation, and every bar answered with no (程序规定 179).
create function app.may_mediate_violation(p_county uuid, p_proceeding uuid) returns boolean language sql stable as $$
  select app.is_minor_violation(p_county, p_proceeding) and exists (select from app.latest_finding(p_county, p_proceeding) f
    where 'no' = all (array[f.hired, f.gang, f.repeated, f.new_violation, f.fled, f.other_unfit]))
$$;

-- Whether it is settled that a minor's guardian attends: one of theirs was told, or nobody had to be, because the minor of 16
-- or more lives on their own wages, as the record of the party says (程序规定 181; 民法典 18).
create function app.summons_holds(p_county uuid, g guardian_summonses) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'party', g.party_id);
  select exists (select from parties p left join party_links l on l.county_id = p.county_id and l.id = g.link_id
    where p.county_id = p_county and g.county_id = p_county and p.id = g.party_id and app.is_party(p) and p.is_minor
      and case when g.link_id is null then p.own_wages_reason <> '' else l.kind = 'guardian' and l.ended_at is null and l.party_id = p.id and not app.is_opposed(p_county, l.id) end)
$$;

-- How many minors have neither a guardian who was told to attend, by then where an instant is given, nor a reason that still holds
-- why nobody had to be.
create function app.untold_guardians(p_county uuid, p_proceeding uuid, p_dispute uuid, p_by timestamptz default null) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from parties p where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p) and app.is_minor_on(p.is_minor, p.born_on, app.day_of(app.now()))
    and not exists (select from guardian_summonses g where g.county_id = p.county_id and g.proceeding_id = p_proceeding and g.party_id = p.id
      and (p_by is null or g.link_id is null or g.told_at <= p_by) and app.summons_holds(p_county, g))
$$;

-- A finding is about a police proceeding that runs.
create function app.check_finding() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id
      and p.track = 'publicSecurity' and p.ended_at is null) then
    raise exception 'no police case' using errcode = '23514', constraint = 'violation_findings_of_police_case';
  end if;
  return new;
end $$;

-- A violation names somebody who did it to somebody else. Checked at commit, since the people follow the finding.
create function app.check_violation_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.is_violation = 'yes' and not exists (select from violation_people s
      join violation_people i on i.county_id = s.county_id and i.finding_id = s.finding_id and i.part = 'injured' and i.party_id <> s.party_id
      where s.county_id = new.county_id and s.finding_id = new.id and s.part = 'suspect') then
    raise exception 'suspect and injured' using errcode = '23514', constraint = 'violation_findings_name_both';
  end if;
  return null;
end $$;

-- People belong to a finding of the same transaction: nobody is added to one that stands.
create function app.check_violation_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from violation_findings f where f.county_id = new.county_id and f.id = new.finding_id
      and f.xmin = pg_current_xact_id()::xid) then
    raise exception 'found already' using errcode = '23514', constraint = 'violation_people_append_only';
  end if;
  return new;
end $$;

-- Told of a minor of a police case that runs: a guardian of theirs; or nobody, where they act themselves on their own wages.
create function app.check_summons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from parties p join proceedings r on r.county_id = p.county_id and r.id = new.proceeding_id
      where p.county_id = new.county_id and p.id = new.party_id and p.is_minor and app.is_party(p) and r.track = 'publicSecurity' and r.ended_at is null)
    or new.link_id is not null and not app.summons_holds(new.county_id, new) then
    raise exception 'a minor and their guardian' using errcode = '23514', constraint = 'guardian_summonses_of_minor';
  end if;
  if not app.summons_holds(new.county_id, new) then
    raise exception 'own wages' using errcode = '23514', constraint = 'guardian_summonses_own_wages';
  end if;
  return new;
end $$;

-- An account of the case is of a police proceeding that runs.
create function app.check_case_account() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id
      and p.track = 'publicSecurity' and p.ended_at is null) then
    raise exception 'no police case' using errcode = '23514', constraint = 'case_accounts_of_police_case';
  end if;
  return new;
end $$;

-- A police agreement: after a finding that allows mediation, with everybody's consent, with every minor's guardian told
-- before it is signed or settled and the account of the case that its paper needs, and in writing, or fully recorded where it was settled
-- on the spot (程序规定 178–181、184).
create function app.check_police_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_settled timestamptz; v_signed date;
begin
  if new.status = 'withdrawn' or not exists (select from proceedings p
      where p.county_id = new.county_id and p.id = new.proceeding_id and p.track = 'publicSecurity') then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.status = old.status and new.proceeding_id = old.proceeding_id and new.form = old.form then return new; end if;
  if not app.may_mediate_violation(new.county_id, new.proceeding_id) then
    raise exception 'minor violation' using errcode = '23514', constraint = 'agreements_police_minor_violation';
  end if;
  if exists (select from app.missing_consents(new.county_id, new.proceeding_id, new.dispute_id, '{null}', '{null}')) then
    raise exception 'consent' using errcode = '23514', constraint = 'agreements_police_consent';
  end if;
  if new.status = 'draft' then return new; end if;
  v_settled := (select s.settled_at from on_spot_forms s where s.county_id = new.county_id and s.agreement_id = new.id);
  v_signed := (select min(app.day_of(s.signed_at)) from signatures s where s.county_id = new.county_id and s.agreement_id = new.id and s.signer_kind = 'party');
  -- Of what was signed the day may be all that is known.
  if (tg_op = 'INSERT' or new.status is distinct from old.status and new.status in ('signing', 'effective'))
      and app.untold_guardians(new.county_id, new.proceeding_id, new.dispute_id, coalesce(v_settled, (v_signed + 1)::timestamp at time zone 'Asia/Shanghai')) > 0 then
    raise exception 'guardians' using errcode = '23514', constraint = 'agreements_police_guardians';
  end if;
  if new.status = 'signing' and not exists (select from on_spot_forms s where s.county_id = new.county_id and s.agreement_id = new.id)
    and not exists (select from case_accounts c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id) then
    raise exception 'account' using errcode = '23514', constraint = 'agreements_police_account';
  end if;
  if new.form <> 'written' and not exists (select from on_spot_forms s
      where s.county_id = new.county_id and s.agreement_id = new.id and btrim(s.recording) <> '') then
    raise exception 'written' using errcode = '23514', constraint = 'agreements_police_written';
  end if;
  if new.status = 'effective' and v_settled <> new.effective_at then
    raise exception 'day' using errcode = '23514', constraint = 'agreements_effect_when_it_happened';
  end if;
  return new;
end $$;

-- The form of an on-the-spot settlement belongs to a draft of a police case; it lies in the past, and the second officer is
-- another one of the station.
create function app.check_on_spot_form() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from agreements a join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id
      where a.county_id = new.county_id and a.id = new.agreement_id and a.status = 'draft' and p.track = 'publicSecurity' and p.ended_at is null
        and new.settled_at <= app.now()
        and (new.second_officer_id is null or exists (select from people o where o.county_id = p.county_id and o.id = new.second_officer_id
          and o.id <> p.lead_person_id and o.role in ('officer', 'stationHead') and o.station_id = p.station_id))) then
    raise exception 'on the spot' using errcode = '23514', constraint = 'on_spot_forms_of_police_draft';
  end if;
  return new;
end $$;

-- An application begins undecided, about a minor violation whose police proceeding runs; where the parties settled by
-- people's mediation of this dispute, its agreement is in force and performed. It is decided once, by a head of the station.
create function app.check_settlement_application() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_proceeding proceedings;
begin
  if tg_op = 'DELETE' then
    raise exception 'applied' using errcode = '23514', constraint = 'settlement_applications_decided_once';
  end if;
  select * into v_proceeding from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if tg_op = 'UPDATE' then
    if old.decided_at is not null or (to_jsonb(new) - array['is_approved', 'decision_reason', 'decided_by', 'decided_at'])
        is distinct from (to_jsonb(old) - array['is_approved', 'decision_reason', 'decided_by', 'decided_at']) then
      raise exception 'decided' using errcode = '23514', constraint = 'settlement_applications_decided_once';
    end if;
    if new.decided_at is not null and (app.person() is not null and app.person() <> new.decided_by or not exists (select from people h
        where h.county_id = new.county_id and h.id = new.decided_by and h.role = 'stationHead' and h.station_id = v_proceeding.station_id)) then
      raise exception 'the head decides' using errcode = '23514', constraint = 'settlement_applications_head_decides';
    end if;
  elsif new.decided_at is not null or new.is_approved is not null then
    raise exception 'decided at once' using errcode = '23514', constraint = 'settlement_applications_decided_once';
  end if;
  if v_proceeding.track <> 'publicSecurity' or v_proceeding.ended_at is not null
    or (tg_op = 'INSERT' or new.is_approved) and not app.is_minor_violation(new.county_id, new.proceeding_id) then
    raise exception 'minor violation' using errcode = '23514', constraint = 'settlement_applications_minor_violation';
  end if;
  if new.peoples_proceeding_id is not null and (tg_op = 'INSERT' or new.is_approved) and not exists (
      select from agreements a join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id
      where a.county_id = new.county_id and a.proceeding_id = new.peoples_proceeding_id and p.track = 'peoples' and a.status = 'effective'
        and not exists (select from obligations o where o.county_id = a.county_id and o.agreement_id = a.id and o.performed_at is null)) then
    raise exception 'not performed' using errcode = '23514', constraint = 'settlement_applications_performed';
  end if;
  return new;
end $$;

-- Everybody whom the finding names has applied, or whoever stands in the place of one who is no party any more. Checked at
-- commit, since the applicants follow the application.
create function app.check_both_applied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from app.latest_finding(new.county_id, new.proceeding_id) f
      join violation_people v on v.county_id = f.county_id and v.finding_id = f.id
      where not exists (select from settlement_applicants a
        where a.county_id = v.county_id and a.application_id = new.id and app.stands_for(a.county_id, a.party_id, v.party_id))) then
    raise exception 'both sides' using errcode = '23514', constraint = 'settlement_applications_of_both';
  end if;
  return null;
end $$;

-- Applicants are written with their application, and bind themselves by it like whoever signs: app.may_speak decides.
create function app.check_settlement_applicant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_proceeding uuid; v_on date;
begin
  select proceeding_id, applied_on into v_proceeding, v_on from settlement_applications s
    where s.county_id = new.county_id and s.id = new.application_id and s.xmin = pg_current_xact_id()::xid;
  if v_proceeding is null then
    raise exception 'applied already' using errcode = '23514', constraint = 'settlement_applicants_append_only';
  end if;
  if new.link_id is not null and app.is_suspect(new.county_id, new.party_id)
    and not app.is_speaker(new.county_id, new.party_id, new.link_id, 'bind', 'publicSecurity', new.means::text, v_on) then
    raise exception 'in person' using errcode = '23514', constraint = 'settlement_applicants_suspect_in_person';
  end if;
  if not app.is_speaker(new.county_id, new.party_id, new.link_id, 'bind', 'publicSecurity', new.means::text, v_on) then
    raise exception 'who binds themselves' using errcode = '23514', constraint = 'settlement_applicants_may_apply';
  end if;
  return new;
end $$;

-- How a police proceeding may end: performed, settled with the head's approval, no violation at all, or on to a penalty; then
-- the failure has its reason and its day, also where whoever owes is gone, and the parties were told that they may sue (程序规定 178、185、186).
create function app.check_police_ending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id and p.track = 'publicSecurity') then
    if new.outcome in ('publicSecurityPerformed', 'publicSecurityToPenalty', 'publicSecuritySettled', 'notViolation') then
      raise exception 'police only' using errcode = '23514', constraint = 'endings_outcome_of_track';
    end if;
    return new;
  end if;
  if new.outcome not in ('publicSecurityPerformed', 'publicSecurityToPenalty', 'publicSecuritySettled', 'notViolation', 'transferred', 'obligorDead') then
    raise exception 'not of the police' using errcode = '23514', constraint = 'endings_outcome_of_track';
  end if;
  if new.outcome = 'publicSecurityToPenalty' and (new.failure is null or new.failed_on > (app.now() at time zone 'Asia/Shanghai')::date) then
    raise exception 'why and when' using errcode = '23514', constraint = 'endings_penalty_has_failure';
  end if;
  if new.outcome = 'publicSecurityToPenalty' and not 'court' = any (new.routes_told)
    or new.outcome = 'notViolation' and not new.routes_told && array['court', 'peoplesMediation']::other_route[] then
    raise exception 'told to sue' using errcode = '23514', constraint = 'endings_police_routes_told';
  end if;
  if new.failure is not null and (new.failure = 'notPerformed') <> exists (select from agreements a
      where a.county_id = new.county_id and a.proceeding_id = new.proceeding_id and a.status = 'effective') then
    raise exception 'in force or not' using errcode = '23514', constraint = 'endings_failure_fits_agreement';
  end if;
  -- What failed was tried, and what bars mediation was found.
  if new.failure = 'notAgreed' and app.sessions_before(new.county_id, new.proceeding_id, true) is null and not exists (select from sessions s
        where s.county_id = new.county_id and s.proceeding_id = new.proceeding_id and s.status = 'ended')
    or new.failure in ('notMinor', 'hired', 'gang', 'repeated', 'newViolation', 'fled', 'otherUnfit') and not exists (
      select from app.latest_finding(new.county_id, new.proceeding_id) f where case new.failure when 'notMinor' then f.is_minor = 'no'
        when 'hired' then f.hired = 'yes' when 'gang' then f.gang = 'yes' when 'repeated' then f.repeated = 'yes'
        when 'newViolation' then f.new_violation = 'yes' when 'fled' then f.fled = 'yes' else f.other_unfit = 'yes' end) then
    raise exception 'on record first' using errcode = '23514', constraint = 'endings_failure_grounded';
  end if;
  if new.outcome = 'notViolation' and not exists (select from app.latest_finding(new.county_id, new.proceeding_id) f where f.is_violation = 'no') then
    raise exception 'find it first' using errcode = '23514', constraint = 'endings_no_violation_found';
  end if;
  if new.outcome = 'publicSecuritySettled' and not exists (select from settlement_applications s
      where s.county_id = new.county_id and s.proceeding_id = new.proceeding_id and s.is_approved) then
    raise exception 'the head approves' using errcode = '23514', constraint = 'endings_settlement_approved';
  end if;
  return new;
end $$;

-- A police proceeding ends with its ending written, never without; a waiting application is decided first.
create function app.check_police_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.track <> 'publicSecurity' or new.ended_at is null or tg_op = 'UPDATE' and old.ended_at is not null then return new; end if;
  if not exists (select from endings e where e.county_id = new.county_id and e.proceeding_id = new.id and e.outcome = new.outcome) then
    raise exception 'say how' using errcode = '23514', constraint = 'proceedings_police_ending_told';
  end if;
  if new.outcome = 'publicSecurityPerformed' and not exists (select from agreements a
      where a.county_id = new.county_id and a.proceeding_id = new.id and a.status = 'effective') then
    raise exception 'performed' using errcode = '23514', constraint = 'proceedings_close_after_performance';
  end if;
  if exists (select from settlement_applications s where s.county_id = new.county_id and s.proceeding_id = new.id and s.is_approved is null) then
    raise exception 'decide first' using errcode = '23514', constraint = 'proceedings_settlement_decided';
  end if;
  return new;
end $$;

-- What an approved settlement releases: the head who decides works in none of these rows, so it is done with the owner's
-- rights and for a proceeding whose application was approved alone.
create function app.release_settled(p_county uuid, p_proceeding uuid, p_reason text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  if not exists (select from settlement_applications s join proceedings p on p.county_id = s.county_id and p.id = s.proceeding_id
      where s.county_id = p_county and s.proceeding_id = p_proceeding and s.is_approved and s.decided_by = app.person() and p.ended_at is null) then
    raise exception 'the head approves' using errcode = '23514', constraint = 'endings_settlement_approved';
  end if;
  delete from slots s using sessions x where s.county_id = p_county and x.county_id = p_county and x.id = s.session_id
    and x.proceeding_id = p_proceeding and x.status = 'booked';
  update sessions set status = 'cancelled', cancel_reason = p_reason, at_risk_since = null, version = version + 1
    where county_id = p_county and proceeding_id = p_proceeding and status = 'booked';
  update invitations set status = 'withdrawn' where county_id = p_county and proceeding_id = p_proceeding and status in ('sent', 'seen');
  update agreements set status = 'withdrawn', withdrawn_at = app.now(), withdrawn_reason = p_reason
    where county_id = p_county and proceeding_id = p_proceeding and status in ('draft', 'signing');
  update lead_requests set outcome = 'overtaken', decided_by = app.person(), decided_at = app.now()
    where county_id = p_county and proceeding_id = p_proceeding and outcome is null;
  update transfers set withdrawn_by = app.person(), withdrawn_at = app.now()
    where county_id = p_county and proceeding_id = p_proceeding and answered_at is null and withdrawn_at is null;
end $$;
