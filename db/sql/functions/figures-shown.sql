-- What the overview of a station's head shows beside its counts. The parts are like app.counts_in; app.station_overview puts
-- them together in one statement.

-- Accepted and resolved in each month from p_from until before p_until, as known at the end of the month.
create function app.months_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from date, p_until date)
  returns table (month text, accepted integer, resolved integer) language sql stable as $$
  select left(x.month::text, 7), sum(x.accepted)::int, sum(x.resolved)::int from (
    select m.at_month as month, m.accepted, m.resolved from figure_months m
      where m.county_id = p_county and m.scope = any ((select app.counted_under(p_county, p_station))::text[]) and m.at_month >= p_from and m.at_month < p_until and m.moment_month <= m.at_month
    union all
    select app.month_of(e.at), -coalesce(e.accepted, 0), -coalesce(e.resolved, 0) from figure_entries e
      where e.county_id = p_county and e.dispute_id = any (p_left_out) and app.month_of(e.at) >= p_from and app.month_of(e.at) < p_until
        and app.month_of(e.moment - interval '1 microsecond') <= app.month_of(e.at)) x
  group by x.month
$$;

-- New disputes by month and contact point, from an instant until what is known.
create function app.points_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from timestamptz, p_known timestamptz)
  returns table (month text, "pointId" uuid, point text, n integer) language sql stable as $$
  select left(x.month::text, 7), x.point_id, c.name, x.n from (
    select app.month_of(d.registered_at) as month, d.counted_point_id as point_id, count(*)::int as n from disputes d
    where d.county_id = p_county and d.counted_station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and d.registered_at >= p_from and d.registered_at <= p_known and d.id <> all (p_left_out)
    group by 1, 2) x
  left join contact_points c on c.county_id = p_county and c.id = x.point_id
$$;

-- Open disputes by days since acceptance and by risk. What has ended since is looked for apart, by its end.
create function app.open_in(p_county uuid, p_station uuid, p_left_out uuid[], p_known timestamptz)
  returns table (days integer, risk risk_level, n integer) language sql stable as $$
  with ended as materialized (
    select p.dispute_id, p.accepted_at from proceedings p where p.county_id = p_county and p.station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and p.ended_at > p_known)
  select (p_known at time zone 'Asia/Shanghai')::date - (life.accepted_at at time zone 'Asia/Shanghai')::date, d.risk, count(*)::int
  from (
      select p.dispute_id from proceedings p
        where p.county_id = p_county and p.station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and p.ended_at is null and p.accepted_at <= p_known
      union select e.dispute_id from ended e where e.accepted_at <= p_known) o
    join disputes d on d.county_id = p_county and d.id = o.dispute_id and d.id <> all (p_left_out)
    cross join lateral (select min(q.accepted_at) as accepted_at from proceedings q
      where q.county_id = p_county and q.dispute_id = d.id and q.accepted_at <= p_known) life
  group by 1, 2
$$;

-- How each force answered a station in a span that is not over: what server/statistics/reads/figures.ts calls asked, accepted,
-- attended and hours to an answer. Like counts, whole months from sums and the rest from entries; a question that is late
-- while nobody has closed it is looked for among those that wait.
create function app.forces_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from timestamptz, p_to timestamptz, p_known timestamptz)
  returns table (code text, "nameZh" text, "nameEn" text, asked integer, accepted integer, decided integer, attended integer, expected integer,
    hours double precision) language sql stable as $$
  with span as (
    select case when y.is_whole then app.month_of(p_from) end as from_month, x.known_month, case when y.is_whole then x.month_start else p_from end as since
    from (select app.month_of(p_known - interval '1 microsecond') as known_month,
        date_trunc('month', (p_known - interval '1 microsecond') at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as month_start) x
      cross join lateral (select p_from = app.month_of(p_from)::timestamp at time zone 'Asia/Shanghai' and p_from < x.month_start as is_whole) y),
  late as materialized (
    select i.force_code, i.dispute_id, i.sent_at from invitations i
    where i.county_id = p_county and i.status in ('sent', 'seen') and i.answer_by <= p_known),
  rows as (
    select m.force_code, 1 as sign, m.asked, m.accepted, m.decided, m.attended, m.expected, m.answer_seconds
    from span s join force_months m on m.county_id = p_county and m.station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and m.month >= s.from_month and m.month < s.known_month
    union all
    select e.force_code, 1, e.asked, e.accepted, e.decided, e.attended, e.expected, e.answer_seconds
    from span s join force_entries e on e.county_id = p_county and e.station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and e.at >= s.since and e.at < p_to and e.at <= p_known
    where e.dispute_id <> all (p_left_out)
    union all
    select e.force_code, -1, e.asked, e.accepted, e.decided, e.attended, e.expected, e.answer_seconds
    from span s join force_entries e on e.county_id = p_county and e.dispute_id = any (p_left_out) and e.at >= p_from and e.at < s.since
    union all
    select i.force_code, 1, 0, 0, 1, 0, 0, '{}' from late i
    where i.sent_at >= p_from and i.sent_at < p_to and i.dispute_id <> all (p_left_out)
      and exists (select from disputes d where d.county_id = p_county and d.id = i.dispute_id and d.counted_station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) offset 0)),
  counts as (
    select r.force_code, sum(r.sign * r.asked)::int as asked, sum(r.sign * r.accepted)::int as accepted, sum(r.sign * r.decided)::int as decided,
      sum(r.sign * r.attended)::int as attended, sum(r.sign * r.expected)::int as expected
    from rows r group by r.force_code),
  answers as (
    select a.force_code, percentile_cont(0.5) within group (order by a.s) / 3600 as hours
    from (select r.force_code, s, sum(r.sign)::int as n from rows r cross join lateral unnest(r.answer_seconds) s group by 1, 2) a
      cross join generate_series(1, a.n) group by a.force_code)
  select f.code, f.name_zh, f.name_en, coalesce(c.asked, 0), coalesce(c.accepted, 0), coalesce(c.decided, 0), coalesce(c.attended, 0),
    coalesce(c.expected, 0), a.hours
  from forces f left join counts c on c.force_code = f.code left join answers a on a.force_code = f.code
  where f.county_id = p_county and f.disabled_at is null order by f.sort
$$;

create function app.station_forces(p_county uuid, p_station uuid, p_from timestamptz, p_to timestamptz, p_known timestamptz)
  returns table (code text, "nameZh" text, "nameEn" text, asked integer, accepted integer, decided integer, attended integer, expected integer,
    hours double precision)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_left_out uuid[];
begin
  perform app.require_county(p_county);
  v_left_out := app.left_out(p_county, p_station);
  return query select f.* from app.forces_in(p_county, p_station, v_left_out, p_from, p_to, p_known) f;
end $$;

-- All of a head's overview but the red list: counts of the spans, of which forces are asked in the first; months from
-- p_months until the one of p_known, and points of contact from p_points. Names of the station and of whoever asks.
create function app.station_overview(p_county uuid, p_station uuid, p_from timestamptz[], p_to timestamptz[], p_known timestamptz[], p_months date,
    p_points timestamptz, p_now timestamptz)
  returns table (station text, head text, counts json, months json, points json, open json, forces json)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_left_out uuid[];
begin
  perform app.require_county(p_county);
  v_left_out := app.left_out(p_county, p_station);
  return query select
    (select s.name from stations s where s.county_id = p_county and s.id = p_station),
    (select p.name from people p where p.county_id = p_county and p.id = app.person()),
    (select json_agg(c order by c.span) from app.counts_in(p_county, p_station, v_left_out, p_from, p_to, p_known) c),
    (select json_agg(m) from app.months_in(p_county, p_station, v_left_out, p_months, app.month_of(p_now)) m),
    (select json_agg(p) from app.points_in(p_county, p_station, v_left_out, p_points, p_now) p),
    (select json_agg(o) from app.open_in(p_county, p_station, v_left_out, p_now) o),
    (select json_agg(f) from app.forces_in(p_county, p_station, v_left_out, p_from[1], p_to[1], p_known[1]) f);
end $$;

-- What the county's page shows beside the counts of each station (app.station_counts): months of all stations, new disputes by
-- station, type and month, open ones whose next step is late, and how each force answered each station. A station that gave its
-- work to another counts there. Numbers alone; the lists behind them are asked of tables.
create function app.county_overview(p_county uuid, p_from timestamptz, p_to timestamptz, p_known timestamptz, p_months date, p_heat timestamptz,
    p_now timestamptz)
  returns table (months json, heat json, overdue json, forces json)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  if app.is_product() and not app.is_system() then
    raise exception 'figures of the whole county' using errcode = 'insufficient_privilege';
  end if;
  return query select
    (select json_agg(m) from (
      select x.month, sum(x.accepted)::int as accepted, sum(x.resolved)::int as resolved
      from stations st cross join lateral app.months_in(p_county, st.id, '{}', p_months, app.month_of(p_now)) x
      where st.county_id = p_county and st.successor_id is null group by x.month) m),
    (select json_agg(h) from (
      select app.heir_of(p_county, st.id) as "stationId", d.type, left(app.month_of(d.registered_at)::text, 7) as month, count(*)::int as n
      from stations st join disputes d on d.county_id = st.county_id and d.counted_station_id = st.id
      where st.county_id = p_county and d.registered_at >= p_heat and d.registered_at <= p_now and d.merged_at is null
      group by 1, 2, 3) h),
    (select json_agg(o) from (
      select app.heir_of(p_county, d.counted_station_id) as "stationId", count(distinct d.id)::int as n
      from stations st join proceedings p on p.county_id = st.county_id and p.station_id = st.id
        join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
      where st.county_id = p_county and p.ended_at is null and p.next_due_at < p_now and d.merged_at is null
      group by 1) o),
    (select json_agg(f) from (
      select st.id as "stationId", x.* from stations st
        cross join lateral app.forces_in(p_county, st.id, '{}', p_from, p_to, p_known) x
      where st.county_id = p_county and st.successor_id is null and st.disabled_at is null) f);
end $$;
