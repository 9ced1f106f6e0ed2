import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { asActor } from "../../kernel/transaction";
import type { Heard } from "./questions";
import type { Viewer } from "./row-visibility";

/** Columns of text that hold no words of anybody's own, by table and column or by column alone; each with why. */
const notWords: Readonly<Record<string, string>> = {
  action: "a word of the product",
  address_masked: "a phone without its middle",
  code: "a code of the product",
  unfinished: "JSON, of clauses that its author alone goes on with",
  strokes: "a drawing",
  proposals: "times alone",
  "papers.problem": "a code of the product and whose field it is",
  force_code: "names a force",
  kind: "a word of the product",
  mime: "a form of file",
  party_names: "read with its card, which is judged as a whole",
  key: "a word of the product",
  cause: "a word of the product",
  field: "names a column",
};
const isForm = /(^|_)(hash|sha256|key|prev|id_number|phone)$/;

interface Column extends Record<string, unknown> {
  table: string;
  name: string;
  type: "text" | "_text" | "jsonb";
  /** A word goes to each of its values that is in Chinese. */
  isJson: boolean;
  isEncrypted: boolean;
}

/** Columns of text and JSON in tables of a dispute, and in those of what comes in before there is one; of events what they say. */
const textColumns = () =>
  database().execute<Column>(sql`
    select c.relname as table, a.attname as name, t.typname as type, t.typname = 'jsonb' or a.attname in ('content', 'payload') as "isJson",
      exists (select from pg_constraint k where k.conrelid = c.oid and k.conname like '%\\_encrypted' and a.attnum = any (k.conkey)) as "isEncrypted"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and t.typname in ('text', '_text', 'jsonb') and has_table_privilege('zhongtiao_app', c.oid, 'select')
      and (c.relname in ('clues', 'clue_steps', 'consultations', 'disputes', 'absences', 'imported_calendars', 'town_halls', 'town_hall_meetings')
        or exists (select from pg_attribute d where d.attrelid = c.oid and d.attname in ('dispute_id', 'session_id', 'proceeding_id')))
      and (c.relname <> 'events' or a.attname = 'payload') and c.relname not in ('content_digests', 'dispute_words', 'dispute_access', 'figure_entries', 'force_entries', 'helper_entries') order by 1, 2`);

type Rule = Record<"table" | "name" | "text", string>;
const rulesOf = (tables: readonly string[]) =>
  database().execute<Rule>(sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text from pg_constraint
    where contype = 'c' and conrelid::regclass::text in (${sql.join(
      tables.map((table) => sql`${table}`),
      sql`, `,
    )})`);

/** Without triggers, as fixtures are written. */
const write = (statements: readonly string[]) =>
  database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const rows: number[] = [];
    for (const statement of statements) rows.push((await tx.execute(sql.raw(statement))).count);
    return rows;
  });

const word = "'桨' || nextval('canaries') || '棹'";
/** Where a value in Chinese begins in the text of JSON. */
const ofValue = '(": ?")(?=[^"]*[^ -~"][^"]*")';

const planting = ({ table, name, type, isJson }: Column): string =>
  isJson
    ? `update ${table} set ${name} = regexp_replace(${name}::text, '${ofValue}', '\\1' || ${word}, 'g')::${type} where ${name}::text ~ '${ofValue}'`
    : type === "_text"
      ? `update ${table} set ${name} = ${name} || array[${word}]`
      : `update ${table} set ${name} = coalesce(${name} || ${word}, '∅' || ${word})`;

const takingBack = ({ table, name, type, isJson }: Column): string =>
  isJson
    ? `update ${table} set ${name} = regexp_replace(${name}::text, '桨\\d+棹', '', 'g')::${type} where ${name}::text ~ '桨'`
    : type === "_text"
      ? `update ${table} set ${name} = ${name}[1:cardinality(${name}) - 1]`
      : `update ${table} set ${name} = case when starts_with(${name}, '∅桨') then null else regexp_replace(${name}, '桨\\d+棹$', '') end`;

/**
 * Adds a word that stands nowhere else to every text of every row of the scene, until it is put back. Some texts are there only
 * with others, an answer with whoever gave it: such rules are set aside meanwhile. `without` are columns of tables without a row.
 */
export async function plantCanaries() {
  const columns = (await textColumns()).filter(
    ({ table, name, isEncrypted }) =>
      !isEncrypted && !isForm.test(name) && !(name in notWords) && !(`${table}.${name}` in notWords),
  );
  const rules = await rulesOf([...new Set(columns.map(({ table }) => table))]);
  await database().execute(sql`create sequence public.canaries`);
  await write(rules.map(({ table, name }) => `alter table ${table} drop constraint ${name}`));
  const counts = await write(columns.map(planting));
  await database().execute(sql`drop sequence public.canaries`);
  const putBack = () =>
    write([
      ...columns.map(takingBack),
      ...rules.map(({ table, name, text }) => `alter table ${table} add constraint ${name} ${text}`),
    ]);
  const without = columns.filter((_, nth) => counts[nth] === 0).map(({ table, name }) => `${table}.${name}`);
  return { columns, planted: counts.reduce((sum, n) => sum + n, 0), without, putBack };
}

const canary = /桨\d+棹/g;

/** The words that row security shows somebody, and where each stands. */
async function seenBy({ actor }: Viewer, columns: readonly Column[]): Promise<Set<string>> {
  const texts = columns.map(({ table, name }) => sql.raw(`select ${name}::text as text from ${table}`));
  const rows = await asActor({ actor, now: new Date() }, (tx) =>
    tx.execute<{ text: string }>(sql.join(texts, sql` union all `)),
  );
  return new Set(rows.flatMap(({ text }) => text?.match(canary) ?? []));
}

/** Words that somebody heard of rows that row security shows them no part of: "table.column → role through question". */
export async function overheard(viewers: readonly Viewer[], columns: readonly Column[], heard: readonly Heard[]) {
  const places = new Map<string, string>();
  for (const { table, name } of columns)
    for (const { text } of await database().execute<{ text: string | null }>(
      sql.raw(`select ${name}::text as text from ${table}`),
    ))
      for (const word of text?.match(canary) ?? []) places.set(word, `${table}.${name}`);
  const found = new Set<string>();
  for (const viewer of viewers) {
    const seen = await seenBy(viewer, columns);
    for (const { username, path, answer } of heard)
      if (username === viewer.username)
        for (const [word] of answer.matchAll(canary))
          if (!seen.has(word)) found.add(`${places.get(word)} → ${viewer.actor.role} through ${path}`);
  }
  return [...found].sort();
}
