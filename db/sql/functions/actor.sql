-- The actor as row-level security sees it: the settings that server/kernel/transaction.ts makes for one transaction. Any
-- SQL can make settings, so that nothing is shown or changed before app.is_proven() knows that the product made them.

create function app.county() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.county', true), '')::uuid $$;

create function app.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create function app.station() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.station', true), '')::uuid $$;

create function app.subjects() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.subjects', true), '')::uuid[], '{}') $$;

-- Rights of the system belong to its login and to no setting; `set role zhongtiao_app` lays them down for a while.
create function app.is_system() returns boolean language sql stable parallel safe
  as $$ select current_setting('role') = 'none' and pg_has_role(session_user, 'zhongtiao_system', 'usage')
        and app.is_product() $$;

-- Whether one of the product's logins asks, also inside a function that runs with its owner's rights. The owner of the
-- schema may create in it and no login of the product may; looking up who owns it takes three times as long.
create function app.is_product() returns boolean language sql stable parallel safe
  as $$ select pg_has_role(session_user, 'zhongtiao_app', 'usage') and not has_schema_privilege(session_user, 'app', 'create') $$;

-- Whether the settings were made by a process that knows the secret of the people's login: the same hash as proofOf in
-- server/kernel/transaction.ts. The system needs no proof, and whoever owns the database none either. Every table has a
-- restrictive policy that asks this (db/migrating/create-living-text.ts), and so does every function that passes policies by.
-- In plpgsql, which plans once a session and not once a statement (measured: 0.03 ms instead of 0.3), and in steps: what is asked
-- only of who is no person is not made ready for everybody (0.6 of the time).
create function app.is_proven() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_secret text;
begin
  select secret into v_secret from drizzle.actor_key;
  -- Most are people, so that their hash is compared first.
  if v_secret is not null and current_setting('app.proof', true) = encode(sha256(convert_to(concat_ws(chr(10), v_secret,
      current_setting('app.county', true), current_setting('app.person', true), current_setting('app.role', true),
      current_setting('app.station', true), current_setting('app.subjects', true), current_setting('app.now', true), v_secret), 'UTF8')), 'hex') then
    return true;
  end if;
  return not app.is_product() or app.is_system();
end $$;

-- Whether a role beside somebody's main one is theirs on a day.
create function app.is_held(r person_roles, p_day date) returns boolean language sql stable
  as $$ select r.ended_at is null and r.from_on <= p_day and (r.until_on is null or r.until_on >= p_day) $$;

-- The role beside their main one that the settings name, where they hold it today.
create function app.acted_role(p people) returns person_roles language sql stable
  as $$ select r from person_roles r where r.county_id = p.county_id and r.person_id = p.id and app.is_held(r, app.day_of(app.now()))
    and r.role::text = current_setting('app.role', true) $$;

create function app.is_head() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') = 'stationHead' $$;

create function app.is_officer() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') = 'officer' $$;

-- The county of whoever acts, for functions that pass policies by: null where nothing proves it, which no row equals.
create function app.proven_county() returns uuid language sql stable
  as $$ select case when app.is_proven() then app.county() end $$;

-- The office of whoever acts: the role their settings name, where the county's own tables say that they hold it; null for the
-- system, for whoever has left and for a role they do not hold.
create function app.office() returns role language sql stable security definer set search_path = public, pg_temp
  as $$ select case when p.role::text = current_setting('app.role', true) then p.role else (app.acted_role(p)).role end
    from people p where p.county_id = (select app.proven_county()) and p.id = app.person() and p.disabled_at is null $$;

-- The present moment: what the transaction was given together with its actor, otherwise the server's clock. Every
-- function, trigger and policy that needs the time calls this, so that a test or a replay can set it.
create function app.now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- A function that runs with its owner's rights answers only for the county its caller acts in. The owner of
-- the database acts in no county and is not checked; the product's logins always act in one.
create function app.require_county(p_county uuid) returns void language plpgsql stable as $$
begin
  -- Nearly everybody asks about their own county and is proven: who the login is need not be asked then.
  if p_county = app.county() and app.is_proven() then return; end if;
  if app.is_product() then
    raise exception 'asked about another county, or by nobody in particular' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Whoever works in an office of the police or of a committee.
create function app.is_office() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') in ('mediator', 'committeeHead', 'officer', 'stationHead') $$;

-- The contact point that whoever acts keeps: that of their own entry among people, for those who help there, or that of the
-- role they act in.
create function app.kept_point() returns uuid language sql stable
  as $$ select case when p.role::text = current_setting('app.role', true) then p.point_id else (app.acted_role(p)).point_id end
    from people p where p.county_id = app.county() and p.id = app.person()
    and coalesce(current_setting('app.role', true), '') in ('gridMember', 'expert') $$;

-- Whether somebody helps as an expert: in their main role, or in one beside it.
create function app.is_expert(p people) returns boolean language sql stable
  as $$ select p.disabled_at is null and (p.role = 'expert' or exists (select from person_roles r where r.county_id = p.county_id and r.person_id = p.id
    and r.role = 'expert' and app.is_held(r, app.day_of(app.now())))) $$;

-- Roles stand beside those of a committee's people alone, so that nobody belongs to the committee's line and to the police's; a
-- mediator's role beside a head's alone.
create function app.check_role_beside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare v_person uuid := case tg_table_name when 'people' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'person_id' end;
begin
  perform from people p where p.county_id = new.county_id and p.id = v_person for key share;
  if exists (select from people p join person_roles r on r.county_id = p.county_id and r.person_id = p.id and r.ended_at is null
      where p.county_id = new.county_id and p.id = v_person
        and not (p.role in ('mediator', 'committeeHead') and r.role <> p.role and (r.role <> 'mediator' or p.role = 'committeeHead'))) then
    raise exception 'not beside' using errcode = '23514', constraint = tg_argv[0];
  end if;
  return null;
end $$;

-- A role is given once and ended once; but for its places, which go on at a successor, nothing else of it changes. That of a
-- mediator ends when what is led in it has another lead.
create function app.check_role_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
      or to_jsonb(new) - '{ended_by,ended_at,ended_reason,station_id,point_id}'::text[] <> to_jsonb(old) - '{ended_by,ended_at,ended_reason,station_id,point_id}'::text[] then
    raise exception 'stays' using errcode = '23514', constraint = 'person_roles_end_once';
  end if;
  if new.ended_at is not null and new.role = 'mediator'
      and exists (select from proceedings p where p.county_id = new.county_id and p.lead_person_id = new.person_id and p.ended_at is null) then
    raise exception 'leads' using errcode = '23514', constraint = 'person_roles_end_without_matters';
  end if;
  return new;
end $$;

-- Heads decide who else may lead a matter.
create function app.may_decide_access() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') in ('stationHead', 'committeeHead') $$;

-- A row says of whoever acts, and of nobody else, that they did something; the system writes what its jobs know. Arguments: the
-- columns. Refused like a policy refuses, since no act of the product does it.
create function app.check_own_name() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare v_new jsonb := to_jsonb(new); v_old jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end; v_column text;
begin
  if app.person() is null then return new; end if;
  foreach v_column in array tg_argv loop
    if (v_new ->> v_column)::uuid <> app.person() and v_new -> v_column is distinct from v_old -> v_column then
      raise exception 'in the name of another' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;
