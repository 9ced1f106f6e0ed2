import type { Sql } from "postgres";

/** A trigger that is switched off or gone: what it refuses could be done unseen. */
export interface GuardFault {
  table: string;
  trigger: string;
  fault: "off" | "gone";
}

/**
 * Compares the triggers of the database with `expected`, the text they were created from. Whoever changes rows by SQL
 * switches them off first, and may forget to switch them on.
 */
export async function verifyGuards(sql: Sql, expected: readonly string[]): Promise<GuardFault[]> {
  const rows = await sql<{ table: string; trigger: string; enabled: string }[]>`
    select c.relname as table, t.tgname as trigger, t.tgenabled as enabled from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`;
  const there = new Map(rows.map((row) => [`${row.trigger} ${row.table}`, row]));
  return [...triggersIn(expected)].flatMap(([key, named]): GuardFault[] => {
    const row = there.get(key);
    if (!row) return [{ ...named, fault: "gone" }];
    return row.enabled === "O" ? [] : [{ ...named, fault: "off" }];
  });
}

function triggersIn(texts: readonly string[]): Map<string, { table: string; trigger: string }> {
  const found = new Map<string, { table: string; trigger: string }>();
  for (const text of texts)
    for (const [, trigger = "", table = ""] of text.matchAll(/create (?:constraint )?trigger (\w+)[\s\S]*? on (\w+)/g))
      found.set(`${trigger} ${table}`, { table, trigger });
  return found;
}
