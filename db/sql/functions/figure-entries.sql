-- Figures that are kept (docs/adr/0038). What a dispute adds to each figure of server/statistics/reads/figures.ts is worked
-- out in one place, app.entries_of, as entries: by which time it is counted, and since when it has been known. A figure of
-- [from, to) as known at a time is the sum of entries counted in it and known by then. Months are sums of entries.

-- Whether a party had said anything: an answer to the question of consent, a session held, or its own word that they settled the
-- matter themselves, with who said it and how. That they were told of their rights says nothing about what became of it.
create function app.had_contact(p_county uuid, p_proceeding uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_right(p_county, 'proceeding', p_proceeding);
  return exists (select from endings e where e.county_id = p_county and e.proceeding_id = p_proceeding and e.said_by_party_id is not null)
    or exists (select from consents c where c.county_id = p_county and c.proceeding_id = p_proceeding)
    or exists (select from sessions s where s.county_id = p_county and s.proceeding_id = p_proceeding and s.status = 'ended');
end $$;

-- Withdrawn while no party had said anything: nothing was settled by anybody's work. Counted apart.
create function app.is_untouched(p proceedings) returns boolean language sql stable
  as $$ select p.outcome = 'settledWithdrawn' and not app.had_contact(p.county_id, p.id) $$;

-- Whether a proceeding settled the dispute, on any track. Not so: transfer, penalty, partly agreed, refused. The only place that says it.
create function app.is_settled(p proceedings) returns boolean language sql stable
  as $$ select p.outcome in ('agreedWritten', 'agreedOral', 'settledWithdrawn', 'assisted', 'calmed', 'publicSecurityPerformed', 'publicSecuritySettled')
    and not app.is_untouched(p) $$;

-- How it stands with a dispute after each of its proceedings' beginnings and ends: whether it is open, and when it was settled.
create function app.turns_of(p_county uuid, p_dispute uuid) returns table (moment timestamptz, is_open boolean, was_open boolean,
    settled_at timestamptz, was_settled_at timestamptz)
  language plpgsql stable as $$
begin
  return query
  select s.moment, s.is_open, coalesce(lag(s.is_open) over w, false), s.settled_at, lag(s.settled_at) over w
  from (
    select t.moment, life.is_open, case when not life.is_open and life.is_settled then life.ended_at end as settled_at
    from (select p.accepted_at as moment from app.counted_proceedings(p_county, p_dispute) p
      union select p.ended_at from app.counted_proceedings(p_county, p_dispute) p where p.ended_at is not null) t
    cross join lateral (
      select bool_or(p.ended_at is null or p.ended_at > t.moment) as is_open, max(p.ended_at) filter (where p.ended_at <= t.moment) as ended_at,
        (array_agg(app.is_settled(p) order by p.ended_at desc) filter (where p.ended_at <= t.moment))[1] as is_settled
      from app.counted_proceedings(p_county, p_dispute) p where p.accepted_at <= t.moment) life) s
  window w as (order by s.moment);
end $$;

-- By which time a refusal to take a matter up is counted: by the day on which it was refused, however late that was entered.
create function app.not_accepted_from(d disputes) returns timestamptz language sql stable parallel safe
  as $$ select coalesce(d.not_accepted_on::timestamp at time zone 'Asia/Shanghai', d.not_accepted_at) $$;

-- Everything a dispute adds to figures, worked out from its rows as they stand. The only place that says so. A dispute
-- without a proceeding, as each is when it is registered, has nothing but the first two lines.
create function app.entries_of(p_county uuid, p_dispute uuid) returns setof figure_entries language plpgsql stable as $$
begin
  if not exists (select from proceedings where county_id = p_county and dispute_id = p_dispute)
    and exists (select from disputes where county_id = p_county and id = p_dispute and merged_at is null) then
    return query select d.county_id, d.id, d.counted_station_id, d.type, x.at, x.at, nullif(sum(x.received), 0)::smallint, null::smallint,
        nullif(sum(1 - x.received), 0)::smallint, null::smallint, null::smallint, null::smallint, null::smallint, null::smallint, null::smallint,
        null::smallint, null::smallint, null::smallint, null::smallint, null::smallint, null::smallint, null::smallint, null::smallint, 0,
        null::smallint
      from disputes d cross join lateral (values (d.registered_at::timestamptz, 1), (app.not_accepted_from(d), 0)) x (at, received)
      where d.county_id = p_county and d.id = p_dispute and x.at is not null
      group by d.county_id, d.id, d.counted_station_id, d.type, x.at;
    return;
  end if;
  return query
  with d as (select * from disputes where county_id = p_county and id = p_dispute),
  turns as (select * from app.turns_of(p_county, p_dispute)),
  attempts as (
    select p.*, app.attempt_counted_at(p, d.station_id, d.counted_station_id) as counted_at, p.track in ('publicSecurity', 'peoples') as is_mediation,
      p.outcome in ('agreedWritten', 'agreedOral', 'publicSecurityPerformed', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone') as is_agreed,
      app.is_settled(p) as is_settled, app.is_untouched(p) as is_untouched,
      (p.ended_at at time zone 'Asia/Shanghai')::date - (p.accepted_at at time zone 'Asia/Shanghai')::date as lasted,
      (select min(a.effective_at) from agreements a where a.county_id = p.county_id and a.proceeding_id = p.id) as effective_at,
      (select min(x.moment) from (
        select c.called_at from police_calls c where c.county_id = p.county_id and c.dispute_id = p.dispute_id
          and (c.called_at > p.ended_at or c.called_at >= date_trunc('minute', p.ended_at) and c.recorded_at > p.ended_at)
        union all
        select q.accepted_at from proceedings q where q.county_id = p.county_id and q.dispute_id = p.dispute_id
          and q.ordinal > p.ordinal and q.accepted_at > p.ended_at
        union all
        select r.registered_at from disputes r where r.county_id = p.county_id and r.relapse_of = p.dispute_id and r.registered_at > p.ended_at) x (moment)) as relapsed_at
    from app.counted_proceedings(p_county, p_dispute) p, d),
  -- From when to when an accepted mediation counts as agreed: an agreement in force until the end, which then decides.
  agreed_while as (
    select counted_at, accepted_at, greatest(accepted_at, case when is_agreed then least(effective_at, ended_at) when ended_at is null or effective_at < ended_at then effective_at end) as since,
      case when not is_agreed then ended_at end as until,
      case when is_agreed or ended_at is null or effective_at < ended_at then effective_at is not null or is_agreed end as counts, ended_at is not null as is_over
    from attempts where is_mediation),
  owed as (
    select (select p.counted_at from attempts p where p.id = a.proceeding_id) as counted_at, a.effective_at, max(o.performed_at) as performed_at, bool_and(o.performed_at is not null) as is_performed,
      ((max(o.due_on) + 1)::timestamp at time zone 'Asia/Shanghai') as due_at
    from agreements a join obligations o on o.county_id = a.county_id and o.agreement_id = a.id
    where a.county_id = p_county and a.dispute_id = p_dispute and a.effective_at is not null group by a.id, a.proceeding_id, a.effective_at
    -- One replaced before its last due day is judged by the agreement that replaced it; one that was broken by then stays so.
    having coalesce(max(o.due_on) < min(app.day_of(o.superseded_at)), true)),
  -- `stays`: it is of an attempt that ended by itself, which no later merge undoes.
  lived (what, at, moment, days, n, station_id, stays) as (
    select 'received', registered_at, registered_at, 0, 1, null::uuid, false from d
    union all select 'not_accepted', app.not_accepted_from(d), app.not_accepted_from(d), 0, 1, null, false from d where not_accepted_at is not null
    union all select 'accepted', min(accepted_at), min(accepted_at), 0, 1, null, false from attempts having count(*) > 0
    union all select case when t.is_open then 'opened' else 'closed' end, t.moment, t.moment, 0, 1, null, false from turns t where t.is_open <> t.was_open
    union all select 'resolved', t.settled_at, t.moment, 0, 1, null, false from turns t where t.settled_at is distinct from t.was_settled_at and t.settled_at is not null
    union all select 'resolved', t.was_settled_at, t.moment, 0, -1, null, false from turns t where t.settled_at is distinct from t.was_settled_at and t.was_settled_at is not null
    union all select 'settled', d.registered_at, greatest(d.registered_at, t.moment), 0, case when t.was_settled_at is null then 1 else -1 end, null, false
      from turns t, d where (t.settled_at is null) <> (t.was_settled_at is null)
    union all select x.what, p.ended_at, p.ended_at, x.days, 1, p.counted_at, true from attempts p cross join lateral (values
        ('concluded', p.lasted, p.is_mediation), ('succeeded', 0, p.is_mediation and p.is_agreed),
        ('calmed', 0, p.is_settled), ('untouched', 0, p.is_untouched)) x (what, days, counts)
      where p.ended_at is not null and x.counts
    union all select 'relapsed', p.ended_at, greatest(p.ended_at, p.relapsed_at),
        greatest(0, ceil(extract(epoch from p.relapsed_at - p.ended_at) / 86400))::int, 1, p.counted_at, true
      from attempts p where p.is_settled and p.relapsed_at is not null
    union all select 'taken', p.accepted_at, p.accepted_at, 0, 1, p.counted_at, p.ended_at is not null from attempts p where p.is_mediation
    union all select 'taken_agreed', p.accepted_at, x.moment, 0, x.n, p.counted_at, p.is_over from agreed_while p
        cross join lateral (values (p.since, 1), (p.until, -1)) x (moment, n)
      where p.counts and x.moment is not null and (p.until is null or p.until > p.since)
    union all select 'agreed', a.effective_at, a.effective_at, 0, 1, (select p.counted_at from attempts p where p.id = a.proceeding_id), false from agreements a
      where a.county_id = p_county and a.dispute_id = p_dispute and a.effective_at is not null and a.replaces_id is null
    union all select 'performed', performed_at, performed_at, 0, 1, counted_at, false from owed where is_performed
    union all select 'due', due_at - interval '1 microsecond', greatest(effective_at, due_at), 0, 1, counted_at, false from owed
    union all select 'due_kept', due_at - interval '1 microsecond', greatest(effective_at, due_at, performed_at), 0, 1, counted_at, false from owed where is_performed),
  -- One matter is one: what an absorbed registration counted as is taken back from the merge on. What was tried there before and
  -- failed was tried all the same: nobody merges a failure away.
  said as (
    select l.* from lived l, d where d.merged_at is null or l.moment < d.merged_at or l.stays
    union all select l.what, l.at, d.merged_at, l.days, -l.n, l.station_id, false from lived l, d where l.moment < d.merged_at and not l.stays)
  select p_county, p_dispute, coalesce(s.station_id, d.counted_station_id), d.type, s.at, s.moment,
    nullif(sum(s.n) filter (where s.what = 'received'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'accepted'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'not_accepted'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'opened'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'closed'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'agreed'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'performed'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'resolved'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'settled'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'succeeded'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'taken'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'taken_agreed'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'due'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'due_kept'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'calmed'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'concluded'), 0)::smallint,
    nullif(sum(s.n) filter (where s.what = 'relapsed'), 0)::smallint,
    s.days,
    nullif(sum(s.n) filter (where s.what = 'untouched'), 0)::smallint
  from said s, d group by coalesce(s.station_id, d.counted_station_id), d.type, s.at, s.moment, s.days;
end $$;

-- The month of Shanghai's calendar in which an instant lies, by its first day.
create function app.month_of(p_at timestamptz) returns date language sql immutable parallel safe
  as $$ select date_trunc('month', p_at at time zone 'Asia/Shanghai')::date $$;

-- Adds entries to the months. The order of the cells is always the same, so that two acts never wait for each other
-- crosswise.
create function app.add_to_months(p_county uuid, p_entries figure_entries[]) returns void language plpgsql as $$
begin
  insert into figure_months as m (county_id, scope, at_month, moment_month,
      received, accepted, not_accepted, opened, closed, agreed, performed, resolved, settled, succeeded, taken,
      taken_agreed, due, due_kept, calmed, untouched)
    select county_id, scope, at_month, moment_month,
      coalesce(sum(received), 0), coalesce(sum(accepted), 0), coalesce(sum(not_accepted), 0), coalesce(sum(opened), 0),
      coalesce(sum(closed), 0), coalesce(sum(agreed), 0), coalesce(sum(performed), 0), coalesce(sum(resolved), 0),
      coalesce(sum(settled), 0), coalesce(sum(succeeded), 0), coalesce(sum(taken), 0), coalesce(sum(taken_agreed), 0),
      coalesce(sum(due), 0), coalesce(sum(due_kept), 0), coalesce(sum(calmed), 0), coalesce(sum(untouched), 0)
    from unnest(p_entries) e
      cross join lateral (values (e.station_id::text), (e.type::text)) s (scope)
      cross join lateral (select app.month_of(e.at) as at_month, app.month_of(e.moment - interval '1 microsecond') as moment_month) at_and_moment
    where num_nonnulls(received, accepted, not_accepted, opened, closed, agreed, performed, resolved,
      settled, succeeded, taken, taken_agreed, due, due_kept, calmed, untouched) > 0
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (county_id, scope, at_month, moment_month) do update set
      received = m.received + excluded.received, accepted = m.accepted + excluded.accepted,
      not_accepted = m.not_accepted + excluded.not_accepted, opened = m.opened + excluded.opened,
      closed = m.closed + excluded.closed, agreed = m.agreed + excluded.agreed,
      performed = m.performed + excluded.performed, resolved = m.resolved + excluded.resolved,
      settled = m.settled + excluded.settled, succeeded = m.succeeded + excluded.succeeded,
      taken = m.taken + excluded.taken, taken_agreed = m.taken_agreed + excluded.taken_agreed,
      due = m.due + excluded.due, due_kept = m.due_kept + excluded.due_kept, calmed = m.calmed + excluded.calmed, untouched = m.untouched + excluded.untouched;
  if not exists (select from unnest(p_entries) e where num_nonnulls(e.concluded, e.relapsed) > 0) then return; end if;
  insert into figure_days as m (county_id, station_id, at_month, moment_month, kind, days, n)
    select county_id, station_id, at_month, moment_month, kind, days, sum(x.n)
    from unnest(p_entries) e
      cross join lateral (values ('concluded', e.concluded), ('relapsed', e.relapsed)) x (kind, n)
      cross join lateral (select app.month_of(e.at) as at_month, app.month_of(e.moment - interval '1 microsecond') as moment_month) at_and_moment
    where x.n is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (county_id, station_id, at_month, moment_month, kind, days) do update set n = m.n + excluded.n;
end $$;

-- Brings a dispute's entries and the months to what its rows say now. Acts on one dispute wait for each other here, so that
-- each sees what the other wrote.
create function app.recount(p_county uuid, p_dispute uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_now figure_entries[]; v_change figure_entries[];
begin
  perform app.require_county(p_county);
  perform 1 from disputes where county_id = p_county and id = p_dispute for no key update;
  v_now := array(select e from app.entries_of(p_county, p_dispute) e);
  if not exists (select from figure_entries where county_id = p_county and dispute_id = p_dispute) then
    insert into figure_entries select n.* from unnest(v_now) n;
    perform app.add_to_months(p_county, v_now);
    return;
  end if;
  v_change := array(select row(county_id, dispute_id, station_id, type, at, moment,
      nullif(sum(received * sign), 0)::smallint, nullif(sum(accepted * sign), 0)::smallint,
      nullif(sum(not_accepted * sign), 0)::smallint, nullif(sum(opened * sign), 0)::smallint,
      nullif(sum(closed * sign), 0)::smallint, nullif(sum(agreed * sign), 0)::smallint,
      nullif(sum(performed * sign), 0)::smallint, nullif(sum(resolved * sign), 0)::smallint,
      nullif(sum(settled * sign), 0)::smallint, nullif(sum(succeeded * sign), 0)::smallint,
      nullif(sum(taken * sign), 0)::smallint, nullif(sum(taken_agreed * sign), 0)::smallint,
      nullif(sum(due * sign), 0)::smallint, nullif(sum(due_kept * sign), 0)::smallint,
      nullif(sum(calmed * sign), 0)::smallint, nullif(sum(concluded * sign), 0)::smallint,
      nullif(sum(relapsed * sign), 0)::smallint, days, nullif(sum(untouched * sign), 0)::smallint)::figure_entries
    from (select 1 as sign, n.* from unnest(v_now) n
      union all select -1, o.* from figure_entries o where o.county_id = p_county and o.dispute_id = p_dispute) both_sides
    group by county_id, dispute_id, station_id, type, at, moment, days
    having num_nonnulls(nullif(sum(received * sign), 0), nullif(sum(accepted * sign), 0), nullif(sum(not_accepted * sign), 0),
      nullif(sum(opened * sign), 0), nullif(sum(closed * sign), 0), nullif(sum(agreed * sign), 0),
      nullif(sum(performed * sign), 0), nullif(sum(resolved * sign), 0), nullif(sum(settled * sign), 0),
      nullif(sum(succeeded * sign), 0), nullif(sum(taken * sign), 0), nullif(sum(taken_agreed * sign), 0),
      nullif(sum(due * sign), 0), nullif(sum(due_kept * sign), 0), nullif(sum(calmed * sign), 0),
      nullif(sum(concluded * sign), 0), nullif(sum(relapsed * sign), 0),
      nullif(sum(untouched * sign), 0)) > 0);
  if cardinality(v_change) = 0 then return; end if;
  delete from figure_entries e where e.county_id = p_county and e.dispute_id = p_dispute
    and exists (select from unnest(v_change) c where (c.station_id, c.at, c.moment, c.days) = (e.station_id, e.at, e.moment, e.days));
  insert into figure_entries select n.* from unnest(v_now) n
    where exists (select from unnest(v_change) c where (c.station_id, c.at, c.moment, c.days) = (n.station_id, n.at, n.moment, n.days));
  perform app.add_to_months(p_county, v_change);
end $$;

-- At commit, after everything that the act wrote.
create function app.recount_after() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'disputes' then
    -- The older one first, as everybody does who counts both.
    if new.relapse_of is not null then perform app.recount(new.county_id, new.relapse_of); end if;
    if tg_op = 'UPDATE' and old.relapse_of is distinct from new.relapse_of and old.relapse_of is not null then
      perform app.recount(new.county_id, old.relapse_of);
    end if;
    perform app.recount(new.county_id, new.id);
    return null;
  end if;
  if tg_op <> 'INSERT' and old.dispute_id is not null then
    perform app.recount(old.county_id, old.dispute_id);
  end if;
  if tg_op <> 'DELETE' and new.dispute_id is not null and (tg_op = 'INSERT' or new.dispute_id is distinct from old.dispute_id) then
    perform app.recount(new.county_id, new.dispute_id);
  end if;
  return null;
end $$;

-- What an agreement that is not in force says counts nowhere: drafting it recounts nothing.
create function app.recount_owed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o obligations;
begin
  if tg_op = 'DELETE' then o := old; else o := new; end if;
  if exists (select from agreements a where a.county_id = o.county_id and a.id = o.agreement_id and a.effective_at is not null) then
    perform app.recount(o.county_id, o.dispute_id);
  end if;
  return null;
end $$;
