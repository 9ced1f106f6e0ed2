-- How many matters still hang on a place: disputes of a station or committee, or at a contact point, that are neither refused,
-- merged into another nor archived, and offers that wait for its answer. A number and nothing else, for administrators who see no case.
create function app.open_matters_at(p_county uuid, p_kind text, p_place uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select (
    (select count(*) from disputes d where d.county_id = p_county and d.not_accepted_at is null and d.merged_at is null
      and case p_kind when 'station' then d.station_id when 'committee' then d.committee_id when 'point' then d.point_id end = p_place
      and (not exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id)
        or exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id and p.archived_at is null)))
    + (select count(*) from transfers t where t.county_id = p_county and t.answered_at is null and t.withdrawn_at is null
      and case p_kind when 'station' then t.to_station_id when 'committee' then t.to_committee_id end = p_place))::int
$$;

-- No place is closed while work hangs on it.
create function app.check_closing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.open_matters_at(new.county_id, tg_argv[0], new.id) > 0 then
    raise exception 'work hangs on it' using errcode = '23514', constraint = 'places_close_without_work';
  end if;
  return new;
end $$;

-- No matter comes to a closed place. The row locks make this check and an administrator's change of the place wait for each
-- other.
create function app.check_open_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from stations where county_id = new.county_id and id = new.station_id for key share;
  perform 1 from committees where county_id = new.county_id and id = new.committee_id for key share;
  perform 1 from contact_points where county_id = new.county_id and id = new.point_id for key share;
  if exists (select from stations where county_id = new.county_id and id = new.station_id and disabled_at is not null)
    or exists (select from committees where county_id = new.county_id and id = new.committee_id and disabled_at is not null)
    or exists (select from contact_points where county_id = new.county_id and id = new.point_id and disabled_at is not null) then
    raise exception 'closed' using errcode = '23514', constraint = 'disputes_at_open_place';
  end if;
  return new;
end $$;
