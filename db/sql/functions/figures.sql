-- Kept figures are for a station's own head and for the system. Gives the matters of the station that whoever asks may not
-- read because of a restriction: figures of a head leave them out, as the lists behind them do. The county's figures, which
-- the system counts, name no matter and hold all. For functions that have asked for the county and run with their owner's rights.
create function app.left_out(p_county uuid, p_station uuid) returns uuid[] language plpgsql stable as $$
begin
  if not app.is_product() or app.is_system() then return '{}'; end if;
  if not (app.is_head() and p_station is not distinct from app.station()) then
    raise exception 'figures of another station' using errcode = 'insufficient_privilege';
  end if;
  return array(select r.dispute_id from dispute_restrictions r join disputes d on d.county_id = r.county_id and d.id = r.dispute_id
    where r.county_id = p_county and r.released_at is null and (d.counted_station_id = any (app.counted_under(p_county, p_station))
        or exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id and p.station_id = any (app.counted_under(p_county, p_station))))
      and not exists (select from dispute_access a where a.county_id = r.county_id and a.dispute_id = r.dispute_id
        and a.subject_id = any (app.subjects()) and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))));
end $$;

-- The parts below read with the rights of the function that calls them, and become part of its statement. Each leaves out
-- the matters in p_left_out.

-- Counts of a station in spans of time [p_from, p_to), as known at p_known, one row for each. A span that begins with a month
-- is the sum of its months, and of the entries of the month in which p_known lies; any other one is one pass over its entries.
create function app.counts_in(p_county uuid, p_station uuid, p_left_out uuid[], p_from timestamptz[], p_to timestamptz[], p_known timestamptz[])
  returns table (span integer, received bigint, accepted bigint, not_accepted bigint, opened bigint, closed bigint, agreed bigint, performed bigint, resolved bigint,
    settled bigint, succeeded bigint, taken bigint, taken_agreed bigint, due bigint, due_kept bigint, calmed bigint, untouched bigint, concluded json, relapsed json)
  language sql stable as $$
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
  -- What is open is counted from the beginning, and within the span everything else. The sign of a matter that is left out is -1.
  -- Summed at once by what decides whether they count: most entries say one thing, and a sum that looks at each costs the most.
  entries as materialized (
    select x.span, x.is_within, x.is_after_months, x.sign, x.days,
      sum(x.received) as received, sum(x.accepted) as accepted, sum(x.not_accepted) as not_accepted, sum(x.opened) as opened,
      sum(x.closed) as closed, sum(x.agreed) as agreed, sum(x.performed) as performed, sum(x.resolved) as resolved,
      sum(x.settled) as settled, sum(x.succeeded) as succeeded, sum(x.taken) as taken, sum(x.taken_agreed) as taken_agreed,
      sum(x.due) as due, sum(x.due_kept) as due_kept, sum(x.calmed) as calmed, sum(x.untouched) as untouched, sum(x.concluded) as concluded,
      sum(x.relapsed) as relapsed
    from (
      select s.span, e.at >= s.starts and e.at < s.ends as is_within, e.moment > s.month_start as is_after_months, 1 as sign, e.days,
        e.received, e.accepted, e.not_accepted, e.opened, e.closed, e.agreed, e.performed, e.resolved, e.settled, e.succeeded, e.taken,
        e.taken_agreed, e.due, e.due_kept, e.calmed, e.untouched, e.concluded, e.relapsed
      from spans s join figure_entries e on e.county_id = p_county and e.station_id = any ((select app.counted_under(p_county, p_station))::uuid[]) and e.moment > s.since and e.moment <= s.known
      where e.dispute_id <> all (p_left_out)
      union all
      select s.span, e.at >= s.starts and e.at < s.ends and s.from_month is not null, true, -1, e.days,
        e.received, e.accepted, e.not_accepted, e.opened, e.closed, e.agreed, e.performed, e.resolved, e.settled, e.succeeded, e.taken,
        e.taken_agreed, e.due, e.due_kept, e.calmed, e.untouched, e.concluded, e.relapsed
      from spans s join figure_entries e on e.county_id = p_county and e.dispute_id = any (p_left_out) and e.moment <= s.month_start) x
    group by x.span, x.is_within, x.is_after_months, x.sign, x.days),
  parts as (
    select s.span,
      sum(m.received) filter (where x.is_within) as received, sum(m.accepted) filter (where x.is_within) as accepted,
      sum(m.not_accepted) filter (where x.is_within) as not_accepted, sum(m.opened) as opened, sum(m.closed) as closed,
      sum(m.agreed) filter (where x.is_within) as agreed, sum(m.performed) filter (where x.is_within) as performed,
      sum(m.resolved) filter (where x.is_within) as resolved, sum(m.settled) filter (where x.is_within) as settled,
      sum(m.succeeded) filter (where x.is_within) as succeeded, sum(m.taken) filter (where x.is_within) as taken,
      sum(m.taken_agreed) filter (where x.is_within) as taken_agreed, sum(m.due) filter (where x.is_within) as due,
      sum(m.due_kept) filter (where x.is_within) as due_kept, sum(m.calmed) filter (where x.is_within) as calmed,
      sum(m.untouched) filter (where x.is_within) as untouched
    from spans s join figure_months m on m.county_id = p_county and m.scope = any ((select app.counted_under(p_county, p_station))::text[]) and m.moment_month < s.known_month
      cross join lateral (select m.at_month >= s.from_month and m.at_month <= s.to_month as is_within) x
    group by s.span
    union all
    select e.span,
      sum(e.received * e.sign) filter (where e.is_within) as received, sum(e.accepted * e.sign) filter (where e.is_within) as accepted,
      sum(e.not_accepted * e.sign) filter (where e.is_within) as not_accepted, sum(e.opened * e.sign) filter (where e.is_after_months) as opened,
      sum(e.closed * e.sign) filter (where e.is_after_months) as closed, sum(e.agreed * e.sign) filter (where e.is_within) as agreed,
      sum(e.performed * e.sign) filter (where e.is_within) as performed, sum(e.resolved * e.sign) filter (where e.is_within) as resolved,
      sum(e.settled * e.sign) filter (where e.is_within) as settled, sum(e.succeeded * e.sign) filter (where e.is_within) as succeeded,
      sum(e.taken * e.sign) filter (where e.is_within) as taken, sum(e.taken_agreed * e.sign) filter (where e.is_within) as taken_agreed,
      sum(e.due * e.sign) filter (where e.is_within) as due, sum(e.due_kept * e.sign) filter (where e.is_within) as due_kept,
      sum(e.calmed * e.sign) filter (where e.is_within) as calmed, sum(e.untouched * e.sign) filter (where e.is_within) as untouched
    from entries e group by e.span),
  by_days as (
    select q.span, q.kind, q.days, sum(q.n)::int as n from (
      select s.span, m.kind, m.days, m.n from spans s cross join lateral (
        select f.kind, f.days, f.n from figure_days f where f.county_id = p_county and f.station_id = any ((select app.counted_under(p_county, p_station))::uuid[])
          and f.at_month >= s.from_month and f.at_month <= s.to_month and f.moment_month < s.known_month offset 0) m
      union all
      select e.span, 'concluded', e.days, e.concluded * e.sign from entries e where e.is_within and e.concluded is not null
      union all
      select e.span, 'relapsed', e.days, e.relapsed * e.sign from entries e where e.is_within and e.relapsed is not null) q
    group by 1, 2, 3 having sum(q.n) <> 0),
  spread as (
    select b.span, json_agg(json_build_array(b.days, b.n) order by b.days) filter (where b.kind = 'concluded') as concluded,
      json_agg(json_build_array(b.days, b.n) order by b.days) filter (where b.kind = 'relapsed') as relapsed
    from by_days b group by b.span),
  counts as (
    select p.span,
      sum(p.received)::bigint as received, sum(p.accepted)::bigint as accepted, sum(p.not_accepted)::bigint as not_accepted,
      sum(p.opened)::bigint as opened, sum(p.closed)::bigint as closed, sum(p.agreed)::bigint as agreed, sum(p.performed)::bigint as performed,
      sum(p.resolved)::bigint as resolved, sum(p.settled)::bigint as settled, sum(p.succeeded)::bigint as succeeded, sum(p.taken)::bigint as taken,
      sum(p.taken_agreed)::bigint as taken_agreed, sum(p.due)::bigint as due, sum(p.due_kept)::bigint as due_kept, sum(p.calmed)::bigint as calmed,
      sum(p.untouched)::bigint as untouched
    from parts p group by p.span)
  select s.span,
    coalesce(c.received, 0), coalesce(c.accepted, 0), coalesce(c.not_accepted, 0), coalesce(c.opened, 0), coalesce(c.closed, 0),
    coalesce(c.agreed, 0), coalesce(c.performed, 0), coalesce(c.resolved, 0), coalesce(c.settled, 0), coalesce(c.succeeded, 0), coalesce(c.taken, 0),
    coalesce(c.taken_agreed, 0), coalesce(c.due, 0), coalesce(c.due_kept, 0), coalesce(c.calmed, 0), coalesce(c.untouched, 0), coalesce(b.concluded, '[]'),
    coalesce(b.relapsed, '[]')
  from spans s left join counts c on c.span = s.span left join spread b on b.span = s.span order by s.span
$$;

create function app.station_counts(p_county uuid, p_station uuid, p_from timestamptz[], p_to timestamptz[], p_known timestamptz[])
  returns table (span integer, received bigint, accepted bigint, not_accepted bigint, opened bigint, closed bigint, agreed bigint, performed bigint, resolved bigint,
    settled bigint, succeeded bigint, taken bigint, taken_agreed bigint, due bigint, due_kept bigint, calmed bigint, untouched bigint, concluded json, relapsed json)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_left_out uuid[];
begin
  perform app.require_county(p_county);
  v_left_out := app.left_out(p_county, p_station);
  return query select c.* from app.counts_in(p_county, p_station, v_left_out, p_from, p_to, p_known) c;
end $$;
