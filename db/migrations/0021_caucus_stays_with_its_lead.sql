-- Being lead of a dispute's newest proceeding opened the private lanes of all earlier ones: an officer who took an ended
-- people's mediation over read what the parties had told its mediator. Private words belong to who wrote them, and to
-- who leads the very proceeding they were said in; what a mediator heard never goes over to an officer, nor the reverse.
create function app.led_sessions() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select s.id from public.dispute_access a join public.proceedings p on p.county_id = a.county_id and p.id = a.via
          join public.sessions s on s.county_id = p.county_id and s.proceeding_id = p.id
        where a.county_id = app.county() and a.subject_id = any (app.subjects()) and a.relation = 'lead' $$;
create function app.own_house() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from people where county_id = app.county()
        and (role = 'officer') = (coalesce(current_setting('app.role', true), '') = 'officer') $$;
grant execute on function app.led_sessions(), app.own_house() to zhongtiao_app;
--> statement-breakpoint
do $$
declare t text; author text;
begin
  foreach t in array array['notes', 'desk_cards', 'files'] loop
    author := case t when 'files' then 'added_by' else 'author_id' end;
    execute format($p$alter policy lanes on %1$I using (
      county_id = (select app.county()) and (
        (lane = 'open' and dispute_id = any (array(select app.visible_disputes())))
        or (lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
        or (lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes())) and (%2$I = (select app.person())
          or %2$I = any (array(select app.own_house())) and (session_id is null or session_id = any (array(select app.led_sessions())))))
        or (lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes())))))$p$, t, author);
  end loop;
end $$;
alter policy of_lead on number_polls
  using (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes()))
    and session_id = any (array(select app.led_sessions())) and opened_by = any (array(select app.own_house())))
  with check (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes()))
    and session_id = any (array(select app.led_sessions())));
alter policy lanes on opinions using (
  county_id = (select app.county()) and ((lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
    or (lane = 'mediator' and (person_id = (select app.person()) or session_id = any (array(select app.led_sessions()))))));
--> statement-breakpoint
-- A talk that is over asks nobody any more: a number still open is dropped with it, and its answers with the number.
create function app.drop_open_polls() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update number_polls set status = 'cancelled', closed_at = now()
  where county_id = new.county_id and session_id = new.id and status = 'open';
  return null;
end $$;
create trigger sessions_drop_open_polls after update of status on sessions for each row
  when (new.status <> 'booked' and old.status = 'booked') execute function app.drop_open_polls();
update number_polls n set status = 'cancelled', closed_at = now() from sessions s
where n.status = 'open' and s.county_id = n.county_id and s.id = n.session_id and s.status <> 'booked';
