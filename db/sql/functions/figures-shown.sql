-- What the overview of a station's head shows beside its counts. The parts are like app.counts_in; app.station_overview puts
-- them together in one statement.

-- Accepted and resolved in each month from p_from until before p_until, as known at the end of the month.
create function app.months_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from date, p_until date)
  returns table (month text, accepted integer, resolved integer) language sql stable as $$
  select left(x.month::text, 7), sum(x.accepted)::int, sum(x.resolved)::int from (
    select m.at_month as month, m.accepted, m.resolved from figure_months m
      where m.county_id = p_county and m.scope = p_station::text and m.at_month >= p_from and m.at_month < p_until and m.moment_month <= m.at_month
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
    select app.month_of(d.registered_at) as month, d.point_id, count(*)::int as n from disputes d
    where d.county_id = p_county and d.station_id = p_station and d.registered_at >= p_from and d.registered_at <= p_known and d.id <> all (p_left_out)
    group by 1, 2) x
  left join contact_points c on c.county_id = p_county and c.id = x.point_id
$$;

-- Open disputes by days since acceptance and by risk. What has ended is looked for apart: one index gives both.
create function app.open_in(p_county uuid, p_station uuid, p_left_out uuid[], p_known timestamptz)
  returns table (days integer, risk risk_level, n integer) language sql stable as $$
  select (p_known at time zone 'Asia/Shanghai')::date - (life.accepted_at at time zone 'Asia/Shanghai')::date, d.risk, count(*)::int
  from (
      select p.dispute_id from proceedings p
        where p.county_id = p_county and p.station_id = p_station and p.ended_at is null and p.accepted_at <= p_known
      union
      select p.dispute_id from proceedings p
        where p.county_id = p_county and p.station_id = p_station and p.ended_at > p_known and p.accepted_at <= p_known) o
    join disputes d on d.county_id = p_county and d.id = o.dispute_id and d.id <> all (p_left_out)
    cross join lateral (select min(q.accepted_at) as accepted_at from proceedings q
      where q.county_id = p_county and q.dispute_id = d.id and q.accepted_at <= p_known) life
  group by 1, 2
$$;

-- How each force answered a station in a span: what server/statistics/reads/figures.ts calls asked, accepted, attended and
-- hours to an answer, all forces in one pass.
create function app.forces_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from timestamptz, p_to timestamptz, p_known timestamptz)
  returns table (code text, "nameZh" text, "nameEn" text, asked integer, accepted integer, decided integer, attended integer, expected integer,
    hours double precision) language sql stable as $$
  with sent as (
    select i.force_code, count(*) filter (where i.status <> 'withdrawn')::int as asked, count(*) filter (where i.status = 'accepted')::int as accepted,
      count(*) filter (where i.status in ('accepted', 'declined', 'expired') or i.status in ('sent', 'seen') and i.answer_by <= p_known)::int as decided,
      percentile_cont(0.5) within group (order by extract(epoch from i.answered_at - i.sent_at) / 3600) filter (where i.answered_at <= p_known) as hours
    from invitations i join disputes d on d.county_id = i.county_id and d.id = i.dispute_id
    where i.county_id = p_county and i.sent_at >= p_from and i.sent_at < p_to and i.sent_at <= p_known and d.station_id = p_station and d.id <> all (p_left_out)
    group by i.force_code),
  seats as (
    select i.force_code, count(*) filter (where sp.attendance = 'present')::int as attended, count(*)::int as expected
    from sessions s join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id and sp.attendance in ('present', 'absent')
      join invitations i on i.county_id = s.county_id and i.proceeding_id = s.proceeding_id and i.person_id = sp.person_id and i.status = 'accepted'
      join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
    where s.county_id = p_county and s.status = 'ended' and s.starts_at >= p_from and s.starts_at < p_to and s.starts_at <= p_known
      and d.station_id = p_station and d.id <> all (p_left_out)
    group by i.force_code)
  select f.code, f.name_zh, f.name_en, coalesce(a.asked, 0), coalesce(a.accepted, 0), coalesce(a.decided, 0), coalesce(s.attended, 0), coalesce(s.expected, 0),
    a.hours::double precision
  from forces f left join sent a on a.force_code = f.code left join seats s on s.force_code = f.code
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
