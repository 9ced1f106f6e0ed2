import { type SQL, sql } from "drizzle-orm";
import { database, type Tx } from "@/db/client";

/** Columns that join rows or say how to read them; nobody types them. */
const structure = /(?:^|_)(?:code|hash|key|sha256|id|locale|username|resource|media_type|problem)$|^action$/;

/** Changes within the transaction, which goes on where it is refused. */
const taken = (tx: Tx, change: SQL) => tx.transaction((part) => part.execute(change)).then(() => true);
/** Enough to find one that may have the text; tables of the product's own words have tens of thousands. */
const firstRows = (table: string) => sql`select ctid::text as at from ${sql.identifier(table)} order by ctid limit 40`;

/**
 * Puts a text into every text column of every row, around the rules that would refuse it there, and into the words that
 * events, signed papers and notifications carry. Gives the columns, `table.column`; a column whose own constraint refuses the text keeps
 * what it has.
 */
export async function storeEverywhere(text: string): Promise<string[]> {
  const columns = await database().execute<{ table: string; name: string }>(sql`
    select c.table_name::text as table, c.column_name::text as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name = 'text' and c.table_name not in ('events', 'agreement_papers')
    order by 1, 2`);
  const stored: string[] = [];
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const { table, name } of columns) {
      if (structure.test(name)) continue;
      const change = sql`update ${sql.identifier(table)} set ${sql.identifier(name)} = ${text}`;
      const isStored = await taken(tx, change).catch(async () => {
        // Some rows may have no such text: an answer that nobody spoke has nobody who said it.
        let anyRow = false;
        for (const { at } of await tx.execute<{ at: string }>(firstRows(table)))
          anyRow = (await taken(tx, sql`${change} where ctid = ${at}::tid`).catch(() => false)) || anyRow;
        return anyRow;
      });
      if (isStored) stored.push(`${table}.${name}`);
    }
    for (const [table, column] of [
      ["events", "payload"],
      ["agreement_papers", "content"],
      ["notifications", "params"],
    ] as const)
      await tx.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = regexp_replace(
        ${sql.identifier(column)}::text, '"(name|title|place|reason|note|text|facts|committee|mediator|room|point|address|asker|label|organ|host|cause|course|circumstances|others)": ?"[^"]*"', ${`"\\1":${JSON.stringify(text)}`}, 'g')::${sql.raw(table === "notifications" ? "jsonb" : "text")}`);
  });
  return stored;
}
