import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decrypted, hashesFor, type Place } from "@/db/encryption/encrypt";
import { type EncryptedColumn, encryptedColumns, hashesOf } from "@/db/encryption/encrypted-columns";
import { maskPhone } from "@/server/access/mask";
import { faultLines, verifyDatabase } from "@/server/audit/reads/verify-database";
import { registerDisputeInput } from "@/server/disputes/inputs";
import { registerDispute } from "@/server/disputes/register-dispute";
import { askedHarmless } from "@/server/testing/disputes";
import { generateCounties } from "./generate-counties";
import type { GeneratedCounty } from "./generated-county";
import { tablesOfDisputes } from "./played-story";
import { stories } from "./stories";
import { sceneIn } from "./story-scene";

// Two counties, the second of which holds copies alone; each kind of right and of table occurs.
const cases = 240;
const played = ["called in", "refused", "reopened", "registered", "invited"];

let sql: Sql;
let counties: GeneratedCounty[];
let before: string;

/** Everything about tables that loading takes away for a while. */
async function shapeOf(tables: Sql): Promise<string> {
  const rows = await tables<{ line: string }[]>`
    select concat_ws(' ', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)) as line from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
    order by 1`;
  return rows.map(({ line }) => line).join("\n");
}

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { timezone: "UTC" } });
  before = await shapeOf(sql);
  counties = await generateCounties(url, {
    cases,
    counties: 2,
    stations: 4,
    now: new Date(),
    passwordHash: "nobody signs in",
    stories: stories.filter(({ name }) => played.includes(name)),
  });
}, 480_000);
afterAll(() => sql.end());

it("leaves keys, indexes, triggers and row-level security as they were, all checked", async () => {
  expect(await shapeOf(sql)).toBe(before);
  expect(before).not.toMatch(/ f (FOREIGN|CHECK|PRIMARY|UNIQUE)/);
});

it("gives as many disputes as asked for, and verify finds nothing in their chains and rows", async () => {
  const report = await sql.begin("isolation level repeatable read read only", (tx) =>
    verifyDatabase(tx as unknown as Sql, { triggers: [], signed: null }),
  );
  expect(faultLines(report)).toEqual([]);
  const [row] = await sql`select count(*)::int as disputes, count(distinct county_id)::int as counties from disputes`;
  expect(row).toEqual({ disputes: cases, counties: 2 });
  expect(report.content.rows).toBeGreaterThan(5 * cases);
});

it("writes the rights that the triggers would have written", async () => {
  const columns = await sql<{ list: string }[]>`
    select string_agg(attname, ', ' order by attnum) as list from pg_attribute where attrelid = 'dispute_access'::regclass and attnum > 0 and not attisdropped`;
  const rights = `select ${columns[0]?.list} from dispute_access`;
  await sql
    .begin(async (tx) => {
      await tx.unsafe(`create temp table kept on commit drop as ${rights}`);
      await tx`delete from dispute_access`;
      // The functions of the triggers work the rights out again, from rows that come once more in the order of the acts.
      for (const [table, functions, order] of [
        ["disputes", ["grant_dispute"], "registered_at"],
        ["proceedings", ["open_access", "settle_access"], "accepted_at"],
        ["invitations", ["grant_invitee"], "sent_at"],
      ] as const) {
        await tx.unsafe(`create temp table again_${table} (like ${table}) on commit drop`);
        for (const name of functions)
          await tx.unsafe(
            `create trigger ${name} after insert on again_${table} for each row execute function app.${name}()`,
          );
        await tx.unsafe(`insert into again_${table} select * from ${table} order by ${order}, id`);
      }
      const [differ] = await tx.unsafe<{ missing: number; more: number; all: number }[]>(`
        select (select count(*)::int from (select * from kept except ${rights}) x) as missing,
          (select count(*)::int from (${rights} except select * from kept) x) as more, (select count(*)::int from kept) as all`);
      expect(differ).toMatchObject({ missing: 0, more: 0 });
      expect(differ?.all).toBeGreaterThan(2 * cases);
      throw new Error("put back");
    })
    .catch((error: Error) => {
      if (error.message !== "put back") throw error;
    });
});

/** Tables whose rows an act leaves without a dispute to copy them with, and why. */
const notCopied: Readonly<Record<string, string>> = {
  idempotency_keys: "forgotten after seven days",
  counters: "written from the numbers that were given",
  paper_numbers: "given when such a paper is made; a copy makes none",
  repeat_groups: "of several disputes; none is generated",
};

it("encrypts each copy's phones, addresses and ID numbers for its own row, where its hashes find them", async () => {
  // What a copy draws has this form; a story's own values are other ones, which no copy may keep.
  const forms: Record<string, RegExp> = {
    "parties.phone": /^1[3-9]\d{9}$/,
    "parties.address": /^.+ \d+ 号楼 \d 单元 \d0\d$/,
    "parties.id_number": /^330621\d{11}[\dX]$/,
    "party_links.phone": /^1[3-9]\d{9}$/,
    "police_calls.phone": /^1[3-9]\d{9}$/,
    "deliveries.address_masked": /^1[3-9]\d\*{4}\d{4}$|^.\*{3}@demo\.example$/,
  };
  const ofStories = new Set([
    "330621197001011135",
    ...stories.flatMap((_, i) => [`1380000${7001 + i}`, `1370000${7001 + i}`]),
  ]);
  for (const { table, column, kind, of } of encryptedColumns as readonly EncryptedColumn[]) {
    const hashes = hashesOf[kind].map((suffix) => `${column}_${suffix}`);
    const rows = await sql.unsafe<Record<string, string>[]>(
      `select ${["county_id", of?.id ?? "id", column, ...hashes].join(", ")} from ${table}
       where county_id = '${counties[1]?.id}' and ${column} <> '' order by md5(id::text) limit 25`,
    );
    // No story that is copied needs somebody from outside who interprets, nor a paper with an ID number.
    if (table === "interpreters" || (table === "paper_particulars" && column === "id_number")) expect(rows).toEqual([]);
    else expect(rows.length, `${table}.${column}`).toBeGreaterThan(2);
    const texts = rows.map((row) => {
      const countyId = row.county_id ?? "";
      const text = decrypted(
        { table: of?.table ?? table, column, countyId, id: row[of?.id ?? "id"] } as Place,
        row[column] ?? "",
      );
      expect(hashes.map((name) => row[name])).toEqual(hashesFor(countyId, kind, text));
      expect(text).toMatch(forms[`${of?.table ?? table}.${column}`] ?? /never/);
      expect(ofStories.has(text)).toBe(false);
      return text;
    });
    if (kind !== "text") expect(new Set(texts).size).toBe(rows.length);
  }
  const told = await sql<{ id: string; phone: string; masked: string; delivery: string }[]>`
    select p.id, p.phone, d.id as delivery, d.address_masked as masked from notifications n
    join deliveries d on d.county_id = n.county_id and d.notification_id = n.id and d.channel = 'sms'
    join parties p on p.county_id = n.county_id and p.id = n.recipient_id and p.phone <> ''
    where n.county_id = ${counties[1]?.id ?? ""} and d.address_masked <> '' limit 10`;
  const countyId = counties[1]?.id ?? "";
  expect(told.length).toBeGreaterThan(0);
  for (const { id, phone, masked, delivery } of told)
    expect(decrypted({ table: "deliveries", column: "address_masked", countyId, id: delivery }, masked)).toBe(
      maskPhone(decrypted({ table: "parties", column: "phone", countyId, id }, phone)),
    );
});

it("copies rows of every table that the stories filled", async () => {
  const ofDisputes = new Set((await tablesOfDisputes(sql)).map(({ table }) => table));
  const [first, second] = counties;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'county_id' order by 1`;
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ first: boolean; second: boolean }[]>(
      `select exists (select from "${name}" where county_id = '${first?.id}') as first, exists (select from "${name}" where county_id = '${second?.id}') as second`,
    );
    if (row?.first && !notCopied[name]) expect(row.second, `${name} ${ofDisputes.has(name)}`).toBe(true);
  }
});

it("numbers without gaps, and the verbs go on from there", async () => {
  const gaps = await sql`
    select station_id, left(number, 7) as series, count(*)::int as given, max(right(number, 4)::int) as last from disputes
    group by station_id, left(number, 7) having count(*) <> max(right(number, 4)::int)`;
  expect([...gaps]).toEqual([]);
  const [, second] = counties;
  const [station] = second?.stations ?? [];
  if (!second || !station) throw new Error("no county");
  const now = new Date();
  const scene = sceneIn(second, station, now);
  const party = (side: number, name: string) => ({ side, standing: side === 1 ? "applicant" : "respondent", name });
  const input = {
    source: "walkIn",
    type: "neighbour",
    place: "某路 1 号",
    facts: "两家争执",
    asked: askedHarmless,
    parties: [party(1, "甲"), party(2, "乙")],
  };
  const { number } = await registerDispute(scene.as("mediator", now), registerDisputeInput.parse(input));
  const [row] = await sql`select max(right(number, 4)::int) as last from disputes
    where county_id = ${second.id} and station_id = ${station.id} and number like ${`${number.slice(0, 7)}%`}`;
  expect(row?.last).toBe(Number(number.slice(-4)));
});
