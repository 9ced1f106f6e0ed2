import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { Lane, Relation } from "@/db/vocabulary";
import { ofToday } from "../../access/reads";
import { callStationOf, type PersonActor, subjectsOf } from "../../kernel/actor";
import { asActor } from "../../kernel/transaction";
import { tablesOfCounty } from "../row-security/tables-of-county";
import type { RowScene } from "./scene";
import { viewers } from "./viewers";

/** One row of the scene, as its owner sees it. */
export interface SceneRow {
  table: string;
  /** Its physical place (ctid) or its id; the same for every reader, since nothing is written meanwhile. */
  place: string;
  lane: Lane | null;
  disputeId: string | null;
  /** The proceeding it belongs to; null for rows of a dispute as a whole. */
  proceedingId: string | null;
  columns: Readonly<Record<string, unknown>>;
}

/** A right as the database keeps it. */
interface AccessRow {
  disputeId: string;
  proceedingId: string | null;
  relation: Relation;
  isCurrent: boolean;
  until: string | null;
}

/** A person of the scene, with their relations and visible rows as read from the database. */
export interface Viewer {
  username: string;
  actor: PersonActor;
  station: string | null;
  rights: readonly AccessRow[];
  /** Sessions at which they are expected. */
  expectedAt: ReadonlySet<string>;
  /** The places of the rows row-level security shows them, table by table. */
  sees: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface RowVisibility {
  rows: readonly SceneRow[];
  viewers: readonly Viewer[];
}

/** Tables whose dispute or reader is found in another table. */
const about: Record<string, string> = {
  disputes: "t.id as about, null::uuid as recipient_id",
  deliveries: `(select n.dispute_id from notifications n where n.county_id = t.county_id and n.id = t.notification_id) as about,
    (select n.recipient_id from notifications n where n.county_id = t.county_id and n.id = t.notification_id) as recipient_id`,
};

const parent = (table: string, key: string, column = "proceeding_id") =>
  `(select x.${column} from ${table} x where x.county_id = t.county_id and x.id = t.${key})`;
const ofObligation = `(select g.proceeding_id from obligations o join agreements g on g.county_id = o.county_id and g.id = o.agreement_id
    where o.county_id = t.county_id and o.id = t.obligation_id)`;
/** Where a row's proceeding is found, by the column that leads to it; the first that the table has counts. */
const proceedingBy: readonly (readonly [string, string])[] = [
  ["proceeding_id", "t.proceeding_id"],
  ["session_id", parent("sessions", "session_id")],
  ["agreement_id", parent("agreements", "agreement_id")],
  ["obligation_id", ofObligation],
  ["invitation_id", parent("invitations", "invitation_id")],
  ["waiver_id", parent("tie_waivers", "waiver_id")],
  ["file_id", parent("files", "file_id")],
  [
    "contest_id",
    `(select g.proceeding_id from ledger_contests k join obligations o on o.county_id = k.county_id and o.id = k.obligation_id
    join agreements g on g.county_id = o.county_id and g.id = o.agreement_id where k.county_id = t.county_id and k.id = t.contest_id)`,
  ],
  [
    "statement_id",
    `(select s.proceeding_id from fact_statements f join sessions s on s.county_id = f.county_id and s.id = f.session_id
    where f.county_id = t.county_id and f.id = t.statement_id)`,
  ],
];
/** Tables whose rows are the dispute's, although a column points into one of its proceedings. */
const ofTheDispute = ["harm_reports", "notifications", "dispute_access", "dispute_merges"];

/** SQL for the proceeding of a row `t` of this table; null for rows of a dispute as a whole. */
export async function proceedingOf(table: string): Promise<string> {
  if (table === "proceedings") return "t.id";
  if (ofTheDispute.includes(table)) return "null::uuid";
  const columns = await database().execute<{ name: string }>(sql`
    select attname::text as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`);
  const names = columns.map(({ name }) => name);
  if (!names.includes("dispute_id")) return "null::uuid";
  return proceedingBy.find(([column]) => names.includes(column))?.[1] ?? "null::uuid";
}

const asList = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

interface Guarded extends Record<string, unknown> {
  name: string;
  /** What names a row: its physical place, or its id where some columns may not be read (ctid neither). */
  place: "ctid" | "id";
}

/** Tables under row-level security that the application may read at all. */
async function guardedTables(): Promise<Guarded[]> {
  const rows = await database().execute<Guarded>(sql`
    select c.relname::text as name, case when has_table_privilege('zhongtiao_app', c.oid, 'select') then 'ctid' else 'id' end as place
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind in ('r', 'p') and c.relrowsecurity and has_any_column_privilege('zhongtiao_app', c.oid, 'select') order by 1`);
  return rows.filter(({ name }) => !tablesOfCounty.includes(name));
}

async function rowsOf({ name: table, place }: Guarded, countyId: string): Promise<SceneRow[]> {
  const rows = await database().execute<{
    place: string;
    about: string | null;
    proceeding: string | null;
    recipient_id: string | null;
    lane: Lane | null;
    columns: Record<string, unknown>;
  }>(sql`
    select t.${sql.identifier(place)}::text as place, ${sql.raw(table === "file_origins" ? parent("files", "file_id", "lane") : "null")} as lane, to_jsonb(t) as columns, ${sql.raw(await proceedingOf(table))} as proceeding,
      ${sql.raw(about[table] ?? "null::uuid as about, null::uuid as recipient_id")}
    from ${sql.identifier(table)} t where t.county_id = ${countyId}::uuid order by 1`);
  return rows.map((row) => ({
    table,
    place: row.place,
    lane: row.lane ?? (row.columns.lane as Lane | undefined) ?? null,
    disputeId: row.about ?? (row.columns.dispute_id as string | undefined) ?? null,
    proceedingId: row.proceeding,
    columns: row.recipient_id ? { ...row.columns, recipient_id: row.recipient_id } : row.columns,
  }));
}

async function viewerOf(scene: RowScene, username: string, tables: readonly Guarded[]): Promise<Viewer> {
  const actor = scene.county.actor(username);
  const rights = await database().execute<AccessRow & Record<string, unknown>>(sql`
    select distinct dispute_id as "disputeId", proceeding_id as "proceedingId", relation, is_current as "isCurrent", until::text as until
    from dispute_access where county_id = ${actor.countyId}::uuid and subject_id::text in (${asList(subjectsOf(actor))})`);
  const expected = await database().execute<{ id: string }>(
    sql`select session_id as id from session_people where person_id = ${actor.personId}::uuid`,
  );
  const seen = await asActor({ actor, now: new Date() }, (tx) =>
    tx.execute<{ name: string; place: string }>(
      sql.join(
        tables.map(
          ({ name, place }) =>
            sql`select ${name}::text as name, ${sql.identifier(place)}::text as place from ${sql.identifier(name)}`,
        ),
        sql` union all `,
      ),
    ),
  );
  const sees = new Map<string, Set<string>>(tables.map(({ name }) => [name, new Set()]));
  for (const { name, place } of seen) sees.get(name)?.add(place);
  const expectedAt = new Set(expected.map(({ id }) => id));
  return { username, actor, station: callStationOf(actor), rights: [...rights], expectedAt, sees };
}

/** Every row of the scene, and which of them PostgreSQL shows to whom. */
export async function readVisibility(scene: RowScene): Promise<RowVisibility> {
  const tables = await guardedTables();
  const rows: SceneRow[] = [];
  for (const table of tables) rows.push(...(await rowsOf(table, scene.county.countyId)));
  const people: Viewer[] = [];
  for (const username of viewers) people.push(await viewerOf(scene, username, tables));
  return { rows, viewers: people };
}

export const isVisible = ({ sees }: Viewer, { table, place }: SceneRow) => sees.get(table)?.has(place) ?? false;

/** When a row came to be, as far as its table says so. */
function writtenAt({ columns }: SceneRow): number | null {
  if (typeof columns.at_us === "number") return columns.at_us / 1000;
  const at = ["written_at", "added_at", "decided_at", "reported_at", "created_at"].map((name) => columns[name]);
  const found = at.find((value) => typeof value === "string");
  return typeof found === "string" ? Date.parse(found) : null;
}

/**
 * The relations through which a person stands to a row: those to its proceeding. A row of the dispute as a whole is
 * reached through every proceeding, as far as it was written in time; one of today's work through the latest only.
 */
export function relationsToRow(viewer: Viewer, row: SceneRow): readonly Relation[] {
  const at = writtenAt(row);
  const counts = (right: AccessRow): boolean => {
    if (row.disputeId === null || right.disputeId !== row.disputeId) return false;
    if (row.proceedingId !== null) return right.proceedingId === row.proceedingId;
    if (ofToday.includes(row.table)) return right.isCurrent;
    return right.until === null || at === null || at <= Date.parse(right.until);
  };
  return [...new Set(viewer.rights.filter(counts).map(({ relation }) => relation))];
}

/** The relations a person holds to one proceeding, or to any of a dispute. */
export const relationsTo = (viewer: Viewer, of: Partial<Pick<AccessRow, "disputeId" | "proceedingId">>) => [
  ...new Set(
    viewer.rights
      .filter((right) => (Object.keys(of) as (keyof typeof of)[]).every((key) => right[key] === of[key]))
      .map(({ relation }) => relation),
  ),
];

/** Strongest first. */
export const strength = [
  "lead",
  "joined",
  "formerLead",
  "successor",
  "committee",
  "station",
  "otherLine",
  "invited",
] as const satisfies readonly Relation[];
export const strongest = (of: readonly Relation[]) => strength.find((one) => of.includes(one));

/** Columns that name the person a row is about. */
const naming = ["person_id", "recipient_id", "reporter_id", "asked_by", "duty_id", "actor_id", "created_by"];

/**
 * How a person stands to a row: the strongest relation to its dispute, else the row is their own, their station's, or
 * neither.
 */
export function closeness(viewer: Viewer, row: SceneRow): string {
  const relation = strongest(relationsToRow(viewer, row));
  if (relation) return relation;
  if (naming.some((column) => row.columns[column] === viewer.actor.personId)) return "own";
  if (viewer.station !== null && row.columns.station_id === viewer.station) return "same-station";
  return "any";
}

/** A table, or a table's lane, as both matrices name it. */
export const tableAndLane = ({ table, lane }: SceneRow) => (lane ? `${table}/${lane}` : table);
