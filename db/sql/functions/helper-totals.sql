-- Totals of everybody who helps, by person and month (docs/adr/0038): what boards, panels and a helper's own record sum up
-- without reading a life's history. Kept like the figures of stations (figure-entries.sql): what the rows of one dispute
-- add is worked out in one place, app.helper_entries_of, compared at commit with what was added before, and the difference
-- goes to the months.

-- Everything that disputes add to people's totals, worked out from their rows as they stand. The only place that says so.
create function app.helper_entries_of(p_county uuid, p_disputes uuid[]) returns setof helper_entries
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return query
  with asked as materialized (
    select i.dispute_id, i.person_id, i.proceeding_id, i.status, i.sent_at, i.answered_at
    from unnest(p_disputes) d (id) join invitations i on i.county_id = p_county and i.dispute_id = d.id where i.status <> 'withdrawn'),
  said (dispute_id, person_id, at, asked, accepted, declined, expired, minutes, ended, agreed, attended, missed, seconds, result) as (
    select a.dispute_id, a.person_id, a.sent_at, 1, (a.status = 'accepted')::int, (a.status = 'declined')::int, (a.status = 'expired')::int,
      floor(extract(epoch from a.answered_at - a.sent_at) / 60)::int, 0, 0, 0, 0, 0, null::session_result from asked a
    union all
    select a.dispute_id, a.person_id, p.ended_at, 0, 0, 0, 0, null, 1,
      (p.outcome in ('agreedWritten', 'agreedOral', 'partial', 'publicSecurityPerformed', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone'))::int, 0, 0, 0, null
    from asked a join proceedings p on p.county_id = p_county and p.id = a.proceeding_id where a.status = 'accepted' and p.ended_at is not null
    union all
    select s.dispute_id, x.person_id, s.starts_at, 0, 0, 0, 0, null, 0, 0, (x.attendance = 'present')::int, (x.attendance = 'absent')::int,
      case when x.attendance = 'present' then extract(epoch from s.ends_at - s.starts_at)::int else 0 end,
      case when x.attendance = 'present' then s.result end
    from unnest(p_disputes) d (id) join sessions s on s.county_id = p_county and s.dispute_id = d.id and s.status = 'ended'
      join session_people x on x.county_id = p_county and x.session_id = s.id and x.person_id is not null and x.attendance <> 'expected')
  select p_county, s.dispute_id, s.person_id, app.month_of(s.at), sum(s.asked)::int, sum(s.accepted)::int, sum(s.declined)::int, sum(s.expired)::int,
    coalesce(array_agg(s.minutes order by s.minutes) filter (where s.minutes is not null), '{}'), sum(s.ended)::int, sum(s.agreed)::int,
    sum(s.attended)::int, sum(s.missed)::int, sum(s.seconds)::int, count(*) filter (where s.result = 'agreed')::int,
    count(*) filter (where s.result = 'partlyAgreed')::int, count(*) filter (where s.result = 'adjourned')::int,
    count(*) filter (where s.result = 'failed')::int
  from said s group by s.dispute_id, s.person_id, app.month_of(s.at) order by 2, 3, 4;
end $$;

-- A list of minutes with others added to it; -1 - n takes n away once.
create function app.minutes_with(p_minutes integer[], p_more integer[]) returns integer[] language sql immutable parallel safe
  as $$ select case when p_more = '{}' then p_minutes else array(
    select x.m from (select y.m, sum(y.n) as n from (select unnest(p_minutes) as m, 1 as n
      union all select case when m < 0 then -1 - m else m end, case when m < 0 then -1 else 1 end from unnest(p_more) m) y group by y.m) x
    cross join lateral generate_series(1, x.n) order by x.m) end $$;

-- Brings the entries of a dispute, and the months of the people in it, to what its rows say now. Acts on one dispute wait for
-- each other here; cells are written in one order, so that two acts never wait for each other crosswise.
create function app.recount_helpers(p_county uuid, p_dispute uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_now helper_entries[]; v_before helper_entries[];
begin
  perform app.require_county(p_county);
  perform 1 from disputes where county_id = p_county and id = p_dispute for no key update;
  v_now := array(select e from app.helper_entries_of(p_county, array[p_dispute]) e);
  v_before := array(select e from helper_entries e where e.county_id = p_county and e.dispute_id = p_dispute order by e.person_id, e.month);
  if v_now = v_before then return; end if;
  delete from helper_entries e where e.county_id = p_county and e.dispute_id = p_dispute and e <> all (v_now);
  insert into helper_entries select n.* from unnest(v_now) n where n <> all (v_before);
  insert into helper_months as m (county_id, person_id, month, asked, accepted, declined, expired, answer_minutes, ended, agreed, attended, missed,
      seconds, came_agreed, came_partly_agreed, came_adjourned, came_failed)
    select p_county, c.person_id, c.month, sum(c.asked * c.sign), sum(c.accepted * c.sign), sum(c.declined * c.sign), sum(c.expired * c.sign),
      array(select case when s.sign > 0 then a.minutes else -1 - a.minutes end
        from (select n as e, 1 as sign from unnest(v_now) n where n <> all (v_before)
          union all select b, -1 from unnest(v_before) b where b <> all (v_now)) s cross join lateral unnest((s.e).answer_minutes) a (minutes)
        where (s.e).person_id = c.person_id and (s.e).month = c.month order by 1),
      sum(c.ended * c.sign), sum(c.agreed * c.sign), sum(c.attended * c.sign), sum(c.missed * c.sign), sum(c.seconds * c.sign),
      sum(c.came_agreed * c.sign), sum(c.came_partly_agreed * c.sign), sum(c.came_adjourned * c.sign), sum(c.came_failed * c.sign)
    from (select n.*, 1 as sign from unnest(v_now) n where n <> all (v_before)
      union all select b.*, -1 from unnest(v_before) b where b <> all (v_now)) c
    group by c.person_id, c.month order by c.person_id, c.month
    on conflict (county_id, person_id, month) do update set asked = m.asked + excluded.asked, accepted = m.accepted + excluded.accepted,
      declined = m.declined + excluded.declined, expired = m.expired + excluded.expired,
      answer_minutes = app.minutes_with(m.answer_minutes, excluded.answer_minutes), ended = m.ended + excluded.ended, agreed = m.agreed + excluded.agreed,
      attended = m.attended + excluded.attended, missed = m.missed + excluded.missed, seconds = m.seconds + excluded.seconds,
      came_agreed = m.came_agreed + excluded.came_agreed, came_partly_agreed = m.came_partly_agreed + excluded.came_partly_agreed,
      came_adjourned = m.came_adjourned + excluded.came_adjourned, came_failed = m.came_failed + excluded.came_failed;
end $$;

-- At commit, after everything that the act wrote.
create function app.recount_helpers_after() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform app.recount_helpers(old.county_id, old.dispute_id); end if;
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and new.dispute_id <> old.dispute_id then perform app.recount_helpers(new.county_id, new.dispute_id); end if;
  return null;
end $$;

-- Counts a county whose rows came without triggers: generated ones, or those of a database from before.
create function app.count_helpers(p_county uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  delete from helper_months where county_id = p_county;
  delete from helper_entries where county_id = p_county;
  insert into helper_entries select * from app.helper_entries_of(p_county, array(select id from disputes where county_id = p_county));
  insert into helper_months
    select e.county_id, e.person_id, e.month, sum(e.asked), sum(e.accepted), sum(e.declined), sum(e.expired),
      array(select a.minutes from helper_entries x cross join lateral unnest(x.answer_minutes) a (minutes)
        where x.county_id = e.county_id and x.person_id = e.person_id and x.month = e.month order by 1),
      sum(e.ended), sum(e.agreed), sum(e.attended), sum(e.missed), sum(e.seconds), sum(e.came_agreed), sum(e.came_partly_agreed),
      sum(e.came_adjourned), sum(e.came_failed)
    from helper_entries e where e.county_id = p_county group by e.county_id, e.person_id, e.month;
end $$;

-- Cells of a county that are not what a count of its disputes says: which, and how it differs. Nothing when all is right.
create function app.helper_faults(p_county uuid) returns table (cell text, fault text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return query
  with counted as materialized (select e.* from app.helper_entries_of(p_county, array(select id from disputes where county_id = p_county)) e),
  kept as (select e.* from helper_entries e where e.county_id = p_county),
  sums as (
    select c.person_id, c.month, array[sum(c.asked), sum(c.accepted), sum(c.declined), sum(c.expired), sum(c.ended), sum(c.agreed), sum(c.attended),
      sum(c.missed), sum(c.seconds), sum(c.came_agreed), sum(c.came_partly_agreed), sum(c.came_adjourned), sum(c.came_failed)]::bigint[] as n
    from counted c group by 1, 2),
  minutes as (select c.person_id, c.month, array_agg(a.n order by a.n) as n from counted c cross join lateral unnest(c.answer_minutes) a (n) group by 1, 2),
  months as (
    select m.person_id, m.month, m.answer_minutes, array[m.asked, m.accepted, m.declined, m.expired, m.ended, m.agreed, m.attended, m.missed, m.seconds,
      m.came_agreed, m.came_partly_agreed, m.came_adjourned, m.came_failed]::bigint[] as n
    from helper_months m where m.county_id = p_county)
  select 'helpers of dispute ' || x.dispute_id, x.fault from (
    select a.dispute_id, 'is missing' as fault from (select * from counted except select * from kept) a
    union all
    select b.dispute_id, 'counts what is not there' from (select * from kept except select * from counted) b) x
  union all
  select concat_ws(' ', 'helper', coalesce(s.person_id, m.person_id), coalesce(s.month, m.month)),
    concat(m.n::text, m.answer_minutes::text, ' instead of ', s.n::text, coalesce(t.n, '{}')::text)
  from sums s full join months m on (m.person_id, m.month) = (s.person_id, s.month)
    left join minutes t on (t.person_id, t.month) = (coalesce(s.person_id, m.person_id), coalesce(s.month, m.month))
  where coalesce(s.n, array_fill(0::bigint, array[13])) <> coalesce(m.n, array_fill(0::bigint, array[13]))
    or coalesce(t.n, '{}') <> coalesce(m.answer_minutes, '{}');
end $$;

-- How helpers answered, whoever asked them, and how the matters they sat in came out, over the whole county, as figures alone:
-- since the beginning of the month in which p_since lies. The open matters they sit in now are their rights as one who
-- joined. For the offices, and for the system, which looks for substitutes.
create function app.helper_results(p_people uuid[], p_since timestamptz) returns table (person_id uuid, asked integer, accepted integer,
    median_hours double precision, ended integer, agreed integer, load integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with months as materialized (
    select h.* from helper_months h where h.county_id = (select app.proven_county()) and h.person_id = any (p_people)
      and h.month >= (select app.month_of(p_since)) and (select app.is_office() or app.is_system())),
  sums as (
    select h.person_id, sum(h.asked)::int as asked, sum(h.accepted)::int as accepted, sum(h.ended)::int as ended, sum(h.agreed)::int as agreed
    from months h group by h.person_id),
  medians as (
    select h.person_id, percentile_cont(0.5) within group (order by a.minutes) / 60 as hours
    from months h cross join lateral unnest(h.answer_minutes) a (minutes) group by h.person_id),
  loads as (
    select a.subject_id, count(distinct a.proceeding_id)::int as n from dispute_access a
    where a.county_id = (select app.proven_county()) and a.subject_id = any (p_people) and a.relation = 'joined' and a.is_open group by a.subject_id)
  select m.id, coalesce(s.asked, 0), coalesce(s.accepted, 0), d.hours, coalesce(s.ended, 0), coalesce(s.agreed, 0), coalesce(l.n, 0)
  from unnest(p_people) m (id) left join sums s on s.person_id = m.id left join medians d on d.person_id = m.id
    left join loads l on l.subject_id = m.id
  where (select app.is_office() or app.is_system())
$$;

-- The reader's own totals by year. What waited for their answer and is closed counts as they see it: lapsed once the time to
-- answer is over, and withdrawn before.
create function app.own_totals() returns table (year integer, asked integer, accepted integer, declined integer, expired integer,
    attended integer, missed integer, seconds integer, agreed integer, partly_agreed integer, adjourned integer, failed integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.year, sum(x.asked)::int, sum(x.accepted)::int, sum(x.declined)::int, sum(x.expired)::int, sum(x.attended)::int, sum(x.missed)::int,
    sum(x.seconds)::int, sum(x.agreed)::int, sum(x.partly_agreed)::int, sum(x.adjourned)::int, sum(x.failed)::int
  from (
    select extract(year from m.month)::int as year, -- A day already: of an instant `at time zone 'Asia/Shanghai'`.
      m.asked, m.accepted, m.declined, m.expired, m.attended, m.missed, m.seconds,
      m.came_agreed as agreed, m.came_partly_agreed as partly_agreed, m.came_adjourned as adjourned, m.came_failed as failed
    from helper_months m where m.county_id = (select app.proven_county()) and m.person_id = (select app.person())
    union all
    select extract(year from i.sent_at at time zone 'Asia/Shanghai')::int, case when i.answer_by <= app.now() then 0 else -1 end, 0, 0,
      case when i.answer_by <= app.now() then 1 else 0 end, 0, 0, 0, 0, 0, 0, 0
    from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
    where i.county_id = (select app.proven_county()) and i.person_id = (select app.person()) and i.status in ('sent', 'seen')
      and not app.card_is_open(i.status, i.answer_by, p.ended_at)) x
  group by x.year having sum(x.asked) > 0 or sum(x.attended + x.missed) > 0 order by x.year desc
$$;

-- A helper's own sessions that were held and counted, newest first, also of matters that have ended: all of some months, or a
-- page of those before a moment. Says what kind of matter and where, never whose. `seal` is the hash of the event by which
-- the session was recorded, for a proof. The entries say in which matters of which months the person sat.
create function app.own_record(p_from date, p_until date, p_at timestamptz, p_id uuid, p_limit integer, p_sealed boolean)
  returns table (session_id uuid, starts_at timestamptz, ends_at timestamptz, attendance attendance, result session_result, type dispute_type,
    room text, point text, committee text, seal text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with sat as materialized (
    (select e.dispute_id, e.month from helper_entries e
      where e.county_id = (select app.proven_county()) and e.person_id = (select app.person()) and e.attended + e.missed > 0
        and e.month >= p_from and e.month < p_until and (p_at is null or e.month < app.month_of(p_at))
      order by e.month desc fetch first (p_limit) rows with ties)
    union all
    select e.dispute_id, e.month from helper_entries e
      where e.county_id = (select app.proven_county()) and e.person_id = (select app.person()) and e.attended + e.missed > 0
        and p_at is not null and e.month = app.month_of(p_at)),
  held as materialized (
    select s.*, sp.attendance from sat
      join sessions s on s.county_id = (select app.proven_county()) and s.dispute_id = sat.dispute_id and s.status = 'ended' and app.month_of(s.starts_at) = sat.month
      join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.person_id = (select app.person())
    where p_at is null or (s.starts_at, s.id) < (p_at, p_id)
    order by s.starts_at desc, s.id desc limit p_limit)
  select s.id, s.starts_at, s.ends_at, s.attendance, s.result, d.type, coalesce(r.name, ''), coalesce(p.name, ''), c.name,
    case when p_sealed then coalesce((select e.hash from events e where e.county_id = s.county_id and e.dispute_id = s.dispute_id
      and e.action in ('session.record', 'session.recordHeld') and e.payload::jsonb ->> 'sessionId' = s.id::text order by e.seq desc limit 1), '') else '' end
  from held s
  join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
  -- Where there was no room the words for the place may name somebody: they stay in the dispute.
  left join rooms r on r.county_id = s.county_id and r.id = s.room_id
  left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  join committees c on c.county_id = d.county_id and c.id = d.committee_id
  order by s.starts_at desc, s.id desc
$$;
