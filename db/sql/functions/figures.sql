-- Matters of a station that whoever asks may not read because of a restriction: figures of a head leave them out, as the
-- lists behind them do. The county's figures, which the system counts, name no matter and hold all.
create function app.left_out(p_county uuid, p_station uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  if not app.is_product() or app.is_system() then return '{}'; end if;
  return array(select r.dispute_id from dispute_restrictions r join disputes d on d.county_id = r.county_id and d.id = r.dispute_id
    where r.county_id = p_county and r.released_at is null and d.station_id = p_station
      and not exists (select from dispute_access a where a.county_id = r.county_id and a.dispute_id = r.dispute_id
        and a.subject_id = any (app.subjects()) and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))));
end $$;

-- Kept figures are for a station's own head and for the system.
create function app.require_figures(p_county uuid, p_station uuid) returns void language plpgsql stable as $$
begin
  perform app.require_county(p_county);
  if app.is_product() and not app.is_system() and not (app.is_head() and p_station is not distinct from app.station()) then
    raise exception 'figures of another station' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Counts of a station in spans of time [p_from, p_to), as known at p_known, one row for each. A span that begins with a month
-- is the sum of its months, and of the entries of the month in which p_known lies; any other one is one pass over its entries.
create function app.station_counts(p_county uuid, p_station uuid, p_from timestamptz[], p_to timestamptz[], p_known timestamptz[])
  returns table (span integer, received bigint, accepted bigint, not_accepted bigint, opened bigint, closed bigint, agreed bigint, performed bigint, resolved bigint,
    settled bigint, succeeded bigint, taken bigint, taken_agreed bigint, due bigint, due_kept bigint, calmed bigint, concluded jsonb, relapsed jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_left_out uuid[];
begin
  perform app.require_county(p_county);
  perform app.require_figures(p_county, p_station);
  v_left_out := app.left_out(p_county, p_station);
  return query
  with spans as (
    select x.span::int, x.starts, x.ends, x.known, app.month_of(x.ends - interval '1 microsecond') as to_month, y.known_month,
      y.known_month::timestamp at time zone 'Asia/Shanghai' as month_start,
      case when z.is_whole then app.month_of(x.starts) end as from_month,
      -- Entries after this moment are read one by one.
      case when z.is_whole then y.known_month::timestamp at time zone 'Asia/Shanghai'
        else least(y.known_month::timestamp at time zone 'Asia/Shanghai', x.starts - interval '1 microsecond') end as since
    from unnest(p_from, p_to, p_known) with ordinality x (starts, ends, known, span)
    cross join lateral (select app.month_of(x.known - interval '1 microsecond') as known_month) y
    cross join lateral (select x.starts = app.month_of(x.starts)::timestamp at time zone 'Asia/Shanghai' as is_whole) z),
  parts (span, received, accepted, not_accepted, opened, closed, agreed, performed, resolved, settled, succeeded, taken, taken_agreed, due, due_kept, calmed) as (
    select s.span, coalesce(sum(m.received) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.accepted) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.not_accepted) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.opened), 0), coalesce(sum(m.closed), 0),
        coalesce(sum(m.agreed) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.performed) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.resolved) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.settled) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.succeeded) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.taken) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.taken_agreed) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.due) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.due_kept) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0),
        coalesce(sum(m.calmed) filter (where m.at_month >= s.from_month and m.at_month <= s.to_month), 0)
    from spans s join figure_months m on m.county_id = p_county and m.scope = p_station::text and m.moment_month < s.known_month group by s.span
    union all
    select s.span, coalesce(sum(e.received) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.accepted) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.not_accepted) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.opened) filter (where e.moment > s.month_start), 0),
        coalesce(sum(e.closed) filter (where e.moment > s.month_start), 0),
        coalesce(sum(e.agreed) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.performed) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.resolved) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.settled) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.succeeded) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.taken) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.taken_agreed) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.due) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.due_kept) filter (where e.at >= s.starts and e.at < s.ends), 0),
        coalesce(sum(e.calmed) filter (where e.at >= s.starts and e.at < s.ends), 0)
    from spans s join figure_entries e on e.county_id = p_county and e.station_id = p_station and e.moment > s.since and e.moment <= s.known
      and e.dispute_id <> all (v_left_out) group by s.span
    union all
    select s.span, -coalesce(sum(e.received) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.accepted) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.not_accepted) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.opened), 0), -coalesce(sum(e.closed), 0),
        -coalesce(sum(e.agreed) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.performed) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.resolved) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.settled) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.succeeded) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.taken) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.taken_agreed) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.due) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.due_kept) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0),
        -coalesce(sum(e.calmed) filter (where e.at >= s.starts and e.at < s.ends and s.from_month is not null), 0)
    from spans s join figure_entries e on e.county_id = p_county and e.dispute_id = any (v_left_out) and e.moment <= s.month_start group by s.span),
  spread as (
    select s.span, m.kind, m.days, m.n from spans s join figure_days m on m.county_id = p_county and m.station_id = p_station
      and m.at_month >= s.from_month and m.at_month <= s.to_month and m.moment_month < s.known_month
    union all
    select s.span, x.kind, e.days, x.n from spans s join figure_entries e on e.county_id = p_county and e.station_id = p_station
      and e.moment > s.since and e.moment <= s.known and e.at >= s.starts and e.at < s.ends and e.dispute_id <> all (v_left_out)
      cross join lateral (values ('concluded', e.concluded), ('relapsed', e.relapsed)) x (kind, n) where x.n is not null
    union all
    select s.span, x.kind, e.days, -x.n from spans s join figure_entries e on e.county_id = p_county and e.dispute_id = any (v_left_out)
      and s.from_month is not null and e.moment <= s.month_start and e.at >= s.starts and e.at < s.ends
      cross join lateral (values ('concluded', e.concluded), ('relapsed', e.relapsed)) x (kind, n) where x.n is not null),
  by_days as (select q.span, q.kind, q.days, sum(q.n)::int as n from spread q group by 1, 2, 3 having sum(q.n) <> 0)
  select s.span, coalesce(sum(p.received), 0)::bigint, coalesce(sum(p.accepted), 0)::bigint,
    coalesce(sum(p.not_accepted), 0)::bigint, coalesce(sum(p.opened), 0)::bigint, coalesce(sum(p.closed), 0)::bigint,
    coalesce(sum(p.agreed), 0)::bigint, coalesce(sum(p.performed), 0)::bigint, coalesce(sum(p.resolved), 0)::bigint,
    coalesce(sum(p.settled), 0)::bigint, coalesce(sum(p.succeeded), 0)::bigint, coalesce(sum(p.taken), 0)::bigint,
    coalesce(sum(p.taken_agreed), 0)::bigint, coalesce(sum(p.due), 0)::bigint, coalesce(sum(p.due_kept), 0)::bigint,
    coalesce(sum(p.calmed), 0)::bigint,
    coalesce((select jsonb_agg(jsonb_build_array(b.days, b.n) order by b.days) from by_days b where b.span = s.span and b.kind = 'concluded'), '[]'),
    coalesce((select jsonb_agg(jsonb_build_array(b.days, b.n) order by b.days) from by_days b where b.span = s.span and b.kind = 'relapsed'), '[]')
  from spans s left join parts p on p.span = s.span group by s.span order by s.span;
end $$;
