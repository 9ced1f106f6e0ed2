import type postgres from "postgres";
import { digestsOf, type KeptDigest } from "./covered-journal";
import { openedRows } from "./encrypted-cells";
import type { Story, StoryWords } from "./story-steps";

/** The rows of one table that belong to a played dispute, each value as PostgreSQL writes it, encrypted ones opened. */
interface PlayedTable {
  table: string;
  columns: string[];
  rows: (string | null)[][];
}

/** A story that was played through the verbs, with every row it left. */
export interface PlayedStory {
  story: Story;
  disputeId: string;
  words: StoryWords;
  tables: PlayedTable[];
  digests: KeptDigest[];
}

/** Tables whose rows belong to a dispute by another column than `dispute_id`. */
const reached: Readonly<Record<string, string>> = {
  disputes: "t.id = $1::uuid",
  events: "t.chain = $1::uuid",
  event_heads: "t.chain = $1::uuid",
  content_digests: "t.chain = $1::uuid",
  slots: "t.session_id in (select s.id from sessions s where s.dispute_id = $1::uuid)",
  calendar_entries: "t.booking_id in (select s.id from sessions s where s.dispute_id = $1::uuid)",
  deliveries: "t.notification_id in (select n.id from notifications n where n.dispute_id = $1::uuid)",
};
/** Of the database, not of the dispute: numbered by the database itself as rows come. */
const numbered: readonly string[] = ["content_digests.id"];

/** Worked out from the other rows when all are there: words, and entries by month, which whole days do not move. */
const workedOut: readonly string[] = ["dispute_words", "helper_entries"];

/** Every table with rows of disputes, its columns and its rows' condition. */
export async function tablesOfDisputes(
  sql: postgres.ISql,
): Promise<{ table: string; columns: string[]; condition: string }[]> {
  const tables = await sql<{ table: string; columns: string[]; has: boolean }[]>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns, bool_or(a.attname = 'dispute_id') as has
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;
  return tables.flatMap(({ table, columns, has }) => {
    const condition = reached[table] ?? (has && !workedOut.includes(table) ? "t.dispute_id = $1::uuid" : null);
    const own = columns.filter((column) => !numbered.includes(`${table}.${column}`));
    return condition ? [{ table, columns: own, condition }] : [];
  });
}

/** Reads every row of a played dispute back. `sql` is in UTC. */
export async function readStory(
  sql: postgres.ISql,
  played: Pick<PlayedStory, "story" | "disputeId" | "words">,
  tables: Awaited<ReturnType<typeof tablesOfDisputes>>,
): Promise<PlayedStory> {
  const found: PlayedTable[] = [];
  for (const { table, columns, condition } of tables) {
    const order = table === "events" ? "t.seq" : table === "content_digests" ? "t.id" : "t.ctid";
    const rows = await sql.unsafe<{ values: (string | null)[] }[]>(
      `select to_json(array[${columns.map((column) => `t."${column}"::text`).join(", ")}]) as values from "${table}" t where ${condition} order by ${order}`,
      [played.disputeId],
    );
    const all = rows.map(({ values }) => values);
    if (rows.length > 0) found.push({ table, columns, rows: openedRows(table, columns, all) });
  }
  return { ...played, tables: found, digests: await digestsOf(sql, played.disputeId) };
}
