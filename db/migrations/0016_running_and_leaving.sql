-- A session whose talk has begun keeps its hour and room, and ends by being recorded: moved or cancelled, what was said in it would hang in the air.
create function app.check_running() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status = 'booked' and (new.status = 'cancelled' or (new.starts_at, new.ends_at, new.room_id) is distinct from (old.starts_at, old.ends_at, old.room_id)) then
    raise exception 'running' using errcode = '23514', constraint = 'sessions_running_stay';
  end if;
  return new;
end $$;
create trigger sessions_running_stay before update on sessions for each row when (old.started_at is not null) execute function app.check_running();
--> statement-breakpoint
-- As before, but what is to be recorded next is told from the moment the talk begins, not only from its planned end.
create or replace function app.proceeding_facts(p_county uuid, p_proceeding uuid, p_now timestamptz) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with pr as (select * from proceedings where county_id = p_county and id = p_proceeding),
  ag as (select a.* from agreements a, pr where a.county_id = p_county and a.proceeding_id = pr.id and a.status <> 'withdrawn' limit 1),
  ob as (select o.* from obligations o, ag where o.county_id = p_county and o.agreement_id = ag.id),
  se as (select s.* from sessions s, pr where s.county_id = p_county and s.proceeding_id = pr.id),
  iv as (select i.* from invitations i, pr where i.county_id = p_county and i.proceeding_id = pr.id),
  pa as (select p.id from parties p, pr where p.county_id = p_county and p.dispute_id = pr.dispute_id)
  select jsonb_build_object(
    'parties', (select count(*) from pa),
    'noticed', (select count(*) from notices n, pr where n.county_id = p_county and n.proceeding_id = pr.id),
    'unconsented', (select count(*) from pr, app.consent_gap(p_county, pr.id, pr.dispute_id, null, null)),
    'invitationsWaiting', (select count(*) from iv where status in ('sent', 'seen')),
    'invitationsAccepted', (select count(*) from iv where status = 'accepted'),
    'answerBy', (select min(answer_by) from iv where status in ('sent', 'seen')),
    'sessionsBooked', (select count(*) from se where status = 'booked' and held_until is null),
    'sessionsHeld', (select count(*) from se where status = 'booked' and held_until is not null),
    'heldUntil', (select min(held_until) from se where status = 'booked' and held_until is not null),
    'sessionsEnded', (select count(*) from se where status = 'ended'),
    'nextSessionAt', (select min(starts_at) from se where status = 'booked' and held_until is null),
    'sessionToRecord', (select count(*) from se where status = 'booked' and held_until is null and (ends_at <= p_now or started_at is not null)),
    'agreementStatus', (select status from ag),
    'agreementForm', (select form from ag),
    'obligations', (select count(*) from ob),
    'openObligations', (select count(*) from ob where performed_at is null),
    'nextDueOn', (select min(due_on) from ob where performed_at is null),
    'unsignedParties', (select app.unsigned_parties(p_county, ag.id, ag.dispute_id) from ag),
    'mediatorSigned', exists (select from signatures s, ag where s.county_id = p_county and s.agreement_id = ag.id and s.signer_kind = 'mediator'),
    'sealed', exists (select from seals s, ag where s.county_id = p_county and s.agreement_id = ag.id),
    'visits', (select count(*) from follow_up_visits v, pr where v.county_id = p_county and v.proceeding_id = pr.id))
$$;
--> statement-breakpoint
-- Town halls are bound like sessions: none in a closed room, none under a chair who has left. The row locks make the
-- check wait for an administrator's act that is under way, and the other way round.
create function app.check_meeting() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  if tg_op = 'INSERT' or new.room_id <> old.room_id then
    perform 1 from rooms where county_id = new.county_id and id = new.room_id for key share;
    if exists (
      select from rooms r
        join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        join stations s on s.county_id = p.county_id and s.id = p.station_id
      where r.county_id = new.county_id and r.id = new.room_id and coalesce(r.disabled_at, p.disabled_at, s.disabled_at) is not null) then
      raise exception 'room closed' using errcode = '23514', constraint = 'town_hall_meetings_room_in_use';
    end if;
  end if;
  if tg_op = 'INSERT' then
    select p.disabled_at into v_disabled from town_halls t join people p on p.county_id = t.county_id and p.id = t.chair_id
      where t.county_id = new.county_id and t.id = new.town_hall_id for key share of p;
    if v_disabled is not null then
      raise exception 'left office' using errcode = '23514', constraint = 'town_hall_meetings_chair_in_office';
    end if;
  end if;
  return new;
end $$;
create trigger town_hall_meetings_in_use before insert or update of room_id on town_hall_meetings
  for each row execute function app.check_meeting();
--> statement-breakpoint
create function app.check_seat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_disabled timestamptz;
begin
  select disabled_at into v_disabled from people where county_id = new.county_id and id = new.person_id for key share;
  if v_disabled is not null then
    raise exception 'left office' using errcode = '23514', constraint = 'session_people_in_office';
  end if;
  return new;
end $$;
create trigger session_people_in_office before insert on session_people for each row when (new.person_id is not null) execute function app.check_seat();
--> statement-breakpoint
-- Figures and an instant, for administrators who see no case: at how many coming sessions and town halls a person is expected, and when first.
create function app.expected_at(p_person uuid, p_now timestamptz) returns table (count integer, first timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, min(starts_at) from (
    select s.starts_at from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id
      where s.county_id = app.county() and sp.person_id = p_person and s.status = 'booked' and s.ends_at > p_now
    union all
    select m.starts_at from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
      where m.county_id = app.county() and t.chair_id = p_person and m.status = 'booked' and m.ends_at > p_now) c
$$;
grant execute on function app.expected_at(uuid, timestamptz) to zhongtiao_app;
