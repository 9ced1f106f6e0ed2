-- The functions that look past row-level security answer for the county one acts in, and for no other.
-- Whoever owns the database acts in none; the house's role always does.
create function app.require_county(p_county uuid) returns void language plpgsql stable as $$
begin
  if p_county is distinct from app.county() and current_setting('role') = 'zhongtiao_app' then
    raise exception 'asked about another county' using errcode = 'insufficient_privilege';
  end if;
end $$;
grant execute on function app.require_county(uuid) to zhongtiao_app;
--> statement-breakpoint
-- Each keeps its text and gets the same first line; server/testing/own-county.test.ts finds one that lacks it.
do $$
declare v_function record;
begin
  for v_function in
    select pg_get_functiondef(p.oid) as text, l.lanname as language from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = 'app' and p.prosecdef and 'p_county' = any (p.proargnames)
  loop
    execute case v_function.language
      when 'sql' then replace(v_function.text, 'AS $function$', 'AS $function$ select app.require_county(p_county);')
      else regexp_replace(v_function.text, '\mbegin\M', 'begin perform app.require_county(p_county);') end;
  end loop;
end $$;
