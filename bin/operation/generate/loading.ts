import { once } from "node:events";
import type { Writable } from "node:stream";
import postgres from "postgres";
import { isOneServer, promptSocket } from "@/db/prompt-socket";
import { copyLine } from "./copy-text";
import type { TableRows } from "./county-rows";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A connection for long work, without limits of time. */
export const loadingConnection = (url: string): postgres.Sql =>
  postgres(url, {
    ...(isOneServer(url) ? { socket: promptSocket } : {}),
    max: 1,
    onnotice: () => undefined,
    connection: {
      application_name: "zhongtiao seed",
      statement_timeout: 0,
      lock_timeout: 30_000,
      idle_in_transaction_session_timeout: 0,
      timezone: "UTC",
      datestyle: "ISO, YMD",
    },
  });

/** Writes rows into a table by COPY; fails when the server refuses one. `text` is in COPY's text format. */
export async function copyInto(
  tx: postgres.ISql,
  table: string,
  columns: readonly string[],
  parts: readonly string[],
): Promise<void> {
  const query = tx.unsafe(`copy ${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin`);
  // What the server refuses after the last row is told to the query, which was answered with the stream before, and the
  // stream would wait for ever.
  const refused = new Promise<never>((_, reject) => {
    Object.assign(query, { reject });
  });
  refused.catch(() => undefined);
  const into: Writable = await Promise.race([query.writable(), refused]);
  const ended = once(into, "finish");
  ended.catch(() => undefined);
  for (const part of parts) if (!into.write(part)) await Promise.race([once(into, "drain"), refused]);
  into.end();
  await Promise.race([ended, refused]);
}

export async function copyRows(tx: postgres.ISql, { table, columns, rows }: TableRows): Promise<void> {
  await copyInto(tx, table, columns, [rows.map(copyLine).join("")]);
}

/** How a constraint or index is taken away and made again; a constraint's are parts of a change of its table. */
interface Remade {
  table: string | null;
  drop: string;
  make: string;
}

/**
 * Everything that would be worked out row by row while rows come: primary keys, exclusions and indexes first, then the
 * foreign keys, which need them.
 */
async function checkedRowByRow(tx: postgres.ISql): Promise<Remade[]> {
  return tx<Remade[]>`
    select conrelid::regclass::text as table, format('drop constraint %I', conname) as drop,
      format('add constraint %I %s', conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where contype in ('p', 'u', 'x', 'f') and connamespace = 'public'::regnamespace and conrelid <> 0
    union all
    select null, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by 3`.then((all) => [...all].sort((a, b) => rankOf(a) - rankOf(b)));
}

/** Foreign keys come behind the keys they refer to. */
const rankOf = ({ make }: Remade): number => (/ FOREIGN KEY /.test(make) ? 2 : / PRIMARY KEY /.test(make) ? 0 : 1);

/** In the order of `all`, all constraints of one rank on a table as one change of it: each change costs the server as much. */
function statementsOf(all: readonly Remade[], part: "drop" | "make"): string[] {
  const changes = new Map<string, string[]>();
  for (const each of all) {
    const begin = each.table ? `alter table ${each.table} ` : "";
    const change = each.table ? `${rankOf(each)} ${begin}` : each[part];
    changes.set(change, [...(changes.get(change) ?? [begin]), each[part]]);
  }
  return [...changes.values()].map(([begin = "", ...parts]) => begin + parts.join(", "));
}

/** The index of what disputes are found by, which is written last, from rows that are found by the other indexes. */
const isOfWords = (make: string) => make.startsWith("CREATE INDEX dispute_words_by_tokens ");

/**
 * Runs `load` in one transaction in which tables take rows as they are: no trigger works them out anew, and row-level
 * security does not bind the owner. Where it is much, keys, exclusions and indexes are made again at the end, for all rows
 * at once, and refuse what they would have refused before. All rows come, or none.
 */
export async function loading<T>(
  sql: postgres.Sql,
  load: (tx: postgres.TransactionSql) => Promise<T>,
  { isMuch, note = () => undefined }: { isMuch: boolean; note?: (text: string) => void },
): Promise<T> {
  const done = await sql.begin(async (tx) => {
    const tables = await tx<{ name: string }[]>`
      select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const each = (make: (name: string) => string) => tx.unsafe(tables.map(({ name }) => make(name)).join(";\n"));
    const checks = isMuch ? await checkedRowByRow(tx) : [];
    await each((name) => `alter table ${name} disable trigger user, no force row level security`);
    const inTurn = (statements: string[]) => (statements.length > 0 ? tx.unsafe(statements.join(";\n")) : null);
    await inTurn(statementsOf(checks.toReversed(), "drop"));
    const result = await load(tx);
    await tx.unsafe(
      "set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'; set local search_path = public",
    );
    if (isMuch) note("making indexes and checking what rows refer to");
    await inTurn(statementsOf(checks, "make").filter((make) => !isOfWords(make)));
    if (isMuch) note("writing what calls are compared by and disputes are found by");
    await tx`select app.write_place_keys()`;
    await tx`select app.write_missing_words()`;
    await inTurn(statementsOf(checks, "make").filter(isOfWords));
    await each((name) => `alter table ${name} enable trigger user, force row level security`);
    return result;
  });
  return done as T;
}
