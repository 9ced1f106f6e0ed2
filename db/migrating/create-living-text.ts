import type postgres from "postgres";
import type { LivingText } from "./living-text";
import { commandsToProve } from "./proof-asked";
import { run } from "./run-statements";
import { statementsOf } from "./split-statements.mjs";

// Takes back every right, also those given by hand or by a file that no longer exists; the grants follow afterwards.
// Before the first migration there is no schema app.
const revokeAll = `do $$
  declare v_each record;
  begin
    for v_each in
      select distinct format('%s %s', case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass) as what, a.grantee
        from pg_class c, aclexplode(c.relacl) a
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and a.grantee <> c.relowner and pg_has_role(c.relowner, 'usage')
      union
      select distinct format('table %s', c.oid::regclass), a.grantee
        from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
        where c.relnamespace in (to_regnamespace('public'), to_regnamespace('app')) and a.grantee <> c.relowner and pg_has_role(c.relowner, 'usage')
      union
      select distinct format('schema %s', n.oid::regnamespace), a.grantee from pg_namespace n, aclexplode(n.nspacl) a
        where n.oid in (to_regnamespace('public'), to_regnamespace('app')) and a.grantee not in (0, n.nspowner) and pg_has_role(n.nspowner, 'usage')
    loop
      execute format('revoke all on %s from %s cascade', v_each.what, case v_each.grantee when 0 then 'public' else v_each.grantee::regrole::text end);
    end loop;
  end $$`;

/**
 * The one condition that is the same everywhere, so that no table is without it: it is shown and changed for whoever
 * app.is_proven() knows. Asked as a number, because the planner takes a condition of unknown truth for one that hides half
 * of the rows, and then walks no index. The migrating role is no member of the group and not bound. A table whose policies
 * ask another one is without: that one asks, and each asking costs every statement that names the table.
 */
function demandsOfProof(table: string, policies: readonly string[]): string[] {
  const needed = commandsToProve(table, policies);
  const create = (name: string, manner: string, clause: string) =>
    `create policy ${name} on ${table} as restrictive ${manner}to zhongtiao_app ${clause} ((select app.is_proven())::int <> 0)`;
  if (needed.includes("select")) return [create("proven", "", "using")];
  return needed.map((command) =>
    create(`proven_${command}`, `for ${command} `, command === "insert" ? "with check" : "using"),
  );
}

/** Creates everything in the living text, in its order, after migrations have created the tables it uses. */
export async function createLivingText(sql: postgres.TransactionSql, text: readonly LivingText[]): Promise<void> {
  const of = (kind: LivingText["kind"]) => text.filter((file) => file.kind === kind);
  // Functions call each other across files: all are created without a check first, then each again with its body checked.
  await sql`set local check_function_bodies = off`;
  for (const file of of("functions")) await run(sql, file.path, statementsOf(file.text));
  await sql`set local check_function_bodies = on`;
  for (const file of of("functions")) await run(sql, file.path, statementsOf(file.text).map(orReplace));

  for (const kind of ["views", "triggers", "policies"] as const)
    for (const file of of(kind)) await run(sql, file.path, statementsOf(file.text));
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity order by 1`;
  const policies = of("policies").flatMap((file) => statementsOf(file.text));
  for (const { name } of tables) for (const demand of demandsOfProof(name, policies)) await sql.unsafe(demand);
  await withdrawRights(sql);
  for (const file of of("grants")) await run(sql, file.path, statementsOf(file.text));
}

/** Takes back every right on our tables from everybody but their owner. */
export const withdrawRights = (sql: postgres.TransactionSql) => sql.unsafe(revokeAll);

const orReplace = (statement: string) => statement.replace(/^create function/i, "create or replace function");
