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

-- What a dispute was registered as stays readable beside what it is now, with who corrected it, when and why: the transaction
-- says why in app.change_reason. Whoever acts through the product has to say it; a title that follows names needs no reason.
create function app.keep_dispute_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_reason text := coalesce(current_setting('app.change_reason', true), ''); v_dispute uuid; v_old jsonb := to_jsonb(old); v_new jsonb := to_jsonb(new);
begin
  v_dispute := (v_new ->> case tg_table_name when 'disputes' then 'id' else 'dispute_id' end)::uuid;
  if app.is_product() and v_reason = '' and exists (select from unnest(string_to_array(tg_argv[0], ',')) c (name)
      where c.name <> 'title' and v_new -> c.name is distinct from v_old -> c.name) then
    raise exception 'no reason' using errcode = '23514', constraint = 'dispute_changes_reason_given';
  end if;
  insert into dispute_changes (county_id, id, dispute_id, field, old_value, new_value, reason, changed_by, changed_at)
    select new.county_id, gen_random_uuid(), v_dispute, case c.name when 'point_id' then 'pointId' when 'started_on' then 'startedOn' else c.name end,
      coalesce(v_old ->> c.name, ''), coalesce(v_new ->> c.name, ''), v_reason, app.person(), app.now()
    from unnest(string_to_array(tg_argv[0], ',')) c (name) where v_new -> c.name is distinct from v_old -> c.name;
  return null;
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

-- A relapse is of a dispute that is over, and that whoever takes the new one in may read. It stays so.
create function app.check_relapse() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'fixed' using errcode = '23514', constraint = 'disputes_relapse_fixed';
  end if;
  if not exists (select from proceedings p where p.county_id = new.county_id and p.dispute_id = new.relapse_of
      having count(*) > 0 and bool_and(p.ended_at < new.registered_at)) then
    raise exception 'not over' using errcode = '23514', constraint = 'disputes_relapse_after_end';
  end if;
  if app.is_product() and not app.is_system() and not exists (
      select from dispute_access a where a.county_id = new.county_id and a.dispute_id = new.relapse_of
        and a.subject_id = any (app.subjects()) and (not a.is_hidden or app.has_window(a.county_id, a.dispute_id, app.person()))) then
    raise exception 'another one''s dispute' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
