import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { Lane, Relation } from "@/db/vocabulary";
import { callStationOf, type PersonActor, subjectsOf } from "../../kernel/actor";
import { asActor } from "../../kernel/transaction";
import { viewers } from "./papers";
import type { RowScene } from "./scene";

/** One row of the scene, as its owner sees it. */
export interface SceneRow {
  table: string;
  /** Its physical place (ctid) or its id; the same for every reader, since nothing is written meanwhile. */
  place: string;
  lane: Lane | null;
  disputeId: string | null;
  columns: Readonly<Record<string, unknown>>;
}

/** A person of the scene, with their relations and visible rows as read from the database. */
export interface Viewer {
  username: string;
  actor: PersonActor;
  station: string | null;
  /** Their relations to each dispute. */
  relations: ReadonlyMap<string, readonly Relation[]>;
  /** The places of the rows row-level security shows them, table by table. */
  sees: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Sight {
  rows: readonly SceneRow[];
  viewers: readonly Viewer[];
}

/** Tables whose dispute or reader is found in another table. */
const about: Record<string, string> = {
  disputes: "t.id as about, null::uuid as recipient_id",
  deliveries: `(select n.dispute_id from notifications n where n.county_id = t.county_id and n.id = t.notification_id) as about,
    (select n.recipient_id from notifications n where n.county_id = t.county_id and n.id = t.notification_id) as recipient_id`,
};

const asList = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/**
 * Tables of the county itself, without any row of a dispute, a call or somebody's hours. Who reads and changes them is asked
 * in server/testing/second-wall.test.ts.
 */
const ofCountyItself = [
  "accounts",
  "committees",
  "contact_points",
  "counters",
  "counties",
  "day_overrides",
  "forces",
  "people",
  "person_forces",
  "rate_limits",
  "room_hours",
  "rooms",
  "rules",
  "sign_ins",
  "stations",
  "units",
];

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
  return rows.filter(({ name }) => !ofCountyItself.includes(name));
}

async function rowsOf({ name: table, place }: Guarded, countyId: string): Promise<SceneRow[]> {
  const rows = await database().execute<{
    place: string;
    about: string | null;
    recipient_id: string | null;
    columns: Record<string, unknown>;
  }>(sql`
    select t.${sql.identifier(place)}::text as place, to_jsonb(t) as columns, ${sql.raw(about[table] ?? "null::uuid as about, null::uuid as recipient_id")}
    from ${sql.identifier(table)} t where t.county_id = ${countyId}::uuid order by 1`);
  return rows.map((row) => ({
    table,
    place: row.place,
    lane: (row.columns.lane as Lane | undefined) ?? null,
    disputeId: row.about ?? (row.columns.dispute_id as string | undefined) ?? null,
    columns: row.recipient_id ? { ...row.columns, recipient_id: row.recipient_id } : row.columns,
  }));
}

async function viewerOf(scene: RowScene, username: string, tables: readonly Guarded[]): Promise<Viewer> {
  const actor = scene.county.actor(username);
  const held = await database().execute<{ dispute_id: string; relation: Relation }>(sql`
    select distinct dispute_id, relation from dispute_access
    where county_id = ${actor.countyId}::uuid and subject_id::text in (${asList(subjectsOf(actor))})`);
  const relationsTo = new Map<string, Relation[]>();
  for (const { dispute_id, relation } of held)
    relationsTo.set(dispute_id, [...(relationsTo.get(dispute_id) ?? []), relation]);
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
  return { username, actor, station: callStationOf(actor), relations: relationsTo, sees };
}

/** Every row of the scene, and which of them PostgreSQL shows to whom. */
export async function look(scene: RowScene): Promise<Sight> {
  const tables = await guardedTables();
  const rows: SceneRow[] = [];
  for (const table of tables) rows.push(...(await rowsOf(table, scene.county.countyId)));
  const people: Viewer[] = [];
  for (const username of viewers) people.push(await viewerOf(scene, username, tables));
  return { rows, viewers: people };
}

export const shows = ({ sees }: Viewer, { table, place }: SceneRow) => sees.get(table)?.has(place) ?? false;

export const held = (viewer: Viewer, row: SceneRow): readonly Relation[] =>
  (row.disputeId && viewer.relations.get(row.disputeId)) || [];

export const strongest = (of: readonly Relation[]) =>
  (["lead", "joined", "committee", "station", "invited"] as const).find((one) => of.includes(one));

/** Columns that name the person a row is about. */
const naming = ["person_id", "recipient_id", "reporter_id", "asked_by", "duty_id", "actor_id", "created_by"];

/**
 * How a person stands to a row: the strongest relation to its dispute, else the row is their own, their station's, or
 * neither.
 */
export function standing(viewer: Viewer, row: SceneRow): string {
  const relation = strongest(held(viewer, row));
  if (relation) return relation;
  if (naming.some((column) => row.columns[column] === viewer.actor.personId)) return "own";
  if (viewer.station !== null && row.columns.station_id === viewer.station) return "same-station";
  return "any";
}

/** A table, or a table's lane, as both matrices name it. */
export const sourceOf = ({ table, lane }: SceneRow) => (lane ? `${table}/${lane}` : table);
