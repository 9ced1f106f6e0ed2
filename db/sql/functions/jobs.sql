-- In which row a task waits for the one before it; null for those that wait for none. Calendars lie on servers of strangers, which may
-- take as long as they like: two at once, so that the worker has hands for everything else.
create function app.job_row(p_task text, p_key text) returns text language sql immutable as $$
  select case p_task when 'readCalendar' then 'calendars:' || abs(hashtext(p_key)::bigint) % 2 end
$$;

-- Puts work of the own county into the queue, from a time on if one is given. One job per key. The product's logins put in only
-- what an act of theirs would: whoever sends SQL of their own can neither begin other work nor put off what waits.
create function app.add_job(p_task text, p_payload json, p_key text, p_run_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare v_county uuid := coalesce((p_payload ->> 'countyId')::uuid, app.county());
begin
  perform app.require_county(v_county);
  if app.is_product() and not coalesce(case when app.is_system() then app.is_system_job(p_task, p_payload, p_key)
      else app.is_own_job(v_county, p_task, p_payload, p_key, p_run_at) end, false) then
    raise exception 'no act puts this into the queue' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(p_task, p_payload, queue_name => app.job_row(p_task, p_key), job_key => p_key, max_attempts => 12,
    run_at => p_run_at);
end $$;

-- The key of a task's job: by it a second order replaces the first. Null for a task that no act orders.
create function app.job_key(p_task text, p json) returns text language sql immutable as $$
  select case p_task
    when 'announce' then format('announce:%s:%s', p ->> 'chain', p ->> 'seq')
    when 'deliver' then 'deliver:' || (p ->> 'deliveryId')
    when 'escalateSilence' then 'silence:'
    when 'expireHold' then 'hold:' || (p ->> 'sessionId')
    when 'expireInvitations' then 'expire:' || (p ->> 'invitationId')
    when 'expireAsking' then 'expire-asking:' || (p ->> 'askingId')
    when 'lookForRelapse' then format('relapse:%s:%s', p ->> 'kind', p ->> 'id')
    when 'makePaper' then 'paper:' || (p ->> 'paperId')
    when 'makeDeposit' then 'deposit:' || (p ->> 'depositId')
    when 'keepSealed' then 'sealed:' || (p ->> 'agreementId')
    when 'passClue' then 'clue:' || (p ->> 'clueId')
    when 'passInstruction' then 'instruction:' || (p ->> 'instructionId')
    when 'passConsultation' then 'consultation:' || (p ->> 'consultationId')
    when 'passConsultations' then 'consultations:' || (p ->> 'countyId')
    when 'readCalendar' then 'readCalendar:' || (p ->> 'calendarId')
    when 'remind' then format('remind:%s:%s', p ->> 'sessionId', p ->> 'which')
    when 'settleRecusal' then 'recusal:' || (p ->> 'recusalId')
    when 'substituteInvitation' then concat_ws(':', 'substitute', p ->> 'invitationId', p ->> 'leftSessionId')
    when 'tellOfLock' then 'link-locked:' || (p ->> 'linkId')
    when 'tellTiedOutsider' then 'tied-outsider:' || (p ->> 'interpreterId')
  end
$$;

-- Whether the system itself orders such work. The key of a silence is that of the invitation, and its work is about a person.
create function app.is_system_job(p_task text, p_payload json, p_key text) returns boolean language sql immutable as $$
  select length(p_payload::text) < 1000 and p_payload ->> 'countyId' is not null
    and (p_key = app.job_key(p_task, p_payload) or p_task = 'escalateSilence' and starts_with(p_key, app.job_key(p_task, p_payload)))
$$;

-- Whether an act of whoever acts orders this work, for what is there: about their own event, calendar, paper or question, a seat, a held
-- hour or an invitation of the county at the time it stands for, a delivery of a matter of theirs. Asked for twice it is the same.
-- Statements, not one expression: of one expression PostgreSQL makes every question ready for the one that is asked.
create function app.is_own_job(p_county uuid, p_task text, p json, p_key text, p_run_at timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if length(p::text) >= 1000 or p ->> 'countyId' is distinct from p_county::text or p_key is distinct from app.job_key(p_task, p) then return false; end if;
  case p_task
    when 'announce' then return p_run_at is null and exists (select from events e where e.county_id = p_county
      and e.chain = (p ->> 'chain')::uuid and e.seq = (p ->> 'seq')::bigint and e.actor_id = app.person());
    when 'deliver' then return p_run_at is null and exists (select from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
      where d.county_id = p_county and d.id = (p ->> 'deliveryId')::uuid and d.status = 'queued'
        and exists (select from app.own_rights a where a.county_id = n.county_id and a.dispute_id = n.dispute_id offset 0));
    when 'expireHold' then return exists (select from sessions s where s.county_id = p_county and s.id = (p ->> 'sessionId')::uuid
      and (s.held_until is null or s.held_until = p_run_at));
    when 'expireAsking' then return exists (select from interpreter_askings k where k.county_id = p_county
      and k.id = (p ->> 'askingId')::uuid and k.answer_by = p_run_at);
    when 'tellTiedOutsider' then return p_run_at is null and exists (select from interpreters n where n.county_id = p_county
      and n.id = (p ->> 'interpreterId')::uuid and n.ended_at is not null);
    when 'expireInvitations' then return exists (select from invitations i where i.county_id = p_county
      and i.id = (p ->> 'invitationId')::uuid and i.status in ('sent', 'seen') and i.answer_by = p_run_at);
    when 'lookForRelapse' then return p_run_at is null and case p ->> 'kind'
      when 'call' then exists (select from police_calls c where c.county_id = p_county and c.id = (p ->> 'id')::uuid and c.recorded_by = app.person())
      when 'clue' then exists (select from clues q where q.county_id = p_county and q.id = (p ->> 'id')::uuid and q.reporter_id = app.person())
      when 'dispute' then exists (select from disputes d where d.county_id = p_county and d.id = (p ->> 'id')::uuid and d.registered_by = app.person()) end;
    when 'makePaper' then return p_run_at is null and exists (select from papers w where w.county_id = p_county
      and w.id = (p ->> 'paperId')::uuid and w.state = 'asked' and w.asked_by = app.person());
    when 'makeDeposit' then return p_run_at is null and exists (select from deposits d where d.county_id = p_county
      and d.id = (p ->> 'depositId')::uuid and d.pdf_sha256 is null and d.deposited_by = app.person());
    when 'keepSealed' then return p_run_at is null and exists (select from seals s where s.county_id = p_county
      and s.agreement_id = (p ->> 'agreementId')::uuid and s.sealed_by = app.person());
    when 'passClue' then return p_run_at is not null and exists (select from clues q where q.county_id = p_county and q.id = (p ->> 'clueId')::uuid
      and q.reporter_id = app.person() and q.status = 'new' and q.point_id is not null);
    when 'passInstruction' then return exists (select from instructions i where i.county_id = p_county and i.id = (p ->> 'instructionId')::uuid
      and i.given_by = app.person() and i.answer_by = p_run_at);
    when 'passConsultation' then return exists (select from consultations c where c.county_id = p_county
      and c.id = (p ->> 'consultationId')::uuid and c.status = 'waiting' and c.asked_by = app.person());
    when 'passConsultations' then return p_run_at is null;
    when 'readCalendar' then return p_run_at is null and exists (select from imported_calendars c where c.county_id = p_county
      and c.id = (p ->> 'calendarId')::uuid and c.person_id = app.person());
    when 'settleRecusal' then return p_run_at is null and exists (select from recusals r where r.county_id = p_county and r.id = (p ->> 'recusalId')::uuid);
    when 'substituteInvitation' then return p_run_at is null and exists (select from invitations i where i.county_id = p_county
      and i.id = (p ->> 'invitationId')::uuid and (p ->> 'leftSessionId' is not null or i.status not in ('sent', 'seen', 'accepted')));
    else return false;
  end case;
end $$;

-- Whether somebody should look at work that fails: the queue gave it up, or a seal has no file after six tries, which is within ten
-- minutes; it goes on trying for a day.
create function app.is_given_up(p_task text, p_attempts smallint, p_most smallint) returns boolean language sql immutable as $$
  select p_attempts >= p_most or p_task = 'keepSealed' and p_attempts >= 6
$$;

-- Work the queue gave up, for the system and the administrators of the county whose job it was; jobs of no county are shown
-- to all of them. The error is shown only where it is a code: a sentence could repeat what people said. Written in
-- plpgsql because the queue's tables are created after ours.
create function app.failed_work() returns table (id bigint, task text, queued_at timestamptz, failed_at timestamptz, attempts integer, error text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select j.id, t.identifier, j.created_at, j.updated_at, j.attempts::int,
    case when j.last_error ~ '^[A-Za-z0-9_./-]{1,80}$' then j.last_error else '' end
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where app.is_given_up(t.identifier, j.attempts, j.max_attempts) and j.locked_at is null
    and coalesce(j.payload->>'countyId', (select app.proven_county())::text) = (select app.proven_county())::text
    and (app.is_system() or app.office() = 'admin');
end $$;

-- How many jobs of all counties the queue gave up: a number for monitoring from outside.
create function app.given_up_work() returns int language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where app.is_given_up(t.identifier, j.attempts, j.max_attempts) and j.locked_at is null);
end $$;

-- Puts one of them into the queue again; gives its task, or nothing where there was nothing to retry. Real time on
-- purpose: the queue compares run_at with the server's clock.
create function app.retry_work(p_job bigint) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_task text;
begin
  perform from graphile_worker._private_jobs j where j.id = p_job for update;
  select w.task into v_task from app.failed_work() w where w.id = p_job;
  if v_task is not null then perform graphile_worker.reschedule_jobs(array[p_job], run_at => now(), attempts => 0); end if;
  return v_task;
end $$;
