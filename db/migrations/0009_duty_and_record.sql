-- Is the acting person on legal duty at this minute? What waits is seen by everyone on duty, so that a colleague may answer it.
create function app.on_duty() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from duty_shifts where county_id = app.county() and person_id = app.person() and during @> now()) $$;
drop policy asked on consultations;
create policy asked on consultations to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or asked_by = (select app.person())
    or duty_id = (select app.person()) or answered_by = (select app.person()) or status = 'waiting' and (select app.on_duty())
    or dispute_id is not null and dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or asked_by = (select app.person())
    or duty_id = (select app.person()) or answered_by = (select app.person())));
--> statement-breakpoint
-- An answer once given stays as it was given, and a question as it was asked; both may still be linked to a dispute.
create function app.check_consultation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.question, new.asked_by, new.asked_at, new.station_id) is distinct from (old.question, old.asked_by, old.asked_at, old.station_id)
     or old.status <> 'waiting' and (new.status, new.answer, new.answered_by, new.answered_at)
       is distinct from (old.status, old.answer, old.answered_by, old.answered_at)
     or old.dispute_id is not null and new.dispute_id is distinct from old.dispute_id then
    raise exception 'said' using errcode = '23514', constraint = 'consultations_stay_as_said';
  end if;
  return new;
end $$;
create trigger consultations_stay_as_said before update on consultations for each row execute function app.check_consultation();
--> statement-breakpoint
-- What a helper gave: his sessions held or to come, also of matters that have ended. Says what kind of matter and where,
-- never whose. `seal` is the hash of the event by which the session was recorded.
create function app.own_record() returns table (session_id uuid, starts_at timestamptz, ends_at timestamptz, status session_status,
    attendance attendance, result session_result, type dispute_type, room text, point text, committee text, seal text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.starts_at, s.ends_at, s.status, sp.attendance, s.result, d.type, r.name, p.name, c.name,
    coalesce((select e.hash from events e where e.county_id = s.county_id and e.dispute_id = s.dispute_id and e.action = 'session.record'
      and e.payload::jsonb ->> 'sessionId' = s.id::text order by e.seq desc limit 1), '')
  from session_people sp
  join sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
  join rooms r on r.county_id = s.county_id and r.id = s.room_id
  join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  join committees c on c.county_id = d.county_id and c.id = d.committee_id
  where sp.county_id = app.county() and sp.person_id = app.person()
$$;
--> statement-breakpoint
-- That something was said in confidence is itself in confidence: such an event is read by its actor and the lead alone.
create policy private_ones on events as restrictive for select to zhongtiao_app
  using ((select app.is_system()) or payload not like '%"isPrivate":true%' or actor_id = (select app.person())
    or dispute_id = any (array(select app.led_disputes())));
--> statement-breakpoint
grant execute on function app.on_duty(), app.own_record() to zhongtiao_app;
