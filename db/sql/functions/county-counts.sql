-- Kept figures of a whole county, where no trigger has kept them (docs/adr/0038).

-- Counts a county whose disputes came without triggers: generated ones, or those of a database from before. Forces' and people's
-- totals too. What it asks of each dispute is planned once: left to choose, PostgreSQL plans it anew for each.
create function app.count_county(p_county uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  perform app.require_county(p_county);
  delete from figure_entries where county_id = p_county;
  insert into figure_entries select e.* from disputes d cross join lateral app.entries_of(d.county_id, d.id) e where d.county_id = p_county;
  perform app.add_up_figures(p_county);
  perform app.count_forces(p_county);
  perform app.count_helpers(p_county);
end $$;

-- Adds up a county's entries, where these are right already: those of a generated dispute are its story's, so many days later.
create function app.add_up_figures(p_county uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  delete from figure_months where county_id = p_county;
  delete from figure_days where county_id = p_county;
  insert into figure_months (county_id, scope, at_month, moment_month,
      received, accepted, not_accepted, opened, closed, agreed, performed, resolved, settled, succeeded, taken,
      taken_agreed, due, due_kept, calmed, untouched)
    select e.county_id, s.scope, app.month_of(e.at), app.month_of(e.moment - interval '1 microsecond'),
      coalesce(sum(received), 0), coalesce(sum(accepted), 0), coalesce(sum(not_accepted), 0), coalesce(sum(opened), 0),
      coalesce(sum(closed), 0), coalesce(sum(agreed), 0), coalesce(sum(performed), 0), coalesce(sum(resolved), 0),
      coalesce(sum(settled), 0), coalesce(sum(succeeded), 0), coalesce(sum(taken), 0), coalesce(sum(taken_agreed), 0),
      coalesce(sum(due), 0), coalesce(sum(due_kept), 0), coalesce(sum(calmed), 0), coalesce(sum(untouched), 0)
    from figure_entries e cross join lateral (values (e.station_id::text), (e.type::text)) s (scope)
    where e.county_id = p_county and num_nonnulls(received, accepted, not_accepted, opened, closed, agreed, performed, resolved,
      settled, succeeded, taken, taken_agreed, due, due_kept, calmed, untouched) > 0 group by 1, 2, 3, 4;
  insert into figure_days (county_id, station_id, at_month, moment_month, kind, days, n)
    select e.county_id, e.station_id, app.month_of(e.at), app.month_of(e.moment - interval '1 microsecond'), x.kind, e.days, sum(x.n)
    from figure_entries e cross join lateral (values ('concluded', e.concluded), ('relapsed', e.relapsed)) x (kind, n)
    where e.county_id = p_county and x.n is not null group by 1, 2, 3, 4, 5, 6;
end $$;

-- Counts what was there before figures were kept: once, when a database is upgraded. Called by migrate.
create function app.count_existing() returns void language plpgsql volatile set search_path = public, pg_temp as $$
declare
  v_county uuid;
  v_disputes boolean := not exists (select from figure_entries);
  v_forces boolean := not exists (select from force_entries);
  v_helpers boolean := not exists (select from helper_entries);
begin
  for v_county in select id from counties order by id loop
    if v_disputes then
      perform app.count_county(v_county);
    else
      -- They were counted by their entry once (app.not_accepted_from).
      perform app.recount(d.county_id, d.id) from disputes d where d.county_id = v_county and d.not_accepted_on is not null
        and not exists (select from figure_entries e where e.county_id = d.county_id and e.dispute_id = d.id
          and e.not_accepted is not null and e.at = app.not_accepted_from(d));
      if v_forces then perform app.count_forces(v_county); end if;
      if v_helpers then perform app.count_helpers(v_county); end if;
    end if;
  end loop;
end $$;
