import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countRows, open, upgradedRelease, valuesIn } from "@/bin/operation/testing/filled-release";
import { database } from "@/db/client";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { roles } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { addDays, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { catalogFingerprint, differences } from "../catalog-fingerprint";
import { answerOf, type Ids, inputsFor, ofRestrictedMatters, questions } from "../lanes/questions";
import { verifiesWhole } from "./verifies-whole";

/** One account for each role. */
const accounts = ["mediator", "committee", "lawyer", "grid", "officer", "head", "county", "admin"];

/** Digests of rows that were covered by no chain before: they are added, and verifying says whether the others are as they were. */
const addedTo = ["content_digests"];
/** Columns, as "table.column" in their order, whose values a migration since that release changes on purpose. */
const rewritten: readonly string[] = [];
const isAddedTo = (column: string) => addedTo.includes(column.split(".")[0] ?? "");

const freshUrl = process.env.DATABASE_URL ?? "";

let upgraded: Awaited<ReturnType<typeof upgradedRelease>>;
let rowsBefore: Record<string, number>;
let valuesBefore: Record<string, string>;
let people: PersonActor[];
beforeAll(async () => {
  upgraded = await upgradedRelease("last", async (admin) => {
    rowsBefore = await countRows(admin);
    valuesBefore = await valuesIn(admin);
  });
  people = await upgraded.client<PersonActor[]>`
    select 'person' as kind, p.county_id as "countyId", p.id as "personId", p.role, p.station_id as "stationId",
      p.committee_id as "committeeId", p.point_id as "pointId"
    from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id where a.username = any (${accounts})`;
});
afterAll(() => upgraded.remove());

describe("a database of the last release, upgraded", () => {
  it("has lost no row", async () => {
    expect(Object.values(rowsBefore).reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(5000);
    const after = await countRows(upgraded.client);
    const kept = (counts: Record<string, number | undefined>) =>
      Object.keys(rowsBefore)
        .filter((table) => !isAddedTo(table))
        .map((table) => [table, counts[table]]);
    expect(kept(after)).toEqual(kept(rowsBefore));
    for (const table of addedTo) expect(after[table]).toBeGreaterThanOrEqual(rowsBefore[table] ?? 0);
  });

  it("holds in every column that is still there what it held, except where a migration is to change it", async () => {
    const after = await valuesIn(upgraded.client);
    const kept = Object.keys(valuesBefore).filter((column) => column in after);
    expect(kept.length).toBeGreaterThan(400);
    const changed = kept.filter((column) => after[column] !== valuesBefore[column]);
    expect(changed.filter((column) => !isAddedTo(column)).sort()).toEqual(rewritten);
  });

  it("gives the rights that the triggers give, and names the proceeding of every note and file", async () => {
    const rights = async (sql: postgres.ISql) =>
      (
        await sql<{ held: Record<string, unknown> }[]>`select to_jsonb(a) as held from dispute_access a order by a.*`
      ).map(({ held }) => held);
    const migrated = await rights(upgraded.client);
    expect(migrated.length).toBeGreaterThan(100);
    for (const relation of ["lead", "formerLead", "committee", "otherLine", "station", "joined"])
      expect(migrated.some((row) => row.relation === relation)).toBe(true);
    // The same once more by the triggers themselves, proceeding by proceeding in their order, and taken back.
    const worked: unknown[] = [];
    await upgraded.client
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
    const [unnamed] = await upgraded.client`select
      (select count(*)::int from notes where proceeding_id is null) as notes,
      (select count(*)::int from files where proceeding_id is null) as files`;
    expect(unnamed).toEqual({ notes: 0, files: 0 });
  });

  it("has the same structure as a new one, down to each policy and right", async () => {
    const fresh = open(freshUrl);
    expect(differences(await catalogFingerprint(fresh), await catalogFingerprint(upgraded.client))).toEqual([]);
    await fresh.end();
  });

  it("keeps every chain of events whole, and every covered row is what its act wrote or what the upgrade found", () =>
    verifiesWhole(upgraded.client));

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
      upgraded.client`select oid, xmin::text from pg_proc where pronamespace = 'app'::regnamespace order by oid`;
    const before = await state();
    await migrate(upgraded.url, undefined, namedLogins());
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
