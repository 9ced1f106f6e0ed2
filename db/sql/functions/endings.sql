-- A proceeding ends as settled only when every obligation is performed, nothing of that is contested and, for people's mediation, a visit was made.
-- What it is and when it was accepted never changes, nor, once it has ended, how it ended and who led it.
create function app.check_proceeding_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.ended_at is null and new.outcome in ('agreedWritten', 'agreedOral', 'partial', 'publicSecurityPerformed') then
    if exists (select from app.open_obligations(new.county_id, new.id))
       or not exists (select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.id and a.status = 'effective') then
      raise exception 'open obligation' using errcode = '23514', constraint = 'proceedings_close_after_performance';
    end if;
    if app.contests_left(new.county_id, new.id) > 0 then
      raise exception 'contested' using errcode = '23514', constraint = 'proceedings_close_uncontested';
    end if;
    if new.track = 'peoples' and not exists (
        select from follow_up_visits v where v.county_id = new.county_id and v.proceeding_id = new.id) then
      raise exception 'visit first' using errcode = '23514', constraint = 'proceedings_close_after_visit';
    end if;
  end if;
  if old.dossier_number is not null and new.dossier_number is distinct from old.dossier_number and (new.dossier_number is null
     or not exists (select from number_voids v where v.county_id = old.county_id and v.number = old.dossier_number and v.subject_id = old.id)) then
    raise exception 'kept' using errcode = '23514', constraint = 'proceedings_dossier_number_kept';
  end if;
  if (new.dispute_id, new.track, new.ordinal, new.accepted_at) is distinct from (old.dispute_id, old.track, old.ordinal, old.accepted_at) then
    raise exception 'fixed' using errcode = '23514', constraint = 'proceedings_identity_fixed';
  end if;
  -- Undoing a merge takes up again what ended with it and nothing else.
  if old.ended_at is not null and (new.ended_at, new.outcome, new.lead_person_id, new.lead_unit)
     is distinct from (old.ended_at, old.outcome, old.lead_person_id, old.lead_unit)
     and not (old.outcome = 'merged' and new.outcome is null and (new.lead_person_id, new.lead_unit) = (old.lead_person_id, old.lead_unit)
       and not exists (select from disputes d where d.county_id = new.county_id and d.id = new.dispute_id and d.merged_at is not null)) then
    raise exception 'ended' using errcode = '23514', constraint = 'proceedings_stay_ended';
  end if;
  return new;
end $$;

-- Whichever way a proceeding ends, nothing of it goes on: no session is booked or held, no cancelled one keeps an hour, no
-- invitation, no offer to hand it over, no task and nothing a head asked waits for an answer, no agreement is still being written or signed. Asked at commit.
create function app.check_released() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from proceedings p where p.county_id = new.county_id and p.id = new.id and p.ended_at is not null)
    and (exists (select from sessions s where s.county_id = new.county_id and s.proceeding_id = new.id and s.status = 'booked')
      or exists (select from sessions s join slots t on t.county_id = s.county_id and t.session_id = s.id
        where s.county_id = new.county_id and s.proceeding_id = new.id and s.status = 'cancelled')
      or exists (select from invitations i where i.county_id = new.county_id and i.proceeding_id = new.id and i.status in ('sent', 'seen'))
      or exists (select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.id and a.status in ('draft', 'signing'))
      or exists (select from transfers t where t.county_id = new.county_id and t.proceeding_id = new.id and t.answered_at is null and t.withdrawn_at is null)
      or exists (select from lead_requests q where q.county_id = new.county_id and q.proceeding_id = new.id and q.outcome is null)
      or exists (select from instructions i where i.county_id = new.county_id and i.proceeding_id = new.id and i.answered_at is null and i.withdrawn_at is null)
      or exists (select from assignments a where a.county_id = new.county_id and a.proceeding_id = new.id and a.status in ('open', 'done', 'cannot'))) then
    raise exception 'not released' using errcode = '23514', constraint = 'proceedings_end_releases';
  end if;
  return null;
end $$;

-- No end comes without its row of `endings`, or of the merge it came by, which says how and which other routes were told (人民调解法 26). Checked at
-- commit, like the row that follows.
create function app.check_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p proceedings;
begin
  select * into p from proceedings where county_id = new.county_id and id = new.id;
  if p.outcome = 'merged' then
    if not exists (select from dispute_merges m where m.county_id = p.county_id and m.proceeding_id = p.id and m.undone_at is null) then
      raise exception 'its merge first' using errcode = '23514', constraint = 'proceedings_end_with_ending';
    end if;
  elsif new.outcome <> 'merged' and not exists (select from endings e where e.county_id = new.county_id and e.proceeding_id = new.id and e.outcome = new.outcome) then
    raise exception 'ending first' using errcode = '23514', constraint = 'proceedings_end_with_ending';
  end if;
  return null;
end $$;

-- What is told about an ending belongs to a proceeding that ended so. Checked at commit, since the proceeding ends after it.
create function app.check_ending_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from proceedings r where r.county_id = new.county_id and r.id = new.proceeding_id and r.outcome = new.outcome) then
    raise exception 'not ended' using errcode = '23514', constraint = 'endings_of_ended';
  end if;
  return null;
end $$;

-- Each way of ending has its ground: nobody is at a deadlock who never met, no term has run out before its day, nothing is left
-- unsigned that was never given to be signed, nobody refused who did not say so, and nobody was helped before something was
-- done. While people sit at the table, nothing ends at all: what is said there belongs to a record.
create function app.check_ending_ground() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track;
begin
  select p.track into v_track from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id;
  if app.session_under_way(new.county_id, new.proceeding_id) then
    raise exception 'running' using errcode = '23514', constraint = 'endings_after_session';
  end if;
  -- What settles a matter is of its own track: nobody calms or assists people's mediation to an end, and help agrees to nothing.
  if v_track = 'peoples' and new.outcome in ('calmed', 'assisted')
      or v_track = 'onScene' and new.outcome not in ('calmed', 'settledWithdrawn', 'unreachable', 'transferred')
      or v_track = 'coordination' and new.outcome not in ('assisted', 'settledWithdrawn', 'unreachable', 'transferred')
      or v_track = 'transfer' and new.outcome not in ('transferred', 'settledWithdrawn') then
    raise exception 'another track' using errcode = '23514', constraint = 'endings_outcome_of_track';
  end if;
  -- Where the gate closed the track since, it goes to whoever deals with it, whom the reason names.
  if new.outcome = 'transferred' and v_track <> 'transfer' and not exists (
      select from transfers t where t.county_id = new.county_id and t.proceeding_id = new.proceeding_id and t.is_accepted)
      and (app.gate_shut(new.county_id, new.dispute_id, v_track) is null or not app.says_something(new.reason)) then
    raise exception 'nobody took it' using errcode = '23514', constraint = 'endings_transferred_to_somebody';
  end if;
  if new.refused_by_party_id is not null and 'refused' is distinct from (
      select c.answer::text from consents c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
        and c.party_id = new.refused_by_party_id and c.subject = 'mediation' order by c.recorded_at desc, c.id desc limit 1) then
    raise exception 'who said so' using errcode = '23514', constraint = 'endings_refused_by_consent';
  end if;
  if v_track = 'coordination' and new.outcome = 'assisted' and not exists (
      select from follow_up_visits v where v.county_id = new.county_id and v.proceeding_id = new.proceeding_id
      union all select from assignments a where a.county_id = new.county_id and a.proceeding_id = new.proceeding_id and a.status = 'confirmed') then
    raise exception 'nothing done' using errcode = '23514', constraint = 'endings_assisted_after_help';
  end if;
  if new.outcome in ('agreedWritten', 'agreedOral') and not exists (
      select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.proceeding_id and a.status = 'effective'
        and a.form = case new.outcome when 'agreedOral' then 'oral' else 'written' end::agreement_form) then
    raise exception 'another form' using errcode = '23514', constraint = 'endings_agreed_in_its_form';
  end if;
  if new.outcome = 'deadlock' and not exists (
      select from sessions s where s.county_id = new.county_id and s.proceeding_id = new.proceeding_id and s.status = 'ended') then
    raise exception 'no session' using errcode = '23514', constraint = 'endings_deadlock_after_session';
  end if;
  if new.outcome = 'expired' and not exists (
      select from clocks c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
        and c.due_on < coalesce(new.happened_on, app.day_of(new.ended_at))) then
    raise exception 'not over' using errcode = '23514', constraint = 'endings_expired_after_term';
  end if;
  if new.outcome = 'unsigned' and not exists (
      select from agreement_papers w join agreements a on a.county_id = w.county_id and a.id = w.agreement_id
      where a.county_id = new.county_id and a.proceeding_id = new.proceeding_id) then
    raise exception 'no paper' using errcode = '23514', constraint = 'endings_unsigned_after_paper';
  end if;
  return new;
end $$;

-- What nobody but the teller saw is told with what it rests on: whom nobody could reach, when and how it was tried; that the
-- parties settled it themselves, whose word that is, once one of them had said anything here; how people were calmed, and whom a
-- matter went to. The database asks for the lowest numbers that any county may set (rules unreachable.attempts and .days).
create function app.check_ending_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p proceedings; v_until constant date := coalesce(new.happened_on, app.day_of(new.ended_at));
begin
  select * into p from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if new.outcome = 'unreachable' and jsonb_typeof(new.attempts) = 'array' then
    if exists (select from jsonb_to_recordset(new.attempts) as t ("partyId" uuid, "triedOn" date, means text)
        where t."triedOn" is null or t."triedOn" > v_until or t."triedOn" < app.acceptable_from(new.county_id, new.dispute_id, p.ordinal)
          or coalesce(t.means, '') not in ('phone', 'visit', 'message', 'letter')
          or not exists (select from parties q where q.county_id = new.county_id and q.dispute_id = new.dispute_id and q.id = t."partyId")) then
      raise exception 'whom and when' using errcode = '23514', constraint = 'endings_attempts_when_they_happened';
    end if;
    if not exists (select from jsonb_to_recordset(new.attempts) as t ("partyId" uuid, "triedOn" date) group by t."partyId"
        having count(*) >= (select b.lowest from app.rule_bounds() b where b.key = 'unreachable.attempts')
          and count(distinct t."triedOn") >= (select b.lowest from app.rule_bounds() b where b.key = 'unreachable.days')) then
      raise exception 'try first' using errcode = '23514', constraint = 'endings_unreachable_after_attempts';
    end if;
  end if;
  if new.outcome = 'settledWithdrawn' and new.said_by_party_id is null and (
      exists (select from consents c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id)
      or exists (select from sessions s where s.county_id = new.county_id and s.proceeding_id = new.proceeding_id and s.status = 'ended')) then
    raise exception 'who said so' using errcode = '23514', constraint = 'endings_settled_said';
  end if;
  -- To whom it went stands in the transfer that they accepted, where there is one.
  if btrim(new.reason) = '' and (new.outcome = 'calmed' or new.outcome = 'transferred' and p.track = 'transfer' and not exists (
      select from transfers t where t.county_id = new.county_id and t.proceeding_id = new.proceeding_id and t.is_accepted)) then
    raise exception 'what was done' using errcode = '23514', constraint = 'endings_done_in_words';
  end if;
  return new;
end $$;

-- At the end of the act: a matter is signed where a paper is out for signing, and performed where an agreement is in force.
create function app.check_status_paper() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.person() is not null and not exists (select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.id
      and a.status = any (case new.status when 'signing' then '{signing,effective}' else '{effective,replaced}' end::agreement_status[])) then
    raise exception 'no paper' using errcode = '23514', constraint = 'proceedings_status_has_paper';
  end if;
  return new;
end $$;

-- Nobody is called together without a session, and nothing was talked over or agreed that no session or agreement shows. At commit.
create function app.check_status_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.person() is not null and not exists (select from sessions s where s.county_id = new.county_id and s.proceeding_id = new.id
        and s.status = case new.status when 'scheduled' then 'booked' else 'ended' end::session_status)
    and (new.status <> 'agreed' or not exists (select from agreements a where a.county_id = new.county_id and a.proceeding_id = new.id)) then
    raise exception 'no session' using errcode = '23514', constraint = 'proceedings_status_has_session';
  end if;
  return null;
end $$;
