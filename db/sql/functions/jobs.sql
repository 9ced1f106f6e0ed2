-- Puts work of the own county into the queue, from a time on if one is given. One job per key.
create function app.add_job(p_task text, p_payload json, p_key text, p_run_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(coalesce((p_payload ->> 'countyId')::uuid, app.county()));
  perform graphile_worker.add_job(p_task, p_payload, job_key => p_key, max_attempts => 12, run_at => p_run_at);
end $$;

-- Work the queue gave up, for the system and the administrators of the county whose job it was; jobs of no county are shown
-- to all of them. The error is shown only where it is a code: a sentence could repeat what people said. Written in
-- plpgsql because the queue's tables are created after ours.
create function app.failed_work() returns table (id bigint, task text, queued_at timestamptz, failed_at timestamptz, attempts integer, error text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select j.id, t.identifier, j.created_at, j.updated_at, j.attempts::int,
    case when j.last_error ~ '^[A-Za-z0-9_./-]{1,80}$' then j.last_error else '' end
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= j.max_attempts and j.locked_at is null
    and coalesce(j.payload->>'countyId', (select app.proven_county())::text) = (select app.proven_county())::text
    and (app.is_system() or app.office() = 'admin');
end $$;

-- How many jobs of all counties the queue gave up: a number for monitoring from outside.
create function app.given_up_work() returns int language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select count(*)::int from graphile_worker._private_jobs j where j.attempts >= j.max_attempts and j.locked_at is null);
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
