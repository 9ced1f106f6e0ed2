-- Walls of convening: who is tied to whom, quorum in figures, calendars kept by trigger, lanes of the desk,
-- secret numbers, and row-level security for all of it.

-- People who stand to the inside of a dispute as its desk: lead and committee, not the helpers at the table.
create function app.staff_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation in ('lead', 'committee') $$;
create function app.station_disputes() returns setof uuid language sql stable set search_path = public, pg_temp
  as $$ select dispute_id from public.dispute_access
        where county_id = app.county() and subject_id = any (app.subjects()) and relation = 'station' $$;
-- Sessions the person is expected at.
create function app.attended_sessions() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select session_id from session_people where county_id = app.county() and person_id = app.person() $$;
--> statement-breakpoint
-- The sender's person may read the invitation's door, the lead and committee too; the guest himself never.
-- Ties of one helper to the parties of a dispute. `detail` names the party; recorded and disclosed ones count in
-- every dispute of the same party (same row, same name and phone, or the same organisation).
create function app.ties_of(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid)
  returns table (kind tie_kind, party_id uuid, source text) language sql stable security definer set search_path = public, pg_temp as $$
  with me as (select * from people where county_id = p_county and id = p_person),
  pa as (select * from parties where county_id = p_county and dispute_id = p_dispute)
  select distinct t.kind, pa.id, t.source::text from pa
    join parties o on o.county_id = pa.county_id and (o.id = pa.id or o.name = pa.name and o.kind = pa.kind
      and (o.kind = 'organisation' or o.phone <> '' and o.phone = pa.phone))
    join ties t on t.county_id = o.county_id and t.party_id = o.id and t.person_id = p_person
  union
  select 'sameEmployer', pa.id, 'worked out' from pa, me
    where me.employer <> '' and (pa.employer = me.employer or pa.kind = 'organisation' and pa.name = me.employer)
  union
  select 'earlierCounsel', pa.id, 'worked out' from pa, me
    join party_links l on l.county_id = me.county_id and l.kind = 'agent' and l.name = me.name and l.phone <> '' and l.phone = me.phone
    join parties o on o.county_id = l.county_id and o.id = l.party_id
    where o.id = pa.id or o.name = pa.name and o.kind = pa.kind and (o.kind = 'organisation' or o.phone <> '' and o.phone = pa.phone)
  union
  select 'failedAttempt', pa.id, 'worked out' from pa, me
    where exists (select from proceedings pr
      where pr.county_id = p_county and pr.dispute_id = p_dispute and pr.id is distinct from p_proceeding
        and pr.outcome in ('refused', 'deadlock', 'expired', 'unsigned')
        and (pr.lead_person_id = p_person or exists (select from invitations i
          where i.county_id = pr.county_id and i.proceeding_id = pr.id and i.person_id = p_person and i.status = 'accepted')))
  union
  select 'objection', pa.id, 'worked out' from pa
    where (select c.answer from consents c where c.county_id = p_county and c.proceeding_id = p_proceeding and c.party_id = pa.id
      and c.subject = 'invitePerson' and c.person_id = p_person order by c.recorded_at desc, c.id desc limit 1) = 'refused'
$$;
-- Kinds of ties that stand in the way: those no waiver of this proceeding covers. An objection cannot be waived but by the party itself.
create function app.barring_ties(p_county uuid, p_proceeding uuid, p_dispute uuid, p_person uuid) returns setof tie_kind
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct t.kind from app.ties_of(p_county, p_proceeding, p_dispute, p_person) t
  where t.kind = 'objection' or not exists (select from tie_waivers w
    where w.county_id = p_county and w.proceeding_id = p_proceeding and w.person_id = p_person and t.kind = any (w.kinds))
$$;
--> statement-breakpoint
create or replace function app.check_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_ended timestamptz;
begin
  select track, ended_at into v_track, v_ended from proceedings where county_id = new.county_id and id = new.proceeding_id;
  if v_ended is not null then
    raise exception 'ended' using errcode = '23514', constraint = 'invitations_while_open';
  end if;
  if v_track = 'peoples' and exists (
    select from app.consent_gap(new.county_id, new.proceeding_id, new.dispute_id, new.person_id, new.force_code)) then
    raise exception 'consent first' using errcode = '23514', constraint = 'invitations_consent_first';
  end if;
  if exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'invitations_no_tie';
  end if;
  return new;
end $$;
create function app.check_acceptance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'accepted' and old.status <> 'accepted'
     and exists (select from app.barring_ties(new.county_id, new.proceeding_id, new.dispute_id, new.person_id)) then
    raise exception 'tied' using errcode = '23514', constraint = 'invitations_accept_without_tie';
  end if;
  return new;
end $$;
create trigger invitations_accept_without_tie before update of status on invitations
  for each row execute function app.check_acceptance();
--> statement-breakpoint
-- A waiver holds every party's tick, or there is none; checked at commit, since the ticks follow it.
create function app.check_waiver() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from parties p where p.county_id = new.county_id and p.dispute_id = new.dispute_id and not exists (
    select from tie_waiver_parties t where t.county_id = p.county_id and t.waiver_id = new.id and t.party_id = p.id)) then
    raise exception 'every party' using errcode = '23514', constraint = 'tie_waivers_every_party';
  end if;
  return null;
end $$;
create constraint trigger tie_waivers_every_party after insert on tie_waivers
  deferrable initially deferred for each row execute function app.check_waiver();
do $$
declare t text;
begin
  foreach t in array array['tie_waivers', 'tie_waiver_parties', 'fact_statements', 'fact_signatures', 'opinions', 'harm_reports'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function app.refuse_change(%L)',
      t || '_append_only', t, t || '_append_only');
  end loop;
end $$;
alter table duty_shifts add constraint duty_shifts_not_twice exclude using gist (county_id with =, person_id with =, during with &&);
create index absences_during on absences using gist (county_id, person_id, during);
create index imported_busy_during on imported_busy using gist (county_id, person_id, during);
--> statement-breakpoint
-- Calendars follow the slots. A booking that is taken away stays as cancelled, so that subscribed calendars drop it.
create function app.keep_calendar() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_slot slots; v_now timestamptz := clock_timestamp();
begin
  if tg_op = 'DELETE' then
    update calendar_entries set status = 'cancelled', sequence = sequence + 1, changed_at = v_now
    where county_id = old.county_id and booking_id = coalesce(old.session_id, old.meeting_id) and resource_id = old.resource_id;
    return null;
  end if;
  v_slot := new;
  insert into calendar_entries as e (county_id, booking_id, resource_id, resource, is_meeting, room_id, status, starts_at, ends_at, sequence, changed_at)
  values (v_slot.county_id, coalesce(v_slot.session_id, v_slot.meeting_id), v_slot.resource_id, v_slot.resource, v_slot.meeting_id is not null,
    coalesce((select s.room_id from sessions s where s.county_id = v_slot.county_id and s.id = v_slot.session_id),
      (select m.room_id from town_hall_meetings m where m.county_id = v_slot.county_id and m.id = v_slot.meeting_id)),
    case when v_slot.held_until is null then 'confirmed'::entry_status else 'tentative' end,
    lower(v_slot.during), upper(v_slot.during), 0, v_now)
  on conflict (county_id, booking_id, resource_id) do update set room_id = excluded.room_id, status = excluded.status,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, sequence = e.sequence + 1, changed_at = v_now;
  return null;
end $$;
create trigger slots_calendar after insert or update or delete on slots for each row execute function app.keep_calendar();
insert into calendar_entries (county_id, booking_id, resource_id, resource, is_meeting, room_id, status, starts_at, ends_at, changed_at)
  select s.county_id, s.session_id, s.resource_id, s.resource, false, e.room_id, 'confirmed', lower(s.during), upper(s.during), now()
  from slots s join sessions e on e.county_id = s.county_id and e.id = s.session_id;
-- A feed's entries by the hash of its token; marks the reading. Nothing for a revoked or unknown one.
create function app.read_feed(p_hash text) returns table (county_id uuid, resource slot_resource, resource_id uuid, owner text, booking_id uuid,
    is_meeting boolean, room text, point text, address text, status entry_status, starts_at timestamptz, ends_at timestamptz, sequence integer, changed_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare v_feed feed_tokens;
begin
  update feed_tokens f set read_at = now() where f.token_hash = p_hash and f.revoked_at is null returning f.* into v_feed;
  if v_feed.id is null then return; end if;
  return query
    select v_feed.county_id, v_feed.resource, v_feed.resource_id,
      coalesce((select p.name from people p where p.county_id = v_feed.county_id and p.id = v_feed.resource_id),
        (select r.name from rooms r where r.county_id = v_feed.county_id and r.id = v_feed.resource_id)),
      e.booking_id, e.is_meeting, r.name, c.name, c.address, e.status, e.starts_at, e.ends_at, e.sequence, e.changed_at
    from (select 1) one
    left join calendar_entries e on e.county_id = v_feed.county_id and e.resource_id = v_feed.resource_id and e.ends_at > now() - interval '60 days'
    left join rooms r on r.county_id = e.county_id and r.id = e.room_id
    left join contact_points c on c.county_id = r.county_id and c.id = r.point_id
    order by e.starts_at, e.booking_id;
end $$;
--> statement-breakpoint
-- When people are not free, for whoever looks for an hour: their week as told, and time taken with no word of what for.
create function app.availability_of(p_people uuid[], p_from timestamptz, p_until timestamptz) returns table (person_id uuid, week jsonb, busy jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id,
    (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'from', to_char(w.from_time, 'HH24:MI'),
        'until', to_char(w.until_time, 'HH24:MI'), 'mood', w.mood) order by w.weekday, w.from_time), '[]')
      from weekly_hours w where w.county_id = p.county_id and w.person_id = p.id),
    (select coalesce(jsonb_agg(jsonb_build_object('from', lower(b.during), 'to', upper(b.during), 'pointId', b.point_id) order by b.during), '[]') from (
      select a.during, null::uuid as point_id from absences a
        where a.county_id = p.county_id and a.person_id = p.id and a.during && tstzrange(p_from, p_until)
      union all
      select i.during, null from imported_busy i
        where i.county_id = p.county_id and i.person_id = p.id and i.during && tstzrange(p_from, p_until)
      union all
      select s.during, r.point_id from slots s
        left join calendar_entries e on e.county_id = s.county_id and e.booking_id = coalesce(s.session_id, s.meeting_id) and e.resource_id = s.resource_id
        left join rooms r on r.county_id = e.county_id and r.id = e.room_id
        where s.county_id = p.county_id and s.resource_id = p.id and s.during && tstzrange(p_from, p_until)
          and (s.held_until is null or s.held_until > now())) b)
  from people p where p.county_id = app.county() and p.id = any (p_people) and p.disabled_at is null
$$;
-- Is a person free for all of a span? Unknown weeks count as free; told weeks must cover it. His own slot for `p_session` is no hindrance.
create function app.is_free(p_county uuid, p_person uuid, p_during tstzrange, p_session uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from absences a where a.county_id = p_county and a.person_id = p_person and a.during && p_during)
    and not exists (select from imported_busy i where i.county_id = p_county and i.person_id = p_person and i.during && p_during)
    and not exists (select from slots s where s.county_id = p_county and s.resource_id = p_person and s.during && p_during
      and (s.held_until is null or s.held_until > now()) and s.session_id is distinct from p_session)
    and (not exists (select from weekly_hours w where w.county_id = p_county and w.person_id = p_person)
      or exists (select from weekly_hours w where w.county_id = p_county and w.person_id = p_person
        and w.weekday = extract(isodow from lower(p_during) at time zone 'Asia/Shanghai')
        and w.from_time <= (lower(p_during) at time zone 'Asia/Shanghai')::time
        and w.until_time >= (upper(p_during) at time zone 'Asia/Shanghai')::time))
$$;
--> statement-breakpoint
-- Who must come, who has said yes, whose answer is out; figures alone.
create function app.session_quorum(p_county uuid, p_session uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with se as (select * from sessions where county_id = p_county and id = p_session),
  iv as (select i.* from invitations i, se where i.county_id = p_county and i.proceeding_id = se.proceeding_id
    and (i.session_id = se.id or i.session_id is null)),
  need as (
    select n.id, n.is_required, n.seats, n.force_code, n.person_id,
      case when n.person_id is not null
        then (select count(*) from session_people sp where sp.county_id = p_county and sp.session_id = p_session and sp.person_id = n.person_id)
        else (select count(distinct i.person_id) from iv i join session_people sp on sp.county_id = p_county and sp.session_id = p_session and sp.person_id = i.person_id
          where i.force_code = n.force_code and i.status = 'accepted') end as come,
      case when n.person_id is not null
        then (select count(*) from iv i where i.person_id = n.person_id and i.status in ('sent', 'seen') and i.session_id = p_session)
        else (select count(*) from iv i where i.force_code = n.force_code and i.status in ('sent', 'seen') and i.session_id = p_session) end as waiting
    from session_needs n where n.county_id = p_county and n.session_id = p_session)
  select jsonb_build_object(
    'needs', coalesce(jsonb_agg(jsonb_build_object('id', id, 'forceCode', force_code, 'personId', person_id, 'seats', seats,
      'isRequired', is_required, 'come', come, 'waiting', waiting) order by is_required desc, id), '[]'),
    'isMet', coalesce(bool_and(come >= seats) filter (where is_required), true),
    'canBeMet', coalesce(bool_and(come + waiting >= seats) filter (where is_required), true)) from need
$$;
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
    'sessionToRecord', (select count(*) from se where status = 'booked' and held_until is null and ends_at <= p_now),
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
-- A secret number: counts when all asked sides have answered, decides, and leaves no trace of who said what.
create function app.settle_poll() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_poll number_polls;
begin
  select * into v_poll from number_polls where county_id = new.county_id and id = new.poll_id for update;
  if v_poll.status <> 'open' then
    raise exception 'closed' using errcode = '23514', constraint = 'number_answers_while_open';
  end if;
  if not new.side = any (v_poll.sides) then
    raise exception 'side' using errcode = '23514', constraint = 'number_answers_by_asked_side';
  end if;
  if (select count(*) from number_answers where county_id = new.county_id and poll_id = new.poll_id) >= cardinality(v_poll.sides) then
    update number_polls set closed_at = now(), status = case when (select bool_and(accepts) from number_answers
        where county_id = new.county_id and poll_id = new.poll_id) then 'deal'::poll_status else 'noDeal'::poll_status end
      where county_id = new.county_id and id = new.poll_id;
    delete from number_answers where county_id = new.county_id and poll_id = new.poll_id;
  end if;
  return null;
end $$;
create trigger number_answers_settle after insert on number_answers for each row execute function app.settle_poll();
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['invitation_links', 'session_needs', 'video_links', 'ties', 'tie_waivers', 'tie_waiver_parties', 'party_times',
    'weekly_hours', 'absences', 'imported_calendars', 'imported_busy', 'calendar_entries', 'feed_tokens', 'notifications', 'deliveries',
    'desk_cards', 'number_polls', 'number_answers', 'fact_statements', 'fact_signatures', 'files', 'opinions', 'harm_reports',
    'consultations', 'town_halls', 'town_hall_meetings', 'panel_rules', 'duty_shifts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  -- The inside of a dispute.
  foreach t in array array['session_needs', 'tie_waivers', 'tie_waiver_parties'] loop
    execute format($p$create policy inside on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))))
      with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.visible_disputes()))))$p$, t);
  end loop;
  -- What is said at the table: lead, committee and helpers who joined.
  foreach t in array array['fact_statements', 'fact_signatures'] loop
    execute format($p$create policy at_table on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))))
      with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.table_disputes()))))$p$, t);
  end loop;
  -- The desk's own papers.
  execute $p$create policy at_desk on invitation_links to zhongtiao_app
    using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))))
    with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))))$p$;
  -- The lead's eyes only.
  foreach t in array array['party_times', 'number_polls'] loop
    execute format($p$create policy of_lead on %I to zhongtiao_app
      using (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes())))
      with check (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes())))$p$, t);
  end loop;
  execute $p$create policy of_lead on number_answers for insert to zhongtiao_app
    with check (county_id = (select app.county()) and dispute_id = any (array(select app.led_disputes())))$p$;
  -- Lanes of cards and files, as of notes.
  foreach t in array array['desk_cards', 'files'] loop
    execute format($p$create policy lanes on %I for select to zhongtiao_app using (
      county_id = (select app.county()) and (
        (lane = 'open' and dispute_id = any (array(select app.visible_disputes())))
        or (lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
        or (lane in ('side', 'mediator') and dispute_id = any (array(select app.led_disputes())))
        or (lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes())))))$p$, t);
    execute format($p$create policy write_lanes on %I for insert to zhongtiao_app with check (
      county_id = (select app.county()) and %I = (select app.person()) and (
        (lane = 'open' and dispute_id = any (array(select app.visible_disputes())))
        or (lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
        or (lane in ('side', 'mediator', 'sealed') and dispute_id = any (array(select app.led_disputes())))
        or (lane = 'sealed' and (select app.is_head()) and dispute_id = any (array(select app.visible_disputes())))))$p$,
      t, case t when 'files' then 'added_by' else 'author_id' end);
  end loop;
  -- A card may be changed by the lead, or by its author; it never leaves its lane for a wider one by an update (see the trigger).
  execute $p$create policy change_lanes on desk_cards for update to zhongtiao_app
    using (county_id = (select app.county()) and (dispute_id = any (array(select app.led_disputes()))
      or author_id = (select app.person()) and lane in ('open', 'joint') and dispute_id = any (array(select app.table_disputes()))))
    with check (county_id = (select app.county()) and (dispute_id = any (array(select app.led_disputes()))
      or author_id = (select app.person()) and lane in ('open', 'joint') and dispute_id = any (array(select app.table_disputes()))))$p$;
  -- Person by person.
  foreach t in array array['weekly_hours', 'absences', 'imported_calendars', 'imported_busy'] loop
    execute format($p$create policy own on %I to zhongtiao_app
      using (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())))
      with check (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())))$p$, t);
  end loop;
  execute $p$create policy own on feed_tokens to zhongtiao_app
    using (county_id = (select app.county()) and ((select app.is_system()) or created_by = (select app.person())))
    with check (county_id = (select app.county()) and ((select app.is_system()) or created_by = (select app.person())))$p$;
  -- Named by no dispute: known to the county, like the slots.
  foreach t in array array['calendar_entries', 'town_halls', 'town_hall_meetings', 'panel_rules', 'duty_shifts'] loop
    execute format($p$create policy in_county on %I to zhongtiao_app
      using (county_id = (select app.county())) with check (county_id = (select app.county()))$p$, t);
  end loop;
end $$;
--> statement-breakpoint
-- A tie is read by the desk, and by the helper it is about; he may tell of it before he has accepted.
create policy at_desk on ties to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or person_id = (select app.person())
    or dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.staff_disputes()))
    or person_id = (select app.person()) and source = 'disclosed' and dispute_id = any (array(select app.touched_disputes()))));
create policy invited_only on video_links to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))
    or dispute_id = any (array(select app.visible_disputes())) and session_id = any (array(select app.attended_sessions()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))));
create policy lanes on opinions for select to zhongtiao_app using (
  county_id = (select app.county()) and ((lane = 'joint' and dispute_id = any (array(select app.table_disputes())))
    or (lane = 'mediator' and (person_id = (select app.person()) or dispute_id = any (array(select app.led_disputes()))))));
create policy sign_own on opinions for insert to zhongtiao_app with check (
  county_id = (select app.county()) and person_id = (select app.person()) and dispute_id = any (array(select app.table_disputes())));
create policy told on harm_reports for select to zhongtiao_app using (
  county_id = (select app.county()) and ((select app.is_system()) or dispute_id = any (array(select app.led_disputes()))
    or dispute_id = any (array(select app.station_disputes()))));
create policy tell on harm_reports for insert to zhongtiao_app with check (
  county_id = (select app.county()) and reported_by = (select app.person()) and dispute_id = any (array(select app.led_disputes())));
-- One's own notifications, and those of a dispute for its desk.
create policy told on notifications to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system())
    or recipient_kind = 'person' and recipient_id = (select app.person())
    or dispute_id is not null and dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system())
    or recipient_kind = 'person' and recipient_id = (select app.person())));
create policy told on deliveries to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or notification_id in (select id from notifications)))
  with check (county_id = (select app.county()) and (select app.is_system()));
create policy asked on consultations to zhongtiao_app
  using (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or asked_by = (select app.person())
    or duty_id = (select app.person()) or answered_by = (select app.person())
    or dispute_id is not null and dispute_id = any (array(select app.staff_disputes()))))
  with check (county_id = (select app.county()) and ((select app.is_system()) or station_id = (select app.station()) or asked_by = (select app.person())
    or duty_id = (select app.person()) or answered_by = (select app.person())));
--> statement-breakpoint
-- A card stays in its lane and keeps its author and hour; a private word is made public by writing it anew.
create function app.check_card() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.lane, new.side, new.session_id, new.dispute_id, new.author_id, new.written_at)
     is distinct from (old.lane, old.side, old.session_id, old.dispute_id, old.author_id, old.written_at) then
    raise exception 'lane' using errcode = '23514', constraint = 'desk_cards_stay_in_lane';
  end if;
  return new;
end $$;
create trigger desk_cards_stay_in_lane before update on desk_cards for each row execute function app.check_card();
--> statement-breakpoint
revoke all on number_answers, calendar_entries from zhongtiao_app;
grant insert on number_answers to zhongtiao_app;
grant select on calendar_entries to zhongtiao_app;
grant select, insert on units, panel_rules, town_halls, town_hall_meetings, duty_shifts, invitation_links, session_needs, video_links, ties,
  tie_waivers, tie_waiver_parties, party_times, weekly_hours, absences, imported_calendars, imported_busy, feed_tokens, notifications,
  deliveries, desk_cards, number_polls, fact_statements, fact_signatures, files, opinions, harm_reports, consultations to zhongtiao_app;
grant update on units, panel_rules, town_halls, town_hall_meetings, invitation_links, session_needs, video_links, weekly_hours, absences,
  imported_calendars, feed_tokens, notifications, deliveries, desk_cards, number_polls, consultations to zhongtiao_app;
grant delete on session_needs, video_links, ties, party_times, weekly_hours, absences, imported_calendars, imported_busy, panel_rules,
  duty_shifts to zhongtiao_app;
grant execute on all functions in schema app to zhongtiao_app;
