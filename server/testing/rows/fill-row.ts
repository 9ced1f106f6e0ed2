import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { put } from "../database-guards/scene";

interface Column {
  table: string;
  name: string;
  type: string;
  must: boolean;
  /** The first word of its enum, where it is one. */
  word: string | null;
}

/** Every column of the public tables, as PostgreSQL has them now. */
async function columnsByTable(): Promise<Map<string, Column[]>> {
  const rows = await database().execute<Column & Record<string, unknown>>(sql`
    select c.table_name::text as table, c.column_name::text as name, c.udt_name::text as type,
      c.is_nullable = 'NO' and c.column_default is null as must,
      (select e.enumlabel::text from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typname = c.udt_name order by e.enumsortorder limit 1) as word
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`);
  const byTable = new Map<string, Column[]>();
  for (const row of rows) byTable.set(row.table, [...(byTable.get(row.table) ?? []), row]);
  return byTable;
}

const plain: Record<string, () => unknown> = {
  uuid: () => crypto.randomUUID(),
  text: () => crypto.randomUUID().replaceAll("-", ""),
  timestamptz: () => new Date().toISOString(),
  date: () => new Date().toISOString().slice(0, 10),
  time: () => "09:00",
  tstzrange: () =>
    `[${new Date(Date.now() - 3_600_000).toISOString()},${new Date(Date.now() + 3_600_000).toISOString()})`,
  jsonb: () => ({}),
  bool: () => false,
  _int2: () => [1, 2],
  _text: () => ["字"],
  _remedy: () => ["suit"],
};

/** Texts of which the database demands a form, by their column, or by table and column. */
const formed: Record<string, () => unknown> = {
  body_hash: () => crypto.randomUUID().padEnd(43, "A"),
  "paper_numbers.kind": () => "intake",
  "number_starts.kind": () => "intake",
  "number_starts.year": () => 2026,
  "number_voids.kind": () => "intake",
  "number_voids.reason": () => "登记重复",
  "paper_templates.sha256": () => "a".repeat(64),
  "paper_templates.name": () => "告知书.docx",
  "paper_templates.fields": () => [],
  "paper_templates.kind": () => "notice",
  "deposits.year": () => 2026,
  "deposits.deposited_on": () => "2026-03-02",
  "deposits.source_sha256": () => "a".repeat(64),
  "subsidy_sheets.month": () => "2020-03-01",
  "subsidy_sheets.handed_on": () => "2020-04-02",
  "subsidy_sheets.source_sha256": () => "a".repeat(64),
  "drafting_templates.clauses": () => [{}],
  "number_patterns.kind": () => "intake",
  "number_patterns.pattern": () => "〔{yyyy}〕{word}调字第{n}号",
};

/** Writes rows without policies, triggers and foreign keys, so that only reading is under test. */
export async function rowFiller() {
  const columns = await columnsByTable();
  const tables = [...columns.keys()];

  /** The insert of one row: `known` values by column name, and a plain value for every other required column. */
  function row(table: string, known: Readonly<Record<string, unknown>>): string {
    const own = columns.get(table) ?? [];
    const values = own.flatMap(({ name, type, must, word }) => {
      if (name in known) return [[name, known[name]]];
      if (!must) return [];
      return [[name, word ?? (formed[`${table}.${name}`] ?? formed[name] ?? plain[type] ?? (() => 1))()]];
    });
    return put(table, Object.fromEntries(values));
  }

  const write = (statements: readonly string[]) =>
    database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const statement of statements) await tx.execute(sql.raw(statement));
    });

  const has = (table: string, column: string) => (columns.get(table) ?? []).some(({ name }) => name === column);
  return { tables, row, write, has };
}
export type RowFiller = Awaited<ReturnType<typeof rowFiller>>;
