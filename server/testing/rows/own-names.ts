import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { postgresError } from "../../kernel/transaction";

/** Columns that say who did something, and nothing keeps to whoever acts; each with why it may be somebody else. */
export const namesOfOthers: Readonly<Record<string, string>> = {
  "invitation_links.created_by": "made anew for whoever asked, when a helper names a deputy",
  "invitations.sent_by": "whoever asked stays the asker when another helper takes the place",
  "session_tellings.told_by": "a colleague may have told the party; who entered it is kept to the actor",
  "town_halls.created_by": "changes hands with the meetings",
};

const guarded = () =>
  database().execute<{ table: string; columns: string[]; name: string; also: boolean }>(sql`
    select c.relname as table, t.tgname as name, (t.tgtype & 4) > 0 as also,
      array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as columns
    from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgfoid = 'app.check_own_name'::regproc order by 1`);

class PutBack extends Error {}

/** Columns in which somebody who acts may write another person's name, with every other trigger of the table off. */
export async function writtenForOthers(): Promise<{ written: string[]; asked: number }> {
  const written: string[] = [];
  let asked = 0;
  for (const { table, name, columns, also } of await guarded())
    for (const column of columns) {
      asked += 1;
      const refused = await database()
        .transaction(async (tx) => {
          await tx.execute(
            sql.raw(`alter table ${table} disable trigger user; alter table ${table} enable trigger ${name}`),
          );
          await tx.execute(sql`select set_config('app.person', ${crypto.randomUUID()}, true)`);
          await tx.execute(
            sql.raw(
              `update ${table} set ${column} = gen_random_uuid() where ctid = (select ctid from ${table} limit 1)`,
            ),
          );
          throw new PutBack();
        })
        .catch((error: unknown) => (error instanceof PutBack ? "" : postgresError(error)?.code));
      if (refused !== "42501" || !also) written.push(`${table}.${column} ${refused}`);
    }
  return { written, asked };
}

/** Columns of the people's tables that say who did something and are kept to whoever acts by nothing we know of. */
export async function unguardedNames(): Promise<string[]> {
  const [triggers, columns] = await Promise.all([
    guarded(),
    database().execute<{ table: string; name: string; isBound: boolean }>(sql`
      select c.relname as table, a.attname as name,
        exists (select from pg_policies p where p.tablename = c.relname and p.roles = '{zhongtiao_app}' and coalesce(p.with_check, p.qual) like '%' || a.attname || ' = ( SELECT app.person()%')
        or exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid where t.tgrelid = c.oid and f.prosrc ~ ('new\\.' || a.attname || ' (<>|is distinct from) app\\.person|app\\.person\\(\\) (<>|is distinct from) new\\.' || a.attname)) as "isBound"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname like '%\\_by' and a.atttypid = 'uuid'::regtype and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and (has_column_privilege('zhongtiao_app', c.oid, a.attnum, 'insert') or has_column_privilege('zhongtiao_app', c.oid, a.attnum, 'update')) order by 1, 2`),
  ]);
  const kept = new Set(triggers.flatMap(({ table, columns: names }) => names.map((name) => `${table}.${name}`)));
  return columns
    .filter(({ isBound }) => !isBound)
    .map(({ table, name }) => `${table}.${name}`)
    .filter((one) => !kept.has(one));
}
