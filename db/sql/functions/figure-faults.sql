-- What `npm run verify` asks of kept figures (docs/adr/0038).

-- Cells of a county that are not what a count of its disputes says: which, and how it differs. Nothing when all is right.
create function app.figure_faults(p_county uuid) returns table (cell text, fault text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform app.require_county(p_county);
  return query
  with counted as (select e.* from disputes d cross join lateral app.entries_of(d.county_id, d.id) e where d.county_id = p_county),
  months as (
    select s.scope, app.month_of(e.at) as at_month, app.month_of(e.moment - interval '1 microsecond') as moment_month,
      array[coalesce(sum(received), 0), coalesce(sum(accepted), 0), coalesce(sum(not_accepted), 0), coalesce(sum(opened), 0),
      coalesce(sum(closed), 0), coalesce(sum(agreed), 0), coalesce(sum(performed), 0), coalesce(sum(resolved), 0),
      coalesce(sum(settled), 0), coalesce(sum(succeeded), 0), coalesce(sum(taken), 0), coalesce(sum(taken_agreed), 0),
      coalesce(sum(due), 0), coalesce(sum(due_kept), 0), coalesce(sum(calmed), 0), coalesce(sum(untouched), 0)] as n
    from counted e cross join lateral (values (e.station_id::text), (e.type::text)) s (scope) group by 1, 2, 3),
  kept as (
    select m.scope, m.at_month, m.moment_month, array[m.received, m.accepted, m.not_accepted, m.opened, m.closed, m.agreed, m.performed, m.resolved, m.settled,
      m.succeeded, m.taken, m.taken_agreed, m.due, m.due_kept, m.calmed, m.untouched]::bigint[] as n
    from figure_months m where m.county_id = p_county),
  spread as (
    select e.station_id, app.month_of(e.at) as at_month, app.month_of(e.moment - interval '1 microsecond') as moment_month, x.kind, e.days, sum(x.n) as n
    from counted e cross join lateral (values ('concluded', e.concluded), ('relapsed', e.relapsed)) x (kind, n)
    where x.n is not null group by 1, 2, 3, 4, 5)
  select 'entry of dispute ' || x.dispute_id, x.fault from (
    select a.dispute_id, 'is missing' as fault from (select * from counted except select * from figure_entries where county_id = p_county) a
    union all
    select b.dispute_id, 'counts what is not there' from (select * from figure_entries where county_id = p_county except select * from counted) b) x
  union all
  select concat_ws(' ', 'month', coalesce(m.scope, k.scope), coalesce(m.at_month, k.at_month), coalesce(m.moment_month, k.moment_month)),
    concat(k.n::text, ' instead of ', m.n::text)
  from months m full join kept k on (k.scope, k.at_month, k.moment_month) = (m.scope, m.at_month, m.moment_month)
  where exists (select from unnest(coalesce(m.n, array_fill(0::bigint, array[16])), coalesce(k.n, array_fill(0::bigint, array[16]))) u (a, b) where u.a <> u.b)
  union all
  select concat_ws(' ', 'days', coalesce(s.station_id, k.station_id), coalesce(s.at_month, k.at_month), coalesce(s.moment_month, k.moment_month),
    coalesce(s.kind, k.kind), coalesce(s.days, k.days)), concat(coalesce(k.n, 0), ' instead of ', coalesce(s.n, 0))
  from spread s full join (select * from figure_days f where f.county_id = p_county) k
    on (k.station_id, k.at_month, k.moment_month, k.kind, k.days) = (s.station_id, s.at_month, s.moment_month, s.kind, s.days)
  where coalesce(s.n, 0) <> coalesce(k.n, 0)
  union all
  select f.cell, f.fault from app.force_faults(p_county) f;
end $$;

-- Cells of a county that are not what a count of its invitations says.
create function app.force_faults(p_county uuid) returns table (cell text, fault text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  return query
  with counted as (select e.* from (select distinct i.dispute_id from invitations i where i.county_id = p_county) d
    cross join lateral app.force_entries_of(p_county, d.dispute_id) e),
  kept as (select * from force_entries where county_id = p_county),
  cells as (select * from app.force_cells(p_county)),
  months as (select * from force_months m where m.county_id = p_county and (m.asked, m.accepted, m.decided, m.attended, m.expected, m.answer_seconds) <> (0, 0, 0, 0, 0, '{}'))
  select 'forces of dispute ' || x.dispute_id, x.fault from (
    select a.dispute_id, 'are missing' as fault from (select * from counted except select * from kept) a
    union all select b.dispute_id, 'count what is not there' from (select * from kept except select * from counted) b) x
  union all
  select concat_ws(' ', 'forces', x.station_id, x.month, x.force_code), x.fault from (
    select a.*, 'are missing' as fault from (select * from cells except select * from months) a
    union all select b.*, 'count what is not there' from (select * from months except select * from cells) b) x;
end $$;
