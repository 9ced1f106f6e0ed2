-- Rights follow an invitation at commit: the one who declines still has to settle the proceeding in
-- the same transaction.
drop trigger invitations_access on invitations;
--> statement-breakpoint
create constraint trigger invitations_access after insert or update on invitations
  deferrable initially deferred for each row execute function app.grant_invitee();
--> statement-breakpoint
-- A job may wait for its moment.
drop function app.add_job(text, json, text);
--> statement-breakpoint
create function app.add_job(p_task text, p_payload json, p_key text, p_run_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(p_task, p_payload, job_key => p_key, max_attempts => 12, run_at => p_run_at);
end $$;
--> statement-breakpoint
-- When and where the person is expected; names no dispute, so that an invitee may know it before accepting
-- and keeps it after the proceeding has ended.
create function app.own_sessions() returns table (proceeding_id uuid, session_id uuid, starts_at timestamptz, ends_at timestamptz,
    status session_status, attendance attendance, room text, point text, address text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.proceeding_id, s.id, s.starts_at, s.ends_at, s.status, sp.attendance, r.name, p.name, p.address
  from session_people sp
  join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  join rooms r on r.county_id = s.county_id and r.id = s.room_id
  join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where sp.county_id = app.county() and sp.person_id = app.person()
$$;
--> statement-breakpoint
-- How helpers answered, as counts alone, whoever asked them: asked and accepted since a day, median hours to
-- an answer, and open matters they sit in now.
create function app.helper_results(p_people uuid[], p_since timestamptz) returns table (person_id uuid, asked integer, accepted integer,
    median_hours double precision, load integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id,
    count(*) filter (where i.sent_at >= p_since)::int,
    count(*) filter (where i.sent_at >= p_since and i.status = 'accepted')::int,
    percentile_cont(0.5) within group (order by extract(epoch from i.answered_at - i.sent_at) / 3600)
      filter (where i.sent_at >= p_since and i.answered_at is not null),
    count(*) filter (where i.status = 'accepted' and p.ended_at is null)::int
  from invitations i
  join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
  where i.county_id = app.county() and i.person_id = any (p_people) and i.status <> 'withdrawn'
  group by i.person_id
$$;
--> statement-breakpoint
grant execute on function app.add_job(text, json, text, timestamptz), app.own_sessions(), app.helper_results(uuid[], timestamptz) to zhongtiao_app;
