-- A dispute has at least two sides. Checked at commit, since the parties follow the dispute's row.
create function app.check_two_sides() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(distinct side) from parties where county_id = new.county_id and dispute_id = new.id) < 2 then
    raise exception 'two sides' using errcode = '23514', constraint = 'disputes_have_two_sides';
  end if;
  return null;
end $$;

-- Who may reach a dispute follows from the rows themselves; dispute_access is written by triggers and by nobody else.
create function app.grant_dispute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into dispute_access (county_id, subject_id, dispute_id, relation, via, registered_at, is_open) values
    (new.county_id, new.station_id, new.id, 'station', new.id, new.registered_at, new.not_accepted_at is null),
    (new.county_id, new.committee_id, new.id, 'committee', new.id, new.registered_at, new.not_accepted_at is null);
  return new;
end $$;

-- What a party was called or taken for stays readable beside what it is now: a correction is never an overwrite.
create function app.keep_party_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into party_changes (county_id, id, dispute_id, party_id, field, old_value, new_value, changed_by, changed_at)
    select new.county_id, gen_random_uuid(), new.dispute_id, new.id, f.field, f.old, f.new, app.person(), app.now()
    from (values ('name', old.name, new.name), ('kind', old.kind::text, new.kind::text), ('standing', old.standing::text, new.standing::text),
      ('isMinor', old.is_minor::text, new.is_minor::text), ('lacksCapacity', old.lacks_capacity::text, new.lacks_capacity::text),
      ('ownWages', old.own_wages_reason, new.own_wages_reason)) f (field, old, new)
    where f.old is distinct from f.new;
  return null;
end $$;
