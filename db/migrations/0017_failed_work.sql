ALTER TYPE "public"."notification_kind" ADD VALUE 'workFailed';--> statement-breakpoint
-- What the house gave up doing by itself, for the administrators of a county and the house alone: jobs of that county and
-- those of none (the queue's tables come after ours, hence no plain SQL). The error is shown only where it is a code; a sentence could repeat words of people.
create function app.failed_work() returns table (id bigint, task text, queued_at timestamptz, failed_at timestamptz, attempts integer, error text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select j.id, t.identifier, j.created_at, j.updated_at, j.attempts::int,
    case when j.last_error ~ '^[A-Za-z0-9_./-]{1,80}$' then j.last_error else '' end
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= j.max_attempts and j.locked_at is null
    and coalesce(j.payload->>'countyId', app.county()::text) = app.county()::text
    and (app.is_system() or coalesce(current_setting('app.role', true), '') = 'admin');
end $$;
--> statement-breakpoint
-- Puts one of them on the list again; gives its task, or nothing where there was nothing to put.
create function app.retry_work(p_job bigint) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_task text;
begin
  perform from graphile_worker._private_jobs j where j.id = p_job for update;
  select w.task into v_task from app.failed_work() w where w.id = p_job;
  if v_task is not null then perform graphile_worker.reschedule_jobs(array[p_job], run_at => now(), attempts => 0); end if;
  return v_task;
end $$;
--> statement-breakpoint
grant execute on function app.failed_work(), app.retry_work(bigint) to zhongtiao_app;
