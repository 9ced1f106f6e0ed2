-- The chain covers content: each row that counts is hashed when it is written, and the event of the act hashes the digests
-- of its transaction. server/audit/parts/covered-content.ts lists what is covered; it is checked against the triggers.

-- A row's digest: salt, table, key and version, then each column as JSON on a line of its own, the columns in the order of
-- the list. The salt keeps a short text from being guessed. Times are in UTC, which the callers set. Column by column: a
-- statement over the list of columns takes three times as long, and every row that counts is hashed as it is written.
create function app.content_digest(p_salt uuid, p_subject text, p_key text, p_version integer, p_columns text, p_row jsonb)
  returns text language plpgsql immutable parallel safe as $$
declare v_text text := concat_ws(chr(10), p_salt, p_subject, p_key, p_version); v_name text;
begin
  foreach v_name in array string_to_array(p_columns, ',') loop
    v_text := v_text || chr(10) || coalesce((p_row -> v_name)::text, 'null');
  end loop;
  return encode(sha256(convert_to(v_text, 'UTF8')), 'hex');
end $$;

-- The row's key as one text; the columns of the primary key beside the county.
create function app.content_key(p_columns text, p_row jsonb) returns text language plpgsql immutable parallel safe as $$
begin
  if strpos(p_columns, ',') = 0 then return p_row ->> p_columns; end if;
  return (select string_agg(p_row ->> c.name, ' ' order by c.ordinality)
    from unnest(string_to_array(p_columns, ',')) with ordinality as c (name, ordinality));
end $$;

-- Which column names the chain that covers a row: its dispute's, or its county's where it belongs to none, or where acts of no
-- dispute or of another one write it as well (calls, clues, invitations): any event of their transaction takes its digest up.
create function app.chain_column(p_table text, p_has_dispute boolean, p_of_any_chain boolean) returns text language sql immutable parallel safe as $$
  select case when p_of_any_chain then 'county_id' when p_table = 'disputes' then 'id' when p_has_dispute then 'dispute_id' else 'county_id' end
$$;

-- Takes a digest of every covered row as it is written. Arguments: version of the list, key, columns, and 'anyChain' where
-- events of several chains may hold it.
create function app.cover_content() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
  v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  v_old jsonb; v_salt uuid := gen_random_uuid(); v_key text := app.content_key(tg_argv[1], v_row);
begin
  if tg_op = 'UPDATE' then
    v_old := to_jsonb(old);
    if v_key = app.content_key(tg_argv[1], v_old) and not exists (
      select from unnest(string_to_array(tg_argv[2], ',')) as c (name) where v_row -> c.name is distinct from v_old -> c.name)
    then return null; end if;
  end if;
  insert into content_digests (county_id, chain, xact, subject, key, version, salt, digest)
    values ((v_row ->> 'county_id')::uuid, (v_row ->> app.chain_column(tg_table_name, v_row ? 'dispute_id', tg_nargs > 3))::uuid,
      pg_current_xact_id()::text::bigint, tg_table_name, v_key, tg_argv[0]::integer, v_salt,
      case when tg_op = 'DELETE' then '-'
        else app.content_digest(v_salt, tg_table_name, v_key, tg_argv[0]::integer, tg_argv[2], v_row) end);
  return null;
end $$;

-- The same of all rows that a statement adds, in one statement of its own: for tables whose rows come by the dozen. The arguments are
-- those of app.cover_content, which then follows what is changed and removed of them.
create function app.cover_added() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
  v_xact bigint := pg_current_xact_id()::text::bigint; v_version integer := tg_argv[0]::integer; v_chain text;
begin
  v_chain := app.chain_column(tg_table_name, true, tg_nargs > 3);
  insert into content_digests (county_id, chain, xact, subject, key, version, salt, digest)
    select (r.row ->> 'county_id')::uuid, (r.row ->> v_chain)::uuid, v_xact, tg_table_name, r.key, v_version, r.salt,
      app.content_digest(r.salt, tg_table_name, r.key, v_version, tg_argv[2], r.row)
    from (select a.row, app.content_key(tg_argv[1], a.row) as key, gen_random_uuid() as salt from (select to_jsonb(n) as row from added n offset 0) a offset 0) r;
  return null;
end $$;

-- Covers what was there before the chain covered content: once for all of it, when a database is upgraded, and later once for
-- each table that is covered from then on (app.note_covered). Called by migrate.
create function app.cover_existing() returns void language plpgsql set search_path = public, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
  v_each record; v_is_first boolean := not exists (select from content_digests);
begin
  for v_each in
    select t.tgrelid::regclass::text as name, string_to_array(encode(t.tgargs, 'escape'), '\000') as args, app.chain_column(t.tgrelid::regclass::text,
      exists (select from pg_attribute a where a.attrelid = t.tgrelid and a.attname = 'dispute_id'), t.tgnargs > 3) as chain
    from pg_trigger t where t.tgfoid = 'app.cover_content'::regproc order by 1
  loop
    -- County by county, by the index of rows: without a county every digest of all counties would be looked at for an empty table.
    continue when not v_is_first and exists (select from counties c
      where exists (select from content_digests d where d.county_id = c.id and d.subject = v_each.name offset 0));
    execute format('insert into content_digests (county_id, chain, seq, xact, subject, key, version, salt, digest)
      select county_id, chain, %6$L::bigint, pg_current_xact_id()::text::bigint, %1$L, key, %2$L::integer, salt, app.content_digest(salt, %1$L, key, %2$L::integer, %3$L, row)
      from (select t.county_id, t.%4$I as chain, gen_random_uuid() as salt, app.content_key(%5$L, to_jsonb(t)) as key, to_jsonb(t) as row
        from %1$I t offset 0) r',
      v_each.name, v_each.args[1], v_each.args[3], case when v_is_first then v_each.chain else 'county_id' end, v_each.args[2],
      case when v_is_first then 0 end);
  end loop;
  if v_is_first then
    insert into content_before (county_id, digests, hash, covered_at)
      select county_id, count(*), encode(sha256(convert_to(string_agg(concat_ws(' ', subject, key, version, digest), chr(10) order by id), 'UTF8')), 'hex'), app.now()
      from content_digests where seq = 0 group by county_id;
  end if;
end $$;

-- An event of each county's chain for what an upgrade itself has written, whatever chain it would be of. Called by migrate, last.
-- Nobody else writes meanwhile, so that its digests are the newest: behind the last one of another transaction.
create function app.note_covered() returns void language plpgsql set search_path = public, pg_temp as $$
declare v_county uuid; v_tables text[]; v_xact bigint := pg_current_xact_id()::text::bigint;
begin
  for v_county in select id from counties order by id loop
    with covered as (
      update content_digests set chain = county_id where county_id = v_county and seq is null and xact = v_xact and id > coalesce(
        (select d.id from content_digests d where d.county_id = v_county and d.xact <> v_xact order by d.id desc limit 1), 0) returning subject)
    select array_agg(distinct subject order by subject) into v_tables from covered;
    if v_tables is not null then
      perform app.append_event(v_county, v_county, null, null, null, 'system', 'content.cover', (extract(epoch from app.now()) * 1000000)::bigint,
        jsonb_build_object('tables', to_jsonb(v_tables))::text);
    end if;
  end loop;
end $$;
