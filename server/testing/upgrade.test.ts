import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ownedDatabase } from "@/bin/operation/testing/owned-database";
import { database } from "@/db/client";
import { decrypted, type Place } from "@/db/encryption/encrypt";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { roles } from "@/db/vocabulary";
import { verifyDatabase } from "../audit/reads/verify-database";
import type { PersonActor } from "../kernel/actor";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { asSuperuser } from "./as-login";
import { catalogFingerprint, differences } from "./catalog-fingerprint";
import { wholeDump } from "./dump";
import { answerOf, type Ids, inputsFor, ofRestrictedMatters, questions } from "./lanes/questions";

// A county in use, as the release before left it (db/upgrade), upgraded by this version. Loaded, migrated and verified as
// the owner that `npm start` makes, which is no superuser.
const fixture = path.resolve(import.meta.dirname, "../../db/upgrade/last-release.sql.br");
/** One account for each role. */
const accounts = ["mediator", "committee", "lawyer", "grid", "officer", "head", "county", "admin"];

/** Tables whose rows a migration since that release works out anew; what they hold then is compared below. */
const workedOutAnew = ["dispute_access"];
const isAnew = (column: string) => workedOutAnew.includes(column.split(".")[0] ?? "");
/** Columns, as "table.column" in their order, whose values a migration since that release changes on purpose. */
const rewritten = [
  // The head of the county's chain: an event says what the upgrade itself covered.
  "event_heads.hash",
  "event_heads.seq",
  "idempotency_keys.body_hash",
  "parties.address",
  "parties.phone",
  "party_links.phone",
  "police_calls.phone",
  // Written anew whenever the form of places changes.
  "police_calls.place_key",
];

const freshUrl = process.env.DATABASE_URL ?? "";
const open = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });

let owned: Awaited<ReturnType<typeof ownedDatabase>>;
let upgraded: postgres.Sql;
let rowsBefore: Record<string, number>;
let valuesBefore: Record<string, string>;
let people: PersonActor[];
let contactsBefore: Contact[];

/** The rows of a table, without the event of the upgrade itself. */
const rowsOf = (table: string) =>
  table === "events" ? "(select * from events where action <> 'content.cover') events" : table;

/** Rows of every table of ours and of the queue. */
async function countRows(client: postgres.Sql): Promise<Record<string, number>> {
  const tables = await client<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and relkind in ('r', 'p') order by 1`;
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${rowsOf(name)}`);
  const counts = await client.unsafe<{ name: string; rows: number }[]>(parts.join(" union all "));
  return Object.fromEntries(counts.map(({ name, rows }) => [name, rows]));
}

/** What each column of ours holds, as one hash of its values in their order: "table.column" → hash. */
async function valuesIn(client: postgres.Sql): Promise<Record<string, string>> {
  const tables = await client<{ name: string; hashes: string }[]>`
    select c.relname as name, string_agg(format('%L, md5(string_agg(%I::text, '','' order by %I::text))', c.relname || '.' || a.attname,
      a.attname, a.attname), ', ') as hashes
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;
  const parts = tables.map(({ name, hashes }) => `select jsonb_build_object(${hashes}) as held from ${rowsOf(name)}`);
  const rows = await client.unsafe<{ held: Record<string, string> }[]>(parts.join(" union all "));
  return Object.assign({}, ...rows.map(({ held }) => held));
}

interface Contact {
  table: "parties" | "party_links" | "police_calls";
  column: "phone" | "address";
  countyId: string;
  id: string;
  value: string;
}

/** Phones and home addresses of parties, of those beside them and of callers, as they are stored. */
const contactsIn = (client: postgres.Sql) =>
  client.unsafe<Contact[]>(
    (["parties phone", "parties address", "party_links phone", "police_calls phone"] as const)
      .map((each) => each.split(" "))
      .map(
        ([
          table,
          column,
        ]) => `select '${table}' as table, '${column}' as column, county_id as "countyId", id, ${column} as value
          from ${table} where ${column} <> ''`,
      )
      .join(" union all "),
  );

beforeAll(async () => {
  owned = await ownedDatabase();
  const loading = open(owned.url);
  await loading.unsafe(brotliDecompressSync(readFileSync(fixture)).toString("utf8"));
  await loading.end();
  upgraded = open(owned.url);
  // By a superuser, from whom no policy of the release hides a row; counted again as the owner, who has to see them all.
  const admin = open(Object.assign(new URL(inject("adminUrl")), { pathname: new URL(owned.url).pathname }).href);
  rowsBefore = await countRows(admin);
  valuesBefore = await valuesIn(admin);
  contactsBefore = await contactsIn(admin);
  await admin.end();
  await migrate(owned.url, undefined, namedLogins());
  people = await upgraded<PersonActor[]>`
    select 'person' as kind, p.county_id as "countyId", p.id as "personId", p.role, p.station_id as "stationId",
      p.committee_id as "committeeId", p.point_id as "pointId"
    from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id where a.username = any (${accounts})`;
});
afterAll(async () => {
  await upgraded.end();
  await owned.remove();
});

describe("a database of the last release, upgraded", () => {
  it("has lost no row", async () => {
    expect(Object.values(rowsBefore).reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(5000);
    const after = await countRows(upgraded);
    const kept = (counts: Record<string, number | undefined>) =>
      Object.keys(rowsBefore)
        .filter((table) => !isAnew(table))
        .map((table) => [table, counts[table]]);
    expect(kept(after)).toEqual(kept(rowsBefore));
  });

  it("holds in every column that is still there what it held, except where a migration is to change it", async () => {
    const after = await valuesIn(upgraded);
    const kept = Object.keys(valuesBefore).filter((column) => column in after);
    expect(kept.length).toBeGreaterThan(400);
    const changed = kept.filter((column) => after[column] !== valuesBefore[column]);
    expect(changed.filter((column) => !isAnew(column)).sort()).toEqual(rewritten);
  });

  it("holds phones and addresses encrypted, each as it was for whoever has the key, and in no other place", async () => {
    expect(contactsBefore.length).toBeGreaterThan(50);
    const after = await contactsIn(upgraded);
    const inOrder = (all: readonly Contact[]) => all.map((each) => JSON.stringify(each)).sort();
    expect(after.filter(({ value }, i) => !value.startsWith("e1.") || value === contactsBefore[i]?.value)).toEqual([]);
    const plain = after.map((each) => ({ ...each, value: decrypted(each as Place, each.value) }));
    expect(inOrder(plain)).toEqual(inOrder(contactsBefore));
    const phones = new Set(contactsBefore.filter(({ column }) => column === "phone").map(({ value }) => value));
    const dump = await wholeDump();
    expect([...phones].filter((phone) => dump.includes(phone))).toEqual([]);
    // The files themselves: a row that was changed stays in its page until the table is written anew.
    const { db, close } = asSuperuser();
    await db.execute(sql`checkpoint`);
    const [files] = await db.execute<{ bytes: string }>(sql`
      select string_agg(encode(pg_read_binary_file(pg_relation_filepath(name::regclass)), 'escape'), '') as bytes
      from unnest(array['parties', 'party_links', 'police_calls']) name`);
    await close();
    expect(files?.bytes).toContain("e1.");
    expect([...phones].filter((phone) => files?.bytes.includes(phone))).toEqual([]);
  });

  it("gives the rights that the triggers give, and names the proceeding of every note and file", async () => {
    const rights = async (sql: postgres.ISql) =>
      (
        await sql<{ held: Record<string, unknown> }[]>`select to_jsonb(a) as held from dispute_access a order by a.*`
      ).map(({ held }) => held);
    const migrated = await rights(upgraded);
    expect(migrated.length).toBeGreaterThan(100);
    for (const relation of ["lead", "formerLead", "committee", "otherLine", "station", "joined"])
      expect(migrated.some((row) => row.relation === relation)).toBe(true);
    // The same once more by the triggers themselves, proceeding by proceeding in their order, and taken back.
    const worked: unknown[] = [];
    await upgraded
      .begin(async (tx) => {
        await tx`delete from dispute_access where proceeding_id is not null and relation not in ('invited', 'joined')`;
        await tx`create trigger trial after update on proceedings for each row execute function app.settle_access()`;
        for (const { id } of await tx`select id from proceedings order by ordinal`)
          await tx`update proceedings set version = version where id = ${id}`;
        worked.push(...(await rights(tx)));
        throw new Error("taken back");
      })
      .catch((error: Error) => expect(error.message).toBe("taken back"));
    expect(worked).toEqual(migrated);
    const [unnamed] = await upgraded`select
      (select count(*)::int from notes where proceeding_id is null) as notes,
      (select count(*)::int from files where proceeding_id is null) as files`;
    expect(unnamed).toEqual({ notes: 0, files: 0 });
  });

  it("has the same structure as a new one, down to each policy and right", async () => {
    const fresh = open(freshUrl);
    expect(differences(await catalogFingerprint(fresh), await catalogFingerprint(upgraded))).toEqual([]);
    await fresh.end();
  });

  it("keeps every chain of events whole, and every covered row is what its act wrote or what the upgrade found", async () => {
    const { chains, content } = await upgraded.begin((tx) =>
      verifyDatabase(tx as unknown as postgres.Sql, { triggers: [], signed: null }),
    );
    expect(chains.events).toBeGreaterThan(1000);
    expect(chains.faults).toEqual([]);
    expect(content.rows).toBeGreaterThan(1000);
    expect(content.faults).toEqual([]);
  });

  it("answers every question there is to every role", async () => {
    expect(people.map(({ role }) => role).sort()).toEqual([...roles].sort());
    const answers: { question: string; by: string; answer: string }[] = [];
    for (const actor of people) {
      const ids = await idsFor(actor);
      for (const { path: question, schema } of questions) {
        const [input] = inputsFor(schema, ids, "邻居");
        answers.push({ question, by: actor.role, answer: await answerOf(actor, question, input) });
      }
    }
    const refused = answers.filter(({ answer }) => answer.startsWith("refused"));
    expect(refused.filter(({ answer }) => !/FORBIDDEN|NOT_FOUND/.test(answer))).toEqual([]);
    const answered = new Set(answers.filter((one) => !refused.includes(one)).map(({ question }) => question));
    expect(questions.filter((one) => !answered.has(one.path)).map((one) => one.path)).toEqual(ofRestrictedMatters);
  });

  it("is unchanged when it is upgraded once more", async () => {
    const state = () =>
      upgraded`select oid, xmin::text from pg_proc where pronamespace = 'app'::regnamespace order by oid`;
    const before = await state();
    await migrate(owned.url, undefined, namedLogins());
    expect(await state()).toEqual(before);
  });
});

/** Ids to ask about: the dispute with the most rows that the person can read, or one they cannot read. */
async function idsFor(actor: PersonActor): Promise<Ids> {
  const fullest = sql`
    with mine as (
      select d.id from disputes d
      order by (select count(*) from sessions s where s.county_id = d.county_id and s.dispute_id = d.id) desc, d.id limit 1),
    its as (select s.id, s.starts_at from sessions s join mine on s.dispute_id = mine.id order by s.starts_at desc limit 1)
    select (select id from mine) as "disputeId", (select id from its) as "sessionId", (select id from its) as "bookingId",
      (select starts_at::text from its) as at,
      (select i.id from invitations i join proceedings p on p.county_id = i.county_id and p.id = i.proceeding_id
        order by i.person_id = ${actor.personId}::uuid desc, i.status = 'accepted' and p.ended_at is null desc, i.id limit 1) as "invitationId",
      (select id from repeat_groups order by id limit 1) as "groupId",
      (select p.id from parties p join mine on p.dispute_id = mine.id order by p.id limit 1) as "partyId",
      (select id from people where role = 'expert' order by id limit 1) as "personId",
      (select id from rooms order by id limit 1) as "roomId", (select id from contact_points order by id limit 1) as "pointId",
      (select id from stations order by id limit 1) as "officeId"`;
  const [any] = await database().execute<Record<string, string>>(fullest);
  const [own] = await asActor({ actor, now: new Date() }, (tx) => tx.execute<Record<string, string>>(fullest));
  const { at = "", ...ids } = { ...any, ...Object.fromEntries(Object.entries(own ?? {}).filter(([, id]) => id)) };
  const start = new Date(at);
  const day = dayOf(start);
  // What is planned begins today at the earliest.
  const fromDay = [day, dayOf(new Date())].sort().at(-1) ?? day;
  const days = { day, from: day, to: day, fromDay, untilDay: addDays(fromDay, 20) };
  const instants = { instant: start.toISOString(), later: new Date(start.getTime() + 3_600_000).toISOString() };
  return { ...ids, ...days, ...instants, forceCode: "courtStaff", chairId: actor.personId };
}
