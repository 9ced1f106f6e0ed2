import type postgres from "postgres";

/** A default, constraint or index that calls one of our functions would be dropped or become wrong when the text changes. */
export async function checkTablesStandAlone(sql: postgres.ISql): Promise<void> {
  const leaning = await sql<{ what: string; on: string }[]>`
    select pg_describe_object(d.classid, d.objid, d.objsubid) as what, p.oid::regprocedure::text as on
    from pg_depend d join pg_proc p on d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid
    where p.pronamespace = to_regnamespace('app')
      and d.classid in ('pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_class'::regclass, 'pg_type'::regclass)`;
  if (leaning.length === 0) return;
  const list = leaning.map(({ what, on }) => `${what} needs ${on}`).join("\n");
  throw new Error(
    `A table may not need a function of db/sql, which is dropped and created anew with every change:\n${list}`,
  );
}

/**
 * Takes away every policy, trigger, view and function of ours, and switches row security off until the text switches it
 * on again: what is not in db/sql is gone afterwards. Members of extensions and the queue's schema are left alone.
 */
export async function clearLivingText(sql: postgres.TransactionSql): Promise<void> {
  await sql.unsafe(`do $$
    declare v_each record; v_list text;
    begin
      for v_each in select polname, polrelid::regclass as on from pg_policy p join pg_class c on c.oid = p.polrelid
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) loop
        execute format('drop policy %I on %s', v_each.polname, v_each.on);
      end loop;
      for v_each in select tgname, tgrelid::regclass as on from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) and not t.tgisinternal loop
        execute format('drop trigger %I on %s', v_each.tgname, v_each.on);
      end loop;
      for v_each in select c.oid::regclass as on from pg_class c
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) and c.relkind in ('r', 'p')
          and (c.relrowsecurity or c.relforcerowsecurity) loop
        execute format('alter table %s disable row level security, no force row level security', v_each.on);
      end loop;
      select string_agg(c.oid::regclass::text, ', ') into v_list from pg_class c
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) and c.relkind = 'v'
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e');
      if v_list is not null then execute 'drop view ' || v_list; end if;
      select string_agg(p.oid::regprocedure::text, ', ') into v_list from pg_proc p
        where p.pronamespace in (to_regnamespace('public'), to_regnamespace('app')) and p.prokind in ('f', 'p')
          and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');
      if v_list is not null then execute 'drop routine ' || v_list; end if;
    end $$`);
}
