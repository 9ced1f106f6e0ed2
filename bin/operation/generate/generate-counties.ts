import { setImmediate as immediate } from "node:timers/promises";
import type postgres from "postgres";
import { type RepeatableRandom, repeatableRandom } from "@/server/demo/scenarios/repeatable-random";
import { type CompiledStory, compileStory } from "./compile-story";
import { countyRows } from "./county-rows";
import { beginJournal, endJournal } from "./covered-journal";
import { type Counters, type DrawnCase, drawCases, TakenHours } from "./draw-cases";
import { type GeneratedCounty, generatedCounty } from "./generated-county";
import { copyInto, copyRows, loading, loadingConnection } from "./loading";
import { type PlayedStory, readStory, tablesOfDisputes } from "./played-story";
import { renderCase } from "./render-case";
import { stories as allStories } from "./stories";
import { type Scene, sceneIn } from "./story-scene";
import type { Story } from "./story-steps";
import { tellPeople } from "./tell-people";

interface GenerateOptions {
  cases: number;
  /** How many counties they are spread over; as many as hold about 25,000 each when absent. */
  counties?: number;
  stations?: number;
  now: Date;
  passwordHash: string;
  stories?: readonly Story[];
  /** Without what only verify reads: for tests of reading. */
  isForReading?: boolean;
  onProgress?: (...parts: (string | number)[]) => void;
}

const casesPerCounty = 25_000;
// Each COPY ends with a pause of 40 ms, in which the kernel waits for more to send: few large ones.
const batchSize = 2500;

/** How many generated counties there are: their people's user names begin with g1, g2 … */
export async function generatedCounties(sql: postgres.ISql): Promise<number> {
  const [row] = await sql<{ most: number }[]>`
    select coalesce(max(substring(username from '^g(\\d+)[.]')::int), 0) as most from accounts where username ~ '^g\\d+[.]'`;
  return row?.most ?? 0;
}

/** The same for a database by its address. */
export async function generatedThere(url: string): Promise<number> {
  const sql = loadingConnection(url);
  try {
    return await generatedCounties(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Writes counties of believable disputes. A few stories are played through the verbs in the first of them and read back;
 * all other disputes are copies of their rows at other times, with other people, places and words, their digests and
 * chains worked out anew, and come by COPY in one transaction. Gives the counties.
 */
export async function generateCounties(url: string, options: GenerateOptions): Promise<GeneratedCounty[]> {
  const { cases, now, passwordHash, stories = allStories, onProgress = () => undefined } = options;
  const sql = loadingConnection(url);
  const random = repeatableRandom(20_261_129);
  try {
    const before = await generatedCounties(sql);
    const count = options.counties ?? Math.max(1, Math.ceil(cases / casesPerCounty));
    const counties = Array.from({ length: count }, (_, i) =>
      generatedCounty({ ordinal: before + i + 1, now, random, stations: options.stations }),
    );
    const [first] = counties;
    if (!first) return [];
    await loading(sql, (tx) => writeCounty(tx, first, passwordHash), { isMuch: false });
    const compiled = await playStories(sql, first, { now, stories, onProgress });
    await loading(
      sql,
      async (tx) => {
        const columns = await columnsOf(tx);
        let done = stories.length;
        for (const [i, county] of counties.entries()) {
          if (i > 0) await writeCounty(tx, county, passwordHash);
          const share = Math.floor((cases * (i + 1)) / count) - Math.floor((cases * i) / count);
          const missing = Math.max(0, share - (i === 0 ? stories.length : 0));
          await writeDisputes(
            tx,
            { county, compiled, random, now, columns, isForReading: options.isForReading ?? false },
            missing,
            (more) => {
              done += more;
              onProgress(done, `${cases} disputes`);
            },
          );
        }
      },
      { isMuch: true, note: onProgress },
    );
    await countFigures(sql, counties, onProgress);
    return counties;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Sums are kept by triggers, which rows that come by COPY do not meet; the entries that they sum up were copied. */
async function countFigures(
  sql: postgres.Sql,
  counties: readonly GeneratedCounty[],
  onProgress: (...parts: (string | number)[]) => void,
): Promise<void> {
  await sql`analyze`;
  for (const [i, { id }] of counties.entries()) {
    await sql`select app.add_up_figures(${id}::uuid), app.add_up_forces(${id}::uuid), app.count_helpers(${id}::uuid)`;
    onProgress(i + 1, `${counties.length} counties counted`);
  }
  // Only these have changed since; the others take seconds.
  const counted = await sql<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname ~ '^(figure|force|helper)_(entries|months|days)$'`;
  await sql.unsafe(`analyze ${counted.map(({ name }) => name).join(", ")}`);
}

async function writeCounty(tx: postgres.ISql, county: GeneratedCounty, passwordHash: string): Promise<void> {
  for (const rows of countyRows(county, passwordHash)) await copyRows(tx, rows);
}

/** Plays every story once in the county's first station, tells people of it, and makes it ready to be copied. */
async function playStories(
  sql: postgres.Sql,
  county: GeneratedCounty,
  { now, stories, onProgress }: Required<Pick<GenerateOptions, "now" | "stories" | "onProgress">>,
): Promise<CompiledStory[]> {
  const [station] = county.stations;
  if (!station) throw new Error("a county without stations");
  const scene = sceneIn(county, station, now);
  const tables = await tablesOfDisputes(sql);
  await beginJournal(sql);
  const played: PlayedStory[] = [];
  for (const [i, story] of stories.entries()) {
    played.push(await playStory(sql, scene, story, i, tables));
    onProgress(i + 1, `${stories.length} stories`);
  }
  await endJournal(sql);
  return played.map((one) => compileStory(one, scene));
}

async function playStory(
  sql: postgres.Sql,
  scene: Scene,
  story: Story,
  index: number,
  tables: Awaited<ReturnType<typeof tablesOfDisputes>>,
): Promise<PlayedStory> {
  // Names that no other text holds: they are found again in the rows by them.
  const street = `样板${index + 1}路`;
  const place = `${street} 7 号楼 2 单元 501`;
  const phone = `1380000${String(7001 + index)}`;
  const words = {
    street,
    place,
    names: ["样甲一", "样乙二", "样丙三"] as const,
    phone,
    callNumber: `J-YB-${index + 1}`,
    idNumber: "330621197001011135",
    agentPhone: `1370000${String(7001 + index)}`,
  };
  const disputeId = await story.play(scene, words);
  await tellPeople(sql, scene.countyId, disputeId);
  return readStory(sql, { story, disputeId, words }, tables);
}

interface Writing {
  county: GeneratedCounty;
  compiled: readonly CompiledStory[];
  random: RepeatableRandom;
  now: Date;
  columns: ReadonlyMap<string, readonly string[]>;
  isForReading: boolean;
}

/** The columns that are written of each table. */
async function columnsOf(tx: postgres.ISql): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await tablesOfDisputes(tx)).map(({ table, columns }) => [table, columns]));
}

/** Writes so many disputes into a county, batch by batch, and the last numbers of its series. */
async function writeDisputes(
  tx: postgres.ISql,
  writing: Writing,
  count: number,
  onWritten: (more: number) => void,
): Promise<void> {
  const { county, compiled, random, now } = writing;
  const hours = await takenIn(tx, county.id);
  const counters = await countersOf(tx, county.id);
  const finished = compiled.filter(({ story }) => !story.isOpen);
  const open = compiled.filter(({ story }) => story.isOpen);
  const drawn = drawCases({ county, finished, open, random, now, hours }, count, counters);
  // While the server takes one batch the next is worked out.
  let written: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < drawn.length; from += batchSize) {
    const batch = drawn.slice(from, from + batchSize);
    const parts = await renderBatch(batch, writing);
    await written;
    written = copyBatch(tx, parts, writing.columns).then(() => onWritten(batch.length));
    // Its failure is told where it is waited for.
    written.catch(() => undefined);
  }
  await written;
  await tx`delete from counters where county_id = ${county.id}`;
  await copyRows(tx, {
    table: "counters",
    columns: ["county_id", "scope", "kind", "year", "value"],
    rows: [...counters].map(([key, value]) => [county.id, ...key.split(" "), value]),
  });
}

/** Pieces of COPY text by table. */
type Parts = ReadonlyMap<string, readonly string[]>;
// Between pieces the rows of the batch before go on to the server.
const pieceSize = 100;

async function renderBatch(batch: readonly DrawnCase[], { county, random, isForReading }: Writing): Promise<Parts> {
  const parts = new Map<string, string[]>();
  for (let from = 0; from < batch.length; from += pieceSize) {
    const piece = new Map<string, string>();
    for (const drawn of batch.slice(from, from + pieceSize)) {
      const texts = renderCase(drawn, county, random, isForReading);
      for (const [i, { table }] of drawn.compiled.tables.entries())
        piece.set(table, (piece.get(table) ?? "") + (texts[i] ?? ""));
    }
    for (const [table, text] of piece) parts.set(table, [...(parts.get(table) ?? []), text]);
    await immediate();
  }
  return parts;
}

async function copyBatch(tx: postgres.ISql, parts: Parts, columns: Writing["columns"]): Promise<void> {
  for (const [table, texts] of parts) await copyInto(tx, table, columns.get(table) ?? [], texts);
}

/** The hours that the played stories have taken. */
async function takenIn(tx: postgres.ISql, countyId: string): Promise<TakenHours> {
  const hours = new TakenHours();
  const rows = await tx<{ id: string; from: Date; until: Date }[]>`
    select resource_id as id, lower(during) as from, upper(during) as until from slots where county_id = ${countyId}`;
  for (const { id, from, until } of rows) hours.take(id, from.getTime(), until.getTime());
  return hours;
}

async function countersOf(tx: postgres.ISql, countyId: string): Promise<Counters> {
  const rows = await tx<{ scope: string; kind: string; year: number; value: number }[]>`
    select scope, kind, year, value from counters where county_id = ${countyId}`;
  return new Map(rows.map(({ scope, kind, year, value }) => [`${scope} ${kind} ${year}`, value]));
}
