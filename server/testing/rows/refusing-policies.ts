import { sql } from "drizzle-orm";
import postgres from "postgres";
import { database } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import { asActor, postgresError } from "../../kernel/transaction";
import { rowFiller } from "./fill-row";
import type { RowScene } from "./scene";
import { viewers } from "./viewers";

type Command = "select" | "insert" | "update" | "delete";

/** What policies decide of one table: one command that the acts of people may send, and the policies that allow it. */
interface Decision extends Record<string, unknown> {
  table: string;
  command: Command;
  policies: string[];
}

/** Every table and command for which the acts of people hold the right, with its permissive policies. */
export async function decisions(): Promise<Decision[]> {
  const rows = await database().execute<Decision>(sql`
    select p.tablename::text as table, c.command, array_agg(p.policyname::text order by p.policyname) as policies
    from pg_policies p join (values ('select'), ('insert'), ('update'), ('delete')) c (command) on lower(p.cmd) in ('all', c.command)
    where p.schemaname = 'public' and p.permissive = 'PERMISSIVE' and 'zhongtiao_app' = any (p.roles)
      and case c.command when 'delete' then has_table_privilege('zhongtiao_app', p.tablename, 'delete')
        else has_any_column_privilege('zhongtiao_app', p.tablename, c.command) end
    group by 1, 2 order by 1, 2`);
  return [...rows];
}

/** The policies that decide nothing of the kind: the migrating role's, what is looked up at entry, and the one on all tables. */
export async function otherPolicies(): Promise<{ table: string; policy: string; roles: string[] }[]> {
  const rows = await database().execute<{ table: string; policy: string; roles: string[] }>(sql`
    select tablename::text as table, policyname::text as policy, roles::text[] as roles from pg_policies
    where schemaname = 'public' and not (permissive = 'PERMISSIVE' and 'zhongtiao_app' = any (roles)) order by 1, 2`);
  return [...rows];
}

/** A row of each of these tables that has none yet. */
export async function fillEmpty({ county }: RowScene, tables: Iterable<string>): Promise<void> {
  const { row, write } = await rowFiller();
  const own = { county_id: county.countyId, person_id: county.people.judge, scope: county.actor("head").stationId };
  for (const table of tables) {
    const [found] = await database().execute(sql`select from ${sql.identifier(table)} limit 1`);
    if (!found) await write([row(table, own)]);
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * A statement that the policies for this command alone decide: a column that it looked at would bring in those for reading.
 * What is inserted is a row of the table once more, with an id of its own.
 */
async function statementOf({ table, command }: Decision): Promise<string> {
  if (command === "select") return `select from ${table}`;
  if (command === "delete") return `delete from ${table}`;
  const [found] = await database().execute<{ row: Record<string, unknown>; names: string[] }>(sql`
    select (select to_jsonb(t) from ${sql.identifier(table)} t limit 1) as row, array_agg(attname::text order by attnum) as names
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and has_column_privilege('zhongtiao_app', attrelid, attnum, ${command})`);
  const { row = {}, names = [] } = found ?? {};
  const once = "id" in row ? { ...row, id: crypto.randomUUID() } : row;
  const given = `jsonb_populate_record(null::${table}, ${literal(JSON.stringify(once))})`;
  if (command === "insert")
    return `insert into ${table} (${names.join(", ")}) select ${names.join(", ")} from ${given}`;
  // The last column is the least likely to be part of a key.
  const name = names.at(-1) ?? "";
  return `update ${table} set ${name} = (select ${name} from ${given})`;
}

class Undo extends Error {}

/** Whether row security lets nothing of this through, in an act of this person; what else refuses does not count. */
async function isRefused(actor: PersonActor, statement: string): Promise<boolean> {
  let rows = 0;
  try {
    await asActor({ actor, now: new Date() }, async (tx) => {
      rows = (await tx.execute(sql.raw(statement))).count;
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) return postgresError(error)?.routine === "ExecWithCheckOptions";
  }
  return rows === 0;
}

/**
 * The decisions, with the names of their policies, that refuse nobody: not one of the people of the scene, nor somebody of
 * another county. Its tables have rows, the right to the command is there, and triggers stand aside, so that policies alone
 * can refuse.
 */
export async function refusingNobody({ county }: RowScene, all: readonly Decision[]): Promise<string[]> {
  const elsewhere = { ...county.actor("mediator"), countyId: crypto.randomUUID(), personId: crypto.randomUUID() };
  const people = [...[...viewers].reverse().map((username) => county.actor(username)), elsewhere];
  const tables = [...new Set(all.map(({ table }) => table))];
  const triggers = (state: string) =>
    database().execute(sql.raw(tables.map((table) => `alter table ${table} ${state} trigger user`).join(";")));
  const faults: string[] = [];
  await triggers("disable");
  for (const decision of all) {
    const statement = await statementOf(decision);
    let refused = false;
    for (const actor of people) if (!refused) refused = await isRefused(actor, statement);
    if (!refused) faults.push(`${decision.command} of ${decision.table}: ${decision.policies.join(", ")}`);
  }
  await triggers("enable");
  return faults;
}

/** How many rows of each of these tables somebody reads; with settings that nothing proves where nobody is named. */
export async function rowsRead(tables: readonly string[], actor: PersonActor | null, unproven: PersonActor) {
  const counts = tables.map((table) => `select '${table}' as name, count(*)::int as rows from ${table}`);
  const asked = counts.join(" union all ");
  if (actor) return asActor({ actor, now: new Date() }, (tx) => tx.execute<Read>(sql.raw(asked)));
  const login = postgres(process.env.DATABASE_PEOPLE_URL ?? "", { max: 1, onnotice: () => undefined });
  const { countyId, personId, role } = unproven;
  try {
    return await login.begin(async (tx) => {
      await tx`select set_config('app.county', ${countyId}, true), set_config('app.person', ${personId}, true),
        set_config('app.role', ${role}, true), set_config('app.subjects', ${`{${personId}}`}, true), set_config('app.proof', 'x', true)`;
      return tx.unsafe<Read[]>(asked);
    });
  } finally {
    await login.end();
  }
}
interface Read extends Record<string, unknown> {
  name: string;
  rows: number;
}
