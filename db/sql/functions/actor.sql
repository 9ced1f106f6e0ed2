-- The actor as row-level security sees it: the settings that server/kernel/transaction.ts makes for one transaction.

create function app.county() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.county', true), '')::uuid $$;

create function app.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create function app.station() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.station', true), '')::uuid $$;

create function app.subjects() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.subjects', true), '')::uuid[], '{}') $$;

create function app.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;

create function app.is_head() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') = 'stationHead' $$;

-- People of the actor's own kind: officers for an officer, everybody else for the rest. What a mediator was told in
-- confidence is never passed on to an officer who takes the matter up, nor the reverse.
create function app.people_of_own_kind() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from people where county_id = app.county()
        and (role = 'officer') = (coalesce(current_setting('app.role', true), '') = 'officer') $$;

-- The present moment: what the transaction was given together with its actor, otherwise the server's clock. Every
-- function, trigger and policy that needs the time calls this, so that a test or a replay can set it.
create function app.now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- A function that runs with its owner's rights answers only for the county its caller acts in. The owner of
-- the database acts in no county and is not checked; the product's role always acts in one.
create function app.require_county(p_county uuid) returns void language plpgsql stable as $$
begin
  if p_county is distinct from app.county() and current_setting('role') = 'zhongtiao_app' then
    raise exception 'asked about another county' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Heads decide who else may lead a matter.
create function app.may_decide_access() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true), '') in ('stationHead', 'committeeHead') $$;
