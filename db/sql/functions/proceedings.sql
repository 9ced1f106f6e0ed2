-- The counts that the lifecycle's requirements and the next step are decided by: one row, no text. A session is to be
-- recorded from the moment it has begun, not only from its planned end. In plpgsql, which plans once a session, and in three
-- statements, of which most acts need one: PostgreSQL makes all questions of a statement ready.
create function app.proceeding_facts(p_county uuid, p_proceeding uuid, p_now timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare pr public.proceedings;
begin
  perform app.require_right(p_county, 'proceeding', p_proceeding);
  select * into pr from proceedings where county_id = p_county and id = p_proceeding;
  if not found then return null; end if;
  return app.meeting_facts(pr, p_now) || app.assignment_facts(pr) || app.agreement_facts(pr) || app.police_facts(pr);
end $$;

-- Of who is told, asked, invited and met, and until when.
create function app.meeting_facts(pr public.proceedings, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
  return (select jsonb_build_object(
    'parties', (select count(*) from parties p where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and app.is_party(p)),
    'noticed', (select count(distinct n.party_id) from notices n join parties p on p.county_id = n.county_id and p.id = n.party_id and app.is_party(p)
      where n.county_id = pr.county_id and n.proceeding_id = pr.id
        and app.is_speaker(pr.county_id, n.party_id, n.spoken_by_link_id, 'hear', pr.track, null)),
    'unidentified', (select count(*) from parties p where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id
      and app.is_party(p) and p.kind = 'unidentified'),
    'isMinorUnmarked', coalesce((select g.answer <> 'no' from gate_answers g where g.county_id = pr.county_id and g.dispute_id = pr.dispute_id
        and g.question = 'hasMinor' order by g.ordinal desc limit 1), (select t.has_minor = 'yes' from triages t where t.county_id = pr.county_id
        and t.dispute_id = pr.dispute_id order by t.decided_at desc, t.id desc limit 1), false)
      and not exists (select from parties p where p.county_id = pr.county_id and p.dispute_id = pr.dispute_id and p.is_minor)
      and not exists (select from party_changes c where c.county_id = pr.county_id and c.dispute_id = pr.dispute_id and c.field = 'isMinor'),
    'unconsented', (select count(*) from app.missing_consents(pr.county_id, pr.id, pr.dispute_id, '{null}', '{null}')),
    'isActorRecused', app.is_recused(pr.county_id, pr.id, app.person()), 'leadNamer', case when app.is_recused(pr.county_id, pr.id, pr.lead_person_id)
      then case when app.is_committee_line(pr.county_id, pr.track, pr.lead_person_id) then 'committeeHead' else 'stationHead' end end,
    'invitationsWaiting', iv.waiting, 'invitationsAccepted', iv.accepted, 'answerBy', iv.answer_by,
    'sessionsBooked', se.booked, 'sessionsHeld', se.held, 'heldUntil', se.held_until, 'sessionsEnded', se.ended,
    'nextSessionAt', se.next_at, 'sessionToRecord', se.to_record, 'sessionsUnderWay', se.under_way, 'firstSessionOn', se.first_on,
    'unboundParties', app.unbound_parties(pr.county_id, pr.dispute_id), 'gateShut', g.question,
    'isGateUnclear', coalesce((select a.answer = 'unclear' from gate_answers a where a.county_id = pr.county_id and a.dispute_id = pr.dispute_id
      and a.question = g.question order by a.ordinal desc limit 1), false),
    'isTakeOverOpen', g.question is not null and exists (select from gate_steps t where t.county_id = pr.county_id and t.dispute_id = pr.dispute_id
      and t.kind = 'takeOver' and t.result is null),
    'visits', (select count(*) from follow_up_visits v where v.county_id = pr.county_id and v.proceeding_id = pr.id),
    'clocks', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'startedOn', c.started_on, 'dueOn', c.due_on,
        'pausedOn', c.paused_on, 'stoppedOn', c.stopped_on, 'pauses', app.pauses_of(c)) order by c.kind), '[]')
      from clocks c where c.county_id = pr.county_id and c.proceeding_id = pr.id and c.kind <> 'confirmation'),
    'leadRequestBy', q.answer_by, 'leadRequestDecider', case when q.answer_by is not null then app.lead_request_decider(pr.county_id, pr.id) end)
  from (
    select count(*) filter (where status in ('sent', 'seen')) as waiting, count(*) filter (where status = 'accepted') as accepted,
      min(answer_by) filter (where status in ('sent', 'seen')) as answer_by
    from invitations i where i.county_id = pr.county_id and i.proceeding_id = pr.id) iv
  cross join (
    select count(*) filter (where status = 'booked' and held_until is null) as booked, count(*) filter (where status = 'booked' and held_until is not null) as held,
      min(held_until) filter (where status = 'booked') as held_until, count(*) filter (where status = 'ended') as ended, min(starts_at) filter (where status = 'booked' and held_until is null) as next_at,
      min(app.day_of(coalesce(started_at, starts_at))) filter (where status = 'ended') as first_on,
      count(*) filter (where status = 'booked' and held_until is null and (ends_at <= p_now or started_at is not null)) as to_record,
      count(*) filter (where status = 'booked' and held_until is null and (starts_at <= p_now or started_at is not null)) as under_way
    from sessions s where s.county_id = pr.county_id and s.proceeding_id = pr.id) se
  cross join (
    select min(r.answer_by) as answer_by from lead_requests r
    where r.county_id = pr.county_id and r.proceeding_id = pr.id and r.outcome is null) q
  cross join (select app.gate_shut(pr.county_id, pr.dispute_id, pr.track) as question offset 0) g);
end $$;

-- Of what was agreed and is owed.
create function app.agreement_facts(pr public.proceedings) returns jsonb language plpgsql stable as $$
begin
  if not exists (select from agreements a where a.county_id = pr.county_id and a.proceeding_id = pr.id) then
    return '{"agreementStatus": null, "agreementForm": null, "obligations": 0, "unsaidLiability": 0, "openObligations": 0, "ledgerContests": 0, "nextDueOn": null,
      "formInForce": null, "followUpOn": null, "unsignedParties": null, "mediatorSigned": false, "isActorSealer": false, "sealed": false, "inForce": null}';
  end if;
  return (select jsonb_build_object(
    'agreementStatus', ag.status, 'agreementForm', ag.form,
    'obligations', ob.whole, 'unsaidLiability', ob.unsaid, 'openObligations', ow.unperformed, 'ledgerContests', app.contests_left(pr.county_id, pr.id), 'nextDueOn', ow.next_due_on,
    'formInForce', (select a.form from agreements a where a.county_id = pr.county_id and a.proceeding_id = pr.id and a.status = 'effective'),
    'followUpOn', (select min(b.follow_up_on) from app.open_obligations(pr.county_id, pr.id) o
      join breaches b on b.county_id = o.county_id and b.obligation_id = o.id),
    'unsignedParties', case when ag.id is not null then app.unsigned_parties(pr.county_id, ag.id, ag.dispute_id) end,
    'mediatorSigned', exists (select from signatures s where s.county_id = ag.county_id and s.agreement_id = ag.id and s.signer_kind = 'mediator'),
    'isActorSealer', exists (select from app.sealers_of(pr.county_id, pr.id) h where h.id = app.person()), 'sealed', exists (select from seals s where s.county_id = ag.county_id and s.agreement_id = ag.id),
    'inForce', (select jsonb_build_object('agreementId', a.id, 'effectiveOn', app.day_of(a.effective_at),
        'confirmation', (select jsonb_build_object('id', c.id, 'kind', c.kind, 'startedOn', c.started_on, 'dueOn', c.due_on, 'pausedOn', null, 'stoppedOn', c.stopped_on, 'pauses', '[]'::jsonb,
            'court', (select case when h.kind <> 'applied' then jsonb_build_object('step', h.kind, 'on', h.happened_on, 'note', h.reason) end
              from app.last_court_step(c) h))
          from clocks c where c.county_id = a.county_id and c.proceeding_id = a.proceeding_id and c.agreement_id = a.id))
      from agreements a where a.county_id = pr.county_id and a.proceeding_id = pr.id and a.status = 'effective' limit 1))
  from (select count(*) as unperformed, min(due_on) as next_due_on from app.open_obligations(pr.county_id, pr.id)) ow
  left join lateral (
    select a.* from agreements a where a.county_id = pr.county_id and a.proceeding_id = pr.id and a.status not in ('withdrawn', 'replaced')
    order by a.status limit 1) ag on true
  cross join lateral (
    select count(*) as whole, count(*) filter (where o.kind = 'pay' and o.liability is null and (select count(*) from obligation_parties q
        where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligor') > 1) as unsaid
    from obligations o where o.county_id = ag.county_id and o.agreement_id = ag.id) ob);
end $$;

-- Of the police's own track.
create function app.police_facts(pr public.proceedings) returns jsonb language plpgsql stable as $$
begin
  if pr.track <> 'publicSecurity' then
    return '{"isMinorViolation": false, "mayMediateViolation": false, "untoldGuardians": 0, "applicationsWaiting": 0, "sessionsBefore": 0,
      "carriedSince": null}';
  end if;
  return (select jsonb_build_object(
    'isMinorViolation', app.is_minor_violation(pr.county_id, pr.id),
    'mayMediateViolation', app.may_mediate_violation(pr.county_id, pr.id),
    'untoldGuardians', app.untold_guardians(pr.county_id, pr.id, pr.dispute_id),
    'applicationsWaiting', (select count(*) from settlement_applications s
      where s.county_id = pr.county_id and s.proceeding_id = pr.id and s.is_approved is null),
    'sessionsBefore', coalesce(cardinality(app.sessions_before(pr.county_id, pr.id, false)), 0), 'carriedSince', (app.sessions_before(pr.county_id, pr.id, true))[1]));
end $$;

-- Parties whose latest answer, given by whoever may speak for them, is not "agreed": on each of several people or forces to be
-- invited, or on mediation itself where both are null. It alone says what a consent covers: a force, or one person of it.
create function app.missing_consents(p_county uuid, p_proceeding uuid, p_dispute uuid, p_people uuid[], p_forces text[])
  returns table (person_id uuid, force_code text, party_id uuid) language sql stable as $$
  with spoken as materialized (select c.*, r.track from consents c join proceedings r on r.county_id = c.county_id and r.id = c.proceeding_id
    where c.county_id = p_county and c.proceeding_id = p_proceeding),
  -- Materialized, or PostgreSQL asks of each answer what need be asked once of each speaker.
  voices as materialized (select distinct party_id, spoken_by_link_id, track from spoken),
  speakers as materialized (select s.party_id, s.spoken_by_link_id from voices s
    where app.is_speaker(p_county, s.party_id, s.spoken_by_link_id, 'consent', s.track, null)),
  said as materialized (select c.party_id, c.subject, c.force_code, c.person_id, c.answer, c.recorded_at, c.id from spoken c
    join speakers w on w.party_id = c.party_id and w.spoken_by_link_id is not distinct from c.spoken_by_link_id)
  select w.person_id, w.force_code, p.id
  from unnest(p_people, p_forces) w (person_id, force_code), parties p
  where p.county_id = p_county and p.dispute_id = p_dispute and app.is_party(p)
    and coalesce((
      select c.answer from said c
      where c.party_id = p.id
        and (case when w.force_code is null then c.subject = 'mediation'
                  else (c.subject = 'inviteForce' and c.force_code = w.force_code)
                    or (c.subject = 'invitePerson' and c.person_id = w.person_id) end)
      order by c.recorded_at desc, c.id desc limit 1)::text, 'none') <> 'agreed'
$$;

-- The same for whoever has a right to the matter.
create function app.consent_gaps(p_county uuid, p_proceeding uuid, p_dispute uuid, p_people uuid[], p_forces text[])
  returns table (person_id uuid, force_code text, party_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'dispute', p_dispute);
  select g.person_id, g.force_code, g.party_id from app.missing_consents(p_county, p_proceeding, p_dispute, p_people, p_forces) g
$$;

-- The same of one.
create function app.consent_gap(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid, p_force text)
  returns setof uuid language sql stable as $$
  select g.party_id from app.consent_gaps(p_county, p_proceeding, p_dispute, array[p_person], array[p_force]) g
$$;

-- What app.refuse_tied refuses of rows that are written by the dozen for one proceeding, asked once for all that a statement wrote.
create function app.refuse_tied_together() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_of record;
begin
  if app.person() is null then return null; end if;
  for v_of in select distinct w.county_id, w.dispute_id, w.proceeding_id from written w loop
    if exists (select from app.acting_ties(v_of.county_id, v_of.proceeding_id, v_of.dispute_id, app.person())) then
      raise exception 'tied' using errcode = '23514', constraint = tg_argv[0];
    end if;
  end loop;
  return null;
end $$;

-- A proceeding begins at its first status: it neither comes into being ended nor with anything skipped.
create function app.check_new_proceeding() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'accepted' then
    raise exception 'from the beginning' using errcode = '23514', constraint = 'proceedings_begin_accepted';
  end if;
  return new;
end $$;

-- What an end released is not taken up again: a session is not booked anew, an invitation does not wait again, an agreement
-- is not written on, nobody is told or asked, and nothing that binds is written. Each trigger passes the name of its refusal.
create function app.check_still_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from proceedings p where p.county_id = new.county_id and p.id = app.proceeding_of(new.county_id, to_jsonb(new)) and p.ended_at is not null) then
    raise exception 'ended' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return new;
end $$;

-- Which columns of a proceeding somebody may change, by how they stand to it.
-- · Others of the station write on the dispute, which counts as a new version of its proceeding.
-- · How far it is: those who work in it, helpers who answer among them, and the heads.
-- · How it ends and until when it lasts: those who lead it, their committee and the heads.
-- · Who assists: the lead. Who leads: a head.
-- Asked of the product's logins alone, and of what they write themselves, not of what triggers write after it.
create function app.check_whose_work() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_held relation[];
begin
  if not app.is_product() or app.is_system() or pg_trigger_depth() > 1 then return new; end if;
  v_held := array(select a.relation from dispute_access a where a.county_id = old.county_id and a.dispute_id = old.dispute_id and a.proceeding_id = old.id
      and a.subject_id = any (app.subjects()) and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person())));
  if v_held = '{}' or not (v_held && '{lead,formerLead,committee,invited,joined}' or app.is_head())
    or (new.ended_at, new.outcome, new.archived_at, new.dossier_number, new.retention, new.due_on) is distinct from
       (old.ended_at, old.outcome, old.archived_at, old.dossier_number, old.retention, old.due_on)
      and not (v_held && '{lead,formerLead,committee}' or app.is_head())
    or (new.lead_person_id, new.lead_unit) is distinct from (old.lead_person_id, old.lead_unit)
      and coalesce(app.office() not in ('committeeHead', 'stationHead'), true)
    or new.assistant_id is distinct from old.assistant_id
      and not ('lead' = any (v_held) or coalesce(app.office() in ('committeeHead', 'stationHead'), false)) then
    raise exception 'not their proceeding' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- A person who has left office may not lead. The row lock makes this check and an administrator's change of the person
-- wait for each other.
create function app.check_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  if tg_op = 'UPDATE' and new.lead_person_id = old.lead_person_id then return new; end if;
  select disabled_at into v_disabled from people where county_id = new.county_id and id = new.lead_person_id for key share;
  if v_disabled is not null then
    raise exception 'left office' using errcode = '23514', constraint = 'proceedings_lead_in_office';
  end if;
  return new;
end $$;

-- How many open proceedings a person leads: a number and nothing else, for administrators who see no case.
create function app.open_proceedings_led(p_person uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(distinct dispute_id)::int from proceedings
        where county_id = (select app.proven_county()) and lead_person_id = p_person and ended_at is null and archived_at is null $$;

-- Nobody makes themselves the lead of a matter that somebody else led before. Whoever is the newest proceeding's lead
-- goes on without asking; the first lead finds nothing that was written before them; and a lead whom another person names
-- is named by another person. All others need what a head of the other duty granted, which serves once.
create function app.check_own_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_before uuid;
begin
  if new.lead_person_id is distinct from app.person() then return new; end if;
  if tg_op = 'UPDATE' then
    v_before := old.lead_person_id;
  else
    select lead_person_id into v_before from proceedings where county_id = new.county_id and dispute_id = new.dispute_id order by ordinal desc limit 1;
  end if;
  if v_before is null or v_before = new.lead_person_id then return new; end if;
  update access_requests set used_at = app.now() where county_id = new.county_id and id = (
    select id from access_requests r where r.county_id = new.county_id and r.dispute_id = new.dispute_id and r.person_id = new.lead_person_id
      and r.is_granted and r.used_at is null and r.valid_until > app.now() order by r.decided_at limit 1);
  if not found then
    raise exception 'not granted' using errcode = '23514', constraint = 'proceedings_lead_granted';
  end if;
  return new;
end $$;

-- Whether a person may decide about another's access to a dispute: its station's head or its committee's head, of another
-- duty than whoever asks.
create function app.may_grant(p_county uuid, p_dispute uuid, p_asker uuid, p_decider uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select exists (
    select from people p
      join people q on q.county_id = p.county_id and q.id = p_asker
      join disputes d on d.county_id = p.county_id and d.id = p_dispute
    where p.county_id = p_county and p.id = p_decider and p.disabled_at is null and p.id <> q.id and p.role <> q.role
      and (p.role = 'stationHead' and p.station_id = app.heir_of(d.county_id, d.station_id)
        or p.role = 'committeeHead' and p.committee_id = app.heir_of(d.county_id, d.committee_id)))
$$;

-- A request begins undecided, is decided once by whoever may grant it, and stays as it was asked and decided.
create function app.check_access_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.decided_at is not null then
      raise exception 'decided at once' using errcode = '23514', constraint = 'access_requests_stay_as_decided';
    end if;
    return new;
  end if;
  if (new.dispute_id, new.person_id, new.reason, new.asked_at) is distinct from (old.dispute_id, old.person_id, old.reason, old.asked_at)
    or old.decided_at is not null and (new.is_granted, new.decided_by, new.decided_at, new.valid_until)
      is distinct from (old.is_granted, old.decided_by, old.decided_at, old.valid_until)
    or old.used_at is not null and new.used_at is distinct from old.used_at then
    raise exception 'fixed' using errcode = '23514', constraint = 'access_requests_stay_as_decided';
  end if;
  if old.decided_at is null and new.decided_at is not null and (not app.may_grant(new.county_id, new.dispute_id, new.person_id, new.decided_by)
      or app.person() is not null and app.person() <> new.decided_by) then
    raise exception 'another duty decides' using errcode = '23514', constraint = 'access_requests_other_duty_decides';
  end if;
  return new;
end $$;

-- What a person's act does to the status is what the lifecycle lists; endings are asked for by themselves, and a merge that is
-- undone takes its matter up where it was.
create function app.check_status_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.person() is null or app.is_system() or pg_trigger_depth() > 1
    or new.status = 'closed' and new.outcome is not null or old.outcome = 'merged' and new.outcome is null
    or old.status || '>' || new.status = any (app.status_moves(new.track)) then return new;
  end if;
  raise exception 'not a move of this track' using errcode = '23514', constraint = 'proceedings_move_by_lifecycle';
end $$;

-- What is being dealt with was accepted.
create function app.check_not_accepted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from proceedings p where p.county_id = new.county_id and p.dispute_id = new.id and p.ended_at is null) then
    raise exception 'accepted' using errcode = '23514', constraint = 'disputes_not_accepted_while_none_runs';
  end if;
  return new;
end $$;
