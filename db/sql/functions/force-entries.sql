-- Figures of the forces that are kept, like those of disputes in figure-entries.sql: what the invitations and held sessions of
-- one dispute add, and its sums by month. They say how things stand, not how they stood: an answer changes the month of its question.

-- Everything a dispute adds to the figures of forces, worked out from its rows. The only place that says so.
create function app.force_entries_of(p_county uuid, p_dispute uuid) returns setof force_entries language plpgsql stable as $$
begin
  return query
  select p_county, p_dispute, d.counted_station_id, x.force_code, x.at, sum(x.asked)::int, sum(x.accepted)::int, sum(x.decided)::int, sum(x.attended)::int,
    sum(x.expected)::int, coalesce(array_agg(x.seconds order by x.seconds) filter (where x.seconds is not null), '{}')
  from disputes d cross join lateral (
    select i.force_code, i.sent_at::timestamptz as at, (i.status <> 'withdrawn')::int as asked, (i.status = 'accepted')::int as accepted,
      (i.status in ('accepted', 'declined', 'expired'))::int as decided, 0 as attended, 0 as expected,
      floor(extract(epoch from i.answered_at - i.sent_at))::int as seconds
    from invitations i where i.county_id = d.county_id and i.dispute_id = d.id
    union all
    select i.force_code, s.starts_at, 0, 0, 0, (sp.attendance = 'present')::int, 1, null
    from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.attendance in ('present', 'absent')
      join invitations i on i.county_id = s.county_id and i.proceeding_id = s.proceeding_id and i.person_id = sp.person_id and i.status = 'accepted'
    where s.county_id = d.county_id and s.dispute_id = d.id and s.status = 'ended') x
  where d.county_id = p_county and d.id = p_dispute
  group by d.counted_station_id, x.force_code, x.at
  having sum(x.asked + x.decided + x.expected) > 0 or count(x.seconds) > 0
  order by x.force_code, x.at;
end $$;

-- Seconds of answers in ascending order, after changes: n adds one of n seconds, and -n - 1 takes one away.
create function app.with_changes(p_seconds int[], p_changes int[]) returns int[] language sql immutable parallel safe as $$
  select coalesce(array_agg(x.s order by x.s), '{}') from (
    select y.s, sum(y.n)::int as n from (
      select s, 1 as n from unnest(p_seconds) s
      union all select case when c < 0 then -c - 1 else c end, case when c < 0 then -1 else 1 end from unnest(p_changes) c) y
    group by y.s) x cross join generate_series(1, x.n)
$$;

-- Takes entries out of the months and puts others in. The order of the cells is always the same, so that two acts never
-- wait for each other crosswise.
create function app.change_force_months(p_county uuid, p_gone force_entries[], p_new force_entries[]) returns void language plpgsql as $$
begin
  insert into force_months as m (county_id, station_id, month, force_code, asked, accepted, decided, attended, expected, answer_seconds)
    with changed as (
      select 1 as sign, app.month_of(n.at) as month, n.* from unnest(p_new) n
      union all select -1, app.month_of(g.at), g.* from unnest(p_gone) g),
    answered as (
      select c.station_id, c.month, c.force_code, array_agg(case when c.sign < 0 then -s - 1 else s end order by s) as changes
      from changed c cross join lateral unnest(c.answer_seconds) s group by 1, 2, 3)
    select p_county, c.station_id, c.month, c.force_code, sum(c.sign * c.asked), sum(c.sign * c.accepted), sum(c.sign * c.decided),
      sum(c.sign * c.attended), sum(c.sign * c.expected), coalesce((select a.changes from answered a
        where (a.station_id, a.month, a.force_code) = (c.station_id, c.month, c.force_code)), '{}')
    from changed c group by 2, 3, 4 order by 2, 3, 4
  on conflict (county_id, station_id, month, force_code) do update set
    asked = m.asked + excluded.asked, accepted = m.accepted + excluded.accepted, decided = m.decided + excluded.decided,
    attended = m.attended + excluded.attended, expected = m.expected + excluded.expected,
    answer_seconds = case when excluded.answer_seconds = '{}' then m.answer_seconds else app.with_changes(m.answer_seconds, excluded.answer_seconds) end;
end $$;

-- Brings a dispute's entries and the months to what its rows say now, as app.recount does.
create function app.recount_forces(p_county uuid, p_dispute uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v_before force_entries[]; v_now force_entries[]; v_gone force_entries[]; v_new force_entries[];
begin
  perform app.require_county(p_county);
  perform 1 from disputes where county_id = p_county and id = p_dispute for no key update;
  v_now := array(select e from app.force_entries_of(p_county, p_dispute) e);
  v_before := array(select e from force_entries e where e.county_id = p_county and e.dispute_id = p_dispute order by e.force_code, e.at);
  if v_now = v_before then return; end if;
  v_gone := array(select b from unnest(v_before) b where b <> all (v_now));
  v_new := array(select n from unnest(v_now) n where n <> all (v_before));
  delete from force_entries e where e.county_id = p_county and e.dispute_id = p_dispute
    and exists (select from unnest(v_gone) g where (g.force_code, g.at) = (e.force_code, e.at));
  insert into force_entries select n.* from unnest(v_new) n;
  perform app.change_force_months(p_county, v_gone, v_new);
end $$;

-- At commit, after everything that the act wrote.
create function app.recount_forces_after() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'disputes' then perform app.recount_forces(new.county_id, new.id);
  elsif tg_op = 'DELETE' then perform app.recount_forces(old.county_id, old.dispute_id);
  else perform app.recount_forces(new.county_id, new.dispute_id);
  end if;
  return null;
end $$;

-- The months that a county's entries add up to.
create function app.force_cells(p_county uuid) returns setof force_months language sql stable as $$
  with entries as (select e.*, app.month_of(e.at) as month from force_entries e where e.county_id = p_county),
  answered as (
    select e.station_id, e.month, e.force_code, array_agg(s order by s) as seconds
    from entries e cross join lateral unnest(e.answer_seconds) s group by 1, 2, 3),
  sums as (
    select e.station_id, e.month, e.force_code, sum(e.asked)::int as asked, sum(e.accepted)::int as accepted, sum(e.decided)::int as decided,
      sum(e.attended)::int as attended, sum(e.expected)::int as expected
    from entries e group by 1, 2, 3)
  select p_county, s.station_id, s.month, s.force_code, s.asked, s.accepted, s.decided, s.attended, s.expected, coalesce(a.seconds, '{}')
  from sums s left join answered a on (a.station_id, a.month, a.force_code) = (s.station_id, s.month, s.force_code)
$$;

-- Counts a county whose invitations came without triggers.
create function app.count_forces(p_county uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  perform app.require_county(p_county);
  delete from force_entries where county_id = p_county;
  insert into force_entries select e.* from (select distinct i.dispute_id from invitations i where i.county_id = p_county) d
    cross join lateral app.force_entries_of(p_county, d.dispute_id) e;
  perform app.add_up_forces(p_county);
end $$;

-- Adds up a county's entries, as app.add_up_figures does.
create function app.add_up_forces(p_county uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  delete from force_months where county_id = p_county;
  insert into force_months select * from app.force_cells(p_county);
end $$;
