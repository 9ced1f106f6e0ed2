-- What is asked before anybody is known: by name, by a link's secret, by a sign-in's. For the system's login alone
-- (db/sql/grants/schemas.sql); each does one thing.

-- The account behind a user name, with the hash its password is compared with, whether it has signed in with this browser
-- (the hash of its cookie, or null) and whether it asks for a second factor; nothing where it or its person is closed.
create function app.account_to_sign_in(p_name text, p_device text)
  returns table (county_id uuid, person_id uuid, password_hash text, knows_device boolean, has_factor boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.county_id, a.person_id, a.password_hash,
    exists (select from known_devices d where d.county_id = a.county_id and d.person_id = a.person_id and d.token_hash = p_device),
    exists (select from second_factors f where f.county_id = a.county_id and f.person_id = a.person_id and f.confirmed_at is not null)
  from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id
  where lower(a.username) = p_name and a.disabled_at is null and p.disabled_at is null
$$;

-- The hash of a person's password, compared before they choose another.
create function app.password_hash_of(p_county uuid, p_person uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select password_hash from accounts where county_id = p_county and person_id = p_person
$$;

-- The encrypted secret of a person's second factor, compared with a code: one that is confirmed, or one that waits to be.
create function app.factor_secret_of(p_county uuid, p_person uuid, p_confirmed boolean) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select app.require_county(p_county);
  select secret from second_factors where county_id = p_county and person_id = p_person and (confirmed_at is not null) = p_confirmed
$$;

-- The county of a link, by the hash of its token, of its code on paper, or of a visit.
create function app.county_of_link(p_hashes text[]) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select county_id from invitation_links where token_hash = any (p_hashes) or code_hash = any (p_hashes) or visit_hash = any (p_hashes) limit 1
$$;

-- The hashes of all stored files that rows refer to, in every lane: pruning must see every row, which no actor may. Refused
-- where the owner does not see every row either: papers it cannot see would be deleted as unused.
create function app.named_bytes(p_county uuid) returns setof text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.require_county(p_county);
  if not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) and (
     not exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'PERMISSIVE'
       and current_user = any (roles) and cmd = 'ALL' and qual = 'true')
     or exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'RESTRICTIVE'
       and (roles = '{public}' or exists (select from unnest(roles) role where role <> 'public' and pg_has_role(role, 'usage'))))) then
    raise exception 'not every row of files can be seen' using errcode = 'insufficient_privilege';
  end if;
  return query select sha256 from files where county_id = p_county
    union select small_sha256 from files where county_id = p_county and small_sha256 is not null
    union select h from papers, unnest(array[source_sha256, pdf_sha256, word_sha256]) h where county_id = p_county and h is not null
    union select pdf_sha256 from sealed_papers where county_id = p_county
    union select sha256 from paper_templates where county_id = p_county
    union select h from deposits, unnest(array[source_sha256, pdf_sha256, word_sha256]) h where county_id = p_county and h is not null
    union select source_sha256 from subsidy_sheets where county_id = p_county;
end $$;

-- The person behind a sign-in that has neither been ended nor run out nor been idle for too long, with what their account
-- asks for; asked by every request. The county's dated rules decide; p_rules has what counts where it has none. In plpgsql,
-- which plans once a session.
create function app.signed_in(p_id_hash text, p_at timestamptz, p_day date, p_rules jsonb)
  returns table (county_id uuid, person_id uuid, role role, station_id uuid, committee_id uuid, point_id uuid, name text, post text,
    username text, locale text, must boolean, must_add boolean, station text, committee text, stale boolean, has_roles boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select p.county_id, p.id, coalesce(h.role, p.role), case when h.id is null then p.station_id else h.station_id end,
    case when h.id is null or h.role = 'mediator' then p.committee_id end, case when h.id is null then p.point_id else h.point_id end,
    p.name, case when h.id is null then p.post else '' end, a.username, a.locale::text, a.must_change_password,
    -- What the main role asks for is asked in every role.
    greatest(app.rule_on(p.county_id, 'secondFactor.' || p.role, p_day, p_rules),
        case when h.id is not null then app.rule_on(p.county_id, 'secondFactor.' || h.role, p_day, p_rules) end) > 0
      and not exists (select from second_factors f where f.county_id = p.county_id and f.person_id = p.id and f.confirmed_at is not null),
    s.name, c.name, i.seen_at < p_at - interval '1 minute',
    exists (select from person_roles o where o.county_id = p.county_id and o.person_id = p.id and app.is_held(o, p_day))
  from sign_ins i
  join accounts a on a.county_id = i.county_id and a.person_id = i.person_id and a.disabled_at is null
  join people p on p.county_id = a.county_id and p.id = a.person_id and p.disabled_at is null
  left join person_roles h on h.county_id = i.county_id and h.person_id = i.person_id and h.id = i.acting_role_id and app.is_held(h, p_day)
  left join stations s on s.county_id = p.county_id and s.id = case when h.id is null then p.station_id else h.station_id end
  left join committees c on c.county_id = p.county_id and c.id = p.committee_id and (h.id is null or h.role = 'mediator')
  where i.id_hash = p_id_hash and i.revoked_at is null and i.expires_at > p_at and i.seen_at > p_at - make_interval(mins =>
    app.rule_on(p.county_id, case when p.role = 'admin' then 'signIn.adminIdleMinutes' else 'signIn.idleMinutes' end, p_day, p_rules));
end $$;

-- A rule of a county on a day: its newest dated row, else what p_rules has.
create function app.rule_on(p_county uuid, p_key text, p_day date, p_rules jsonb) returns int language sql stable
  as $$ select coalesce((select r.value from public.rules r where r.county_id = p_county and r.key = p_key
    and r.committee_id is null and r.valid_from <= p_day order by r.valid_from desc, r.changed_at desc nulls last, r.id desc limit 1), (p_rules ->> p_key)::int) $$;

-- Counts what one person looked up in the hour before p_at, p_key being what and who; p_items are new or known by their hash, and
-- a known one is not counted again. Beyond p_most nothing is counted, kept or allowed. Counted by the minute, so that no hour
-- holds more than p_most, wherever it begins. `is_told` once an hour, when the count has come to p_told. One caller after the
-- other, each sees what the one before counted.
create function app.count_lookups(p_key text, p_items text[], p_at timestamptz, p_most int, p_told int)
  returns table (counted int, is_allowed boolean, is_told boolean, free_at timestamptz)
  language plpgsql volatile set search_path = public, pg_temp as $$
declare
  v_end timestamptz := p_at + interval '1 hour'; v_new text[]; v_before int;
  v_minute bigint := floor(extract(epoch from p_at) / 60);
  v_minutes text[] := array(select p_key || ':' || m from generate_series(v_minute - 60, v_minute) m);
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key, 0));
  v_new := array(select distinct i from unnest(p_items) i where not exists (select from rate_limits r where r.key = p_key || ':' || i and r.expire > p_at) order by 1);
  select coalesce(sum(r.points), 0)::int, min(r.expire) into v_before, free_at from rate_limits r where r.key = any (v_minutes) and r.expire > p_at;
  counted := v_before + cardinality(v_new);
  is_allowed := cardinality(v_new) = 0 or counted <= p_most;
  is_told := false;
  if counted >= p_told then
    insert into rate_limits as r (key, points, expire) values (p_key || ':told', 1, v_end)
      on conflict (key) do update set expire = v_end where r.expire <= p_at returning true into is_told;
    is_told := coalesce(is_told, false);
  end if;
  if is_allowed and cardinality(v_new) > 0 then
    insert into rate_limits as r (key, points, expire) select p_key || ':' || i, 1, v_end from unnest(v_new) i
      on conflict (key) do update set expire = v_end;
    insert into rate_limits as r (key, points, expire) values (p_key || ':' || v_minute, cardinality(v_new), to_timestamp((v_minute + 61) * 60))
      on conflict (key) do update set points = case when r.expire <= p_at then 0 else r.points end + excluded.points, expire = excluded.expire;
  end if;
  return next;
end $$;
