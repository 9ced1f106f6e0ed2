-- The day of an instant in Shanghai.
create function app.day_of(p_at timestamptz) returns date language sql stable parallel safe
  as $$ select (p_at at time zone 'Asia/Shanghai')::date $$;

-- Whether the last day of a clock is over while nothing has stopped or paused it. The days for judicial confirmation are the
-- parties' own: nobody is late who does not apply.
create function app.is_past_term(p_clock clocks, p_now timestamptz) returns boolean language sql stable as $$
  select p_clock.kind <> 'confirmation' and p_clock.stopped_on is null and p_clock.paused_on is null and p_clock.due_on < app.day_of(p_now)
$$;

-- The day on which a proceeding was taken up: the one that was said where it was entered later, else that of its entry.
create function app.accepted_on(p proceedings) returns date language sql stable parallel safe
  as $$ select coalesce(p.accepted_on, app.day_of(p.accepted_at)) $$;

-- The first day of a proceeding, before which nothing of it can have happened: its acceptance, or a session held before.
create function app.began_on(p_county uuid, p_proceeding uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select least(app.accepted_on(p), (select min(app.day_of(coalesce(s.started_at, s.starts_at))) from sessions s
    where s.county_id = p.county_id and s.proceeding_id = p.id and s.status = 'ended'))
  from proceedings p where p.county_id = p_county and p.id = p_proceeding
$$;

-- The days on which the police held sessions about a matter before a proceeding of theirs began, in their order: 程序规定 183 counts
-- the mediations of a case, whoever has it. `p_carried` gives those alone that the station held which handed it over.
create function app.sessions_before(p_county uuid, p_proceeding uuid, p_carried boolean) returns date[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(x.held_on order by x.held_on) from (select app.day_of(coalesce(s.started_at, s.starts_at)) as held_on
    from proceedings n join proceedings p on p.county_id = n.county_id and p.dispute_id = n.dispute_id and p.track = n.track and p.ordinal < n.ordinal
      and (not p_carried or p.outcome = 'transferred')
    join sessions s on s.county_id = p.county_id and s.proceeding_id = p.id and s.status = 'ended'
    where n.county_id = p_county and n.id = p_proceeding and n.track = 'publicSecurity') x
$$;

-- The days on which sessions of a proceeding were held, and before it by whoever handed it over to go on, in their order, whichever was
-- entered first.
create function app.session_days(p_county uuid, p_proceeding uuid) returns date[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(x.held_on order by x.held_on) from (select app.day_of(coalesce(s.started_at, s.starts_at)) as held_on from sessions s
    where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status = 'ended'
    union all select unnest(app.sessions_before(p_county, p_proceeding, true))) x
$$;

-- The last day on which something of a proceeding is known to have happened: before it, it cannot have ended.
create function app.ended_from(p_county uuid, p_proceeding uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'proceeding', p_proceeding);
  select greatest(app.began_on(p_county, p_proceeding), (select max(d) from unnest(app.session_days(p_county, p_proceeding)) d),
    (select max(app.day_of(a.effective_at)) from agreements a where a.county_id = p_county and a.proceeding_id = p_proceeding and a.effective_at is not null))
$$;

-- What an appraisal paused a clock for, oldest first, and when its result was there.
create function app.pauses_of(p_clock clocks) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('pausedOn', h.happened_on, 'resumedOn', r.happened_on) order by h.recorded_at, h.id), '[]')
  from public.clock_changes h left join lateral (select n.happened_on from public.clock_changes n
    where n.county_id = h.county_id and n.clock_id = h.clock_id and n.kind = 'resumed' and (n.recorded_at, n.id) > (h.recorded_at, h.id)
    order by n.recorded_at, n.id limit 1) r on true
  where h.county_id = p_clock.county_id and h.dispute_id = p_clock.dispute_id and h.clock_id = p_clock.id and h.kind = 'paused'
$$;

-- The day on which an agreement was reached: in force, signed first, or agreed in a session, whichever came first. The sessions
-- before a renegotiation led to the agreement it replaced.
create function app.reached_on(p_county uuid, p_agreement uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_right(p_county, 'agreement', p_agreement);
  select least(app.day_of(a.effective_at),
    (select min(app.day_of(s.signed_at)) from signatures s where s.county_id = a.county_id and s.agreement_id = a.id),
    (select min(app.day_of(coalesce(s.started_at, s.starts_at))) from sessions s
      where a.replaces_id is null and s.county_id = a.county_id and s.proceeding_id = a.proceeding_id and s.result in ('agreed', 'partlyAgreed')))
  from agreements a where a.county_id = p_county and a.id = p_agreement
$$;

-- Whether something can have happened at an instant: it is not to come (instants are rounded to milliseconds), and its day is not before the earliest one.
create function app.can_have_happened(p_at timestamptz, p_earliest date) returns boolean language sql stable as $$
  select p_at <= app.now() + interval '1 millisecond' and (p_earliest is null or app.day_of(p_at) >= p_earliest)
$$;

-- Stops what runs of a proceeding's clocks: the session's on the day it was held, all of them on the day an agreement took
-- effect or the proceeding ended. Whoever writes that, by whatever door, stops the clock. The days for judicial confirmation
-- outlast the end; they stop when all parties applied, or when another agreement takes the place of theirs.
create function app.stop_clocks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_by clock_stop; v_on date; v_proceeding uuid; v_kind clock_kind;
begin
  case tg_table_name
    when 'clock_changes' then
      update clocks c set stopped_on = new.happened_on, stopped_by = 'applied' where c.county_id = new.county_id and c.id = new.clock_id;
      return null;
    when 'agreements' then v_by := 'agreement'; v_on := app.day_of(new.effective_at); v_proceeding := new.proceeding_id;
    when 'proceedings' then v_by := 'ended'; v_proceeding := new.id;
      v_on := coalesce((select e.happened_on from endings e where e.county_id = new.county_id and e.proceeding_id = new.id), app.day_of(new.ended_at));
    when 'sessions' then
      v_by := 'session'; v_on := app.day_of(coalesce(new.started_at, new.starts_at)); v_proceeding := new.proceeding_id;
      -- One that was held earlier than what has been entered takes its place; the second one's clock then begins with it and is
      -- stopped anew (server/disputes/parts/follow-sessions.ts).
      update clocks c set stopped_on = v_on where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
        and c.kind = 'firstSession' and c.stopped_by = 'session' and c.stopped_on > v_on;
      if found then
        update clocks c set stopped_on = null, stopped_by = null where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
          and c.kind = 'secondSession' and c.stopped_by = 'session';
        return null;
      end if;
      update clocks c set stopped_on = v_on where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
        and c.kind = 'secondSession' and c.stopped_by = 'session' and c.stopped_on > v_on;
      if found then return null; end if;
      select kind into v_kind from clocks c where c.county_id = new.county_id and c.proceeding_id = new.proceeding_id
        and c.kind in ('firstSession', 'secondSession') and c.stopped_on is null order by c.kind limit 1;
      if not found then return null; end if;
  end case;
  update clocks c set stopped_on = v_on, stopped_by = v_by
    where c.county_id = new.county_id and c.proceeding_id = v_proceeding and c.stopped_on is null
      and (v_by <> 'session' or c.kind = v_kind) and (c.kind <> 'confirmation' or v_by = 'agreement' and c.due_on >= v_on);
  return null;
end $$;

-- The clock of the second session stopped with the second one that was held, where that was held already when the clock begins.
create function app.stop_second_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update clocks c set stopped_on = held.days[2], stopped_by = 'session'
  from (select app.session_days(new.county_id, new.proceeding_id) as days) held
  where c.county_id = new.county_id and c.id = new.id and held.days[2] is not null;
  return null;
end $$;

-- A merge that was undone never stopped them.
create function app.restart_clocks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update clocks c set stopped_on = null, stopped_by = null
    where c.county_id = new.county_id and c.proceeding_id = new.id and c.stopped_by = 'ended';
  return null;
end $$;

-- A clock begins running, on a track that has it, on the day of what starts it: acceptance, the first session held, or the
-- effect of the agreement that may be confirmed. Of what has ended none begins.
create function app.check_new_clock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_track track; v_from date; v_ended timestamptz;
begin
  select track, app.clock_from(p), ended_at into v_track, v_from, v_ended from proceedings p where county_id = new.county_id and id = new.proceeding_id;
  if new.kind = 'secondSession' then
    v_from := (app.session_days(new.county_id, new.proceeding_id))[1];
  end if;
  if new.kind = 'confirmation' then
    select app.day_of(a.effective_at) into v_from from agreements a
      where a.county_id = new.county_id and a.id = new.agreement_id and a.proceeding_id = new.proceeding_id and a.status = 'effective';
  end if;
  if (v_track = 'peoples') is distinct from (new.kind in ('peoplesMonth', 'confirmation')) or v_track not in ('peoples', 'publicSecurity')
      or new.started_on is distinct from v_from or new.paused_on is not null or new.stopped_on is not null
      or v_ended is not null and new.kind <> 'confirmation' then
    raise exception 'another start' using errcode = '23514', constraint = 'clocks_start_with_their_cause';
  end if;
  return new;
end $$;

-- Whether a clock that has stopped may be changed like this: it goes on where a merge that stopped it was undone, and it stopped
-- earlier, or begins anew, where a session was held before those that had been entered; of an application, with the next one.
create function app.may_stop_otherwise(p_old clocks, p_new clocks) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_new.county_id);
  select (p_new.started_on, p_new.due_on, p_new.paused_on, p_new.paused_for) is not distinct from (p_old.started_on, p_old.due_on, p_old.paused_on, p_old.paused_for)
    and case p_old.stopped_by
      when 'ended' then p_new.stopped_on is null and exists (select from proceedings p join dispute_merges m on m.county_id = p.county_id and m.proceeding_id = p.id
        and m.undone_at is not null where p.county_id = p_new.county_id and p.id = p_new.proceeding_id and p.ended_at is null)
      when 'session' then case when p_new.stopped_on is null then p_new.kind = 'secondSession' and held.days[1] < p_old.started_on
        else p_new.stopped_by = 'session' and p_new.stopped_on < p_old.stopped_on
          and p_new.stopped_on = held.days[case p_new.kind when 'firstSession' then 1 else 2 end] end
      when 'applied' then p_new.stopped_by = 'applied' and p_new.stopped_on = (select h.happened_on from clock_changes h
        where h.county_id = p_new.county_id and h.dispute_id = p_new.dispute_id and h.clock_id = p_new.id and h.kind = 'applied'
        order by h.recorded_at desc, h.id desc limit 1)
      else false end
  from (select app.session_days(p_new.county_id, p_new.proceeding_id) as days) held
$$;

-- What was done last about judicial confirmation: the parties applied, or the court answered.
create function app.last_court_step(p_clock clocks) returns setof clock_changes language sql stable as $$
  select h.* from public.clock_changes h where h.county_id = p_clock.county_id and h.dispute_id = p_clock.dispute_id and h.clock_id = p_clock.id
    and h.kind in ('applied', 'accepted', 'returned', 'confirmed', 'dismissed', 'withdrawn') order by h.recorded_at desc, h.id desc limit 1
$$;

-- What a clock is never changes. Its last day moves and it pauses or goes on only with the row that says why, and what
-- has stopped stays stopped but for what app.may_stop_otherwise names. Its first day follows what was entered too late, back to
-- the true day: the acceptance, or the first session. The month also follows a registration that is merged into its matter, and
-- goes back to its own day where that was undone.
create function app.check_clock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.id, new.dispute_id, new.proceeding_id, new.kind, new.agreement_id)
      is distinct from (old.id, old.dispute_id, old.proceeding_id, old.kind, old.agreement_id)
      or old.stopped_on is not null and not app.may_stop_otherwise(old, new)
      or new.started_on <> old.started_on and (new.kind = 'confirmation' or new.kind <> 'peoplesMonth' and new.started_on > old.started_on
        or new.started_on is distinct from case new.kind when 'secondSession' then (app.session_days(new.county_id, new.proceeding_id))[1]
          else (select app.clock_from(p) from proceedings p where p.county_id = new.county_id and p.id = new.proceeding_id) end) then
    raise exception 'fixed' using errcode = '23514', constraint = 'clocks_stay_as_they_ran';
  end if;
  if (new.due_on, new.paused_on) is distinct from (old.due_on, old.paused_on) and not exists (
    select from clock_changes h where h.county_id = new.county_id and h.clock_id = new.id and h.old_due_on = old.due_on
      and case h.kind when 'paused' then (h.happened_on, h.appraisal) = (new.paused_on, new.paused_for) and new.due_on = old.due_on
        else h.new_due_on = new.due_on and new.paused_on is null end) then
    raise exception 'why' using errcode = '23514', constraint = 'clocks_move_with_a_reason';
  end if;
  return new;
end $$;

-- A change is of a clock that has not stopped, fits what it is at, and is neither ahead of the day nor before the clock.
-- The month of people's mediation moves only where every party of today agrees (latest answer of whoever may bind it, given
-- since the last move), before it is over: what was missed stays missed. All apply together for confirmation, within its
-- days (人民调解法 33); what the court does then is noted in its order, until it has decided or the application is taken back.
-- Where it was dismissed or taken back, all may apply anew within the same days.
create function app.check_clock_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_clock clocks; v_last clock_changes; v_is_again boolean;
begin
  select * into v_clock from clocks c where c.county_id = new.county_id and c.id = new.clock_id for update;
  select * into v_last from app.last_court_step(v_clock);
  v_is_again := coalesce(new.kind = 'applied' and v_clock.stopped_by = 'applied' and v_last.kind in ('dismissed', 'withdrawn')
    and new.happened_on >= v_last.happened_on, false);
  if new.kind in ('accepted', 'returned', 'confirmed', 'dismissed', 'withdrawn') then
    if v_clock.stopped_by is distinct from 'applied' or new.proceeding_id is distinct from v_clock.proceeding_id
        or (new.old_due_on, new.new_due_on) is distinct from (v_clock.due_on, v_clock.due_on)
        or v_last.kind in ('confirmed', 'dismissed', 'withdrawn') or v_last.happened_on > new.happened_on then
      raise exception 'not before the court' using errcode = '23514', constraint = 'clock_changes_before_the_court';
    end if;
    if new.happened_on > app.day_of(app.now()) then
      raise exception 'day' using errcode = '23514', constraint = 'clock_changes_when_it_happened';
    end if;
    return new;
  end if;
  if v_clock.stopped_on is not null and not v_is_again or new.old_due_on is distinct from v_clock.due_on
      or new.proceeding_id is distinct from v_clock.proceeding_id or (new.kind = 'resumed') is distinct from (v_clock.paused_on is not null)
      or new.kind = 'extended' and v_clock.kind <> 'peoplesMonth' or new.kind in ('paused', 'resumed') and v_clock.kind in ('peoplesMonth', 'confirmation')
      or new.kind = 'applied' and (v_clock.kind <> 'confirmation' or new.new_due_on <> new.old_due_on or new.happened_on > new.old_due_on)
      or new.kind = 'extended' and new.new_due_on <= new.old_due_on or new.kind in ('paused', 'extended') and new.happened_on > new.old_due_on then
    raise exception 'does not fit' using errcode = '23514', constraint = 'clock_changes_fit_the_clock';
  end if;
  if new.happened_on > app.day_of(app.now()) or new.happened_on < coalesce(v_clock.paused_on, v_clock.started_on) then
    raise exception 'day' using errcode = '23514', constraint = 'clock_changes_when_it_happened';
  end if;
  if new.kind = 'extended' and exists (
    select from app.parties_on(new.county_id, new.dispute_id, new.happened_on) p (id) where 'agreed' is distinct from (
      select c.answer::text from consents c where app.is_speaker(new.county_id, p.id, c.spoken_by_link_id, 'bind', 'peoples', null, new.happened_on) and c.county_id = new.county_id and c.proceeding_id = v_clock.proceeding_id and c.party_id = p.id
        and c.subject = 'extension' and c.recorded_at > coalesce((select max(h.recorded_at) from clock_changes h
          where h.county_id = new.county_id and h.clock_id = new.clock_id and h.kind = 'extended'), '-infinity')
      order by c.recorded_at desc, c.id desc limit 1)) then
    raise exception 'consent' using errcode = '23514', constraint = 'clock_changes_all_consent';
  end if;
  if new.kind = 'applied' and exists (
    select from app.parties_on(new.county_id, new.dispute_id, new.happened_on) p (id) where not exists (
      select from consents c where c.county_id = new.county_id and c.proceeding_id = v_clock.proceeding_id and c.party_id = p.id
        and c.subject = 'confirmation' and c.answer = 'agreed' and (not v_is_again or c.recorded_at > v_last.recorded_at)
        and app.is_speaker(new.county_id, p.id, c.spoken_by_link_id, 'bind', 'peoples', null, new.happened_on))) then
    raise exception 'together' using errcode = '23514', constraint = 'clock_changes_all_apply';
  end if;
  return new;
end $$;

-- An end that is entered later came on a day of the proceeding, and not before what was held or agreed in it.
create function app.check_ending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.happened_on > app.day_of(app.now()) or new.happened_on < app.ended_from(new.county_id, new.proceeding_id) then
    raise exception 'day' using errcode = '23514', constraint = 'endings_when_it_happened';
  end if;
  return new;
end $$;

-- What was said to a party, or by one, and entered later was said on a day of the proceeding.
create function app.check_said_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.happened_on <= app.day_of(app.now()) and new.happened_on >= app.began_on(new.county_id, new.proceeding_id) then
    return new;
  end if;
  if tg_table_name = 'notices' then
    raise exception 'day' using errcode = '23514', constraint = 'notices_when_it_happened';
  end if;
  raise exception 'day' using errcode = '23514', constraint = 'consents_when_it_happened';
end $$;

-- A proceeding was taken up on the day that is said, or earlier as it turns out, never later, nor before the first day on
-- which it can have been (app.acceptable_from); once it has ended the day stays.
create function app.check_accepted_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.ended_at is not null or new.accepted_on is null or new.accepted_on > app.accepted_on(old))
    or new.accepted_on < app.acceptable_from(new.county_id, new.dispute_id, new.ordinal) then
    raise exception 'day' using errcode = '23514', constraint = 'proceedings_accepted_when_it_happened';
  end if;
  return new;
end $$;

-- The proceeding shows the last day of the clock of its mediation that was moved or started last.
create function app.follow_clock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update proceedings p set due_on = new.due_on
    where p.county_id = new.county_id and p.id = new.proceeding_id and p.due_on is distinct from new.due_on;
  return null;
end $$;
