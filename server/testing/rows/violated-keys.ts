import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Every table there is. */
export async function allTables(): Promise<string[]> {
  const rows = await database().execute<{ name: string }>(
    sql`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return rows.map(({ name }) => name);
}

/** The functions of constraint triggers by the trigger's name: those that run at commit. */
export async function atCommit(): Promise<{ name: string; text: string }[]> {
  const rows = await database().execute<{ name: string; text: string }>(sql`
    select t.tgname::text as name, p.prosrc as text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where t.tgconstraint <> 0 and not t.tgisinternal`);
  return [...rows];
}

/**
 * Violates one key or reference after the other, each with a row of its table, and lists those that refuse it by name. For
 * one attempt the other rules of the table are taken off, so that no other one refuses first; everything is rolled back.
 */
export async function violatedKeys(): Promise<string[]> {
  return database()
    .transaction(async (tx) => {
      await tx.execute(sql`create temporary table violated (name text) on commit drop`);
      // Hundreds of attempts in one statement: the limit of a request is not meant for them.
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(violateAll);
      throw new Found((await tx.execute<{ name: string }>(sql`select name from violated`)).map(({ name }) => name));
    })
    .catch((error: unknown) => {
      if (error instanceof Found) return error.names;
      throw error;
    });
}

class Found extends Error {
  constructor(readonly names: string[]) {
    super("found");
  }
}

/** Keys are violated by a row once more; references by a row that points to something else, changed or added. */
const violateAll = sql.raw(`do $$
declare
  v_one record; v_other record; v_columns text; v_column text; v_value text; v_statement text; v_name text;
begin
  set constraints all immediate;
  for v_other in select oid::regclass as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
    execute format('alter table %s disable trigger user', v_other.name);
  end loop;
  for v_one in select c.oid, c.conname, c.contype, c.conrelid::regclass as at, c.conrelid, c.conkey, c.conindid from pg_constraint c
      where c.connamespace = 'public'::regnamespace and (c.contype in ('p', 'f') or c.contype = 'u' and c.conname like '%\\_within\\_%')
  loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into v_columns from pg_attribute
      where attrelid = v_one.conrelid and attnum > 0 and not attisdropped and attgenerated = '';
    -- The column that names what is pointed to; a reference to the county alone has no other.
    select attname, case when atttypid = 'uuid'::regtype then 'gen_random_uuid()' else '''nowhere''' end into v_column, v_value
      from pg_attribute where attrelid = v_one.conrelid and attnum = any (v_one.conkey)
      order by attname = 'county_id', array_position(v_one.conkey, attnum) desc limit 1;
    for v_statement in select unnest(case v_one.contype when 'f' then array[
        format('update %s set %I = %s where ctid = (select ctid from %1$s limit 1)', v_one.at, v_column, v_value),
        format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record((select t from %1$s t limit 1),
          jsonb_build_object(''id'', gen_random_uuid(), %3$L, %4$s))', v_one.at, v_columns, v_column, v_value)]
      else array[format('insert into %s (%s) overriding system value select %2$s from %1$s limit 1', v_one.at, v_columns)] end)
    loop
      begin
        for v_other in select conname from pg_constraint where conrelid = v_one.conrelid and oid <> v_one.oid
            and (contype in ('c', 'x') or contype = v_one.contype and contype = 'f' or contype in ('p', 'u') and v_one.contype <> 'f') loop
          execute format('alter table %s drop constraint %I cascade', v_one.at, v_other.conname);
        end loop;
        execute v_statement;
      exception when foreign_key_violation or unique_violation or invalid_text_representation then
        get stacked diagnostics v_name = constraint_name;
        if v_name = v_one.conname then insert into violated values (v_name); end if;
      end;
      exit when v_name = v_one.conname;
    end loop;
  end loop;
end $$`);
