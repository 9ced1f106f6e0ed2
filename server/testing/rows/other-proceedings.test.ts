import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { Action } from "../../access/policy";
import { asActor, postgresError } from "../../kernel/transaction";
import { type TestCounty, testCounty } from "../county";
import { answerOf, commands, type Ids, inputsFor, questions } from "../lanes/questions";
import { type RowFiller, rowFiller } from "./fill-row";
import { type Matter, ofTheDispute, papersOf } from "./papers";
import { proceedingOf } from "./row-visibility";
import { idsOf, ofMediator, ofOfficer, takenUpAgain } from "./scene";

/**
 * A proceeding with a row in every table and lane, and people whose rights reach another one only: one of each role and
 * relation, as colleagues who stand alike are answered alike.
 */
interface Case {
  title: string;
  /** Who has no part in it, and who leads it. */
  outsiders: readonly string[];
  lead: string;
  /** Acts on the dispute as a whole that outsiders may do all the same. */
  theirs: readonly Action[];
  /** Whether they may not even read its outline. */
  isHidden: boolean;
  of: (county: TestCounty) => Promise<Matter>;
}
const later = async (matters: Promise<Matter[]>) => (await matters)[1] as Matter;
/** What the police do whoever has the matter: calls, risk, danger at home, and the receipt for whoever came, which says the stage alone. */
const policeDuty: Case["theirs"] = [
  "dispute.attachCall",
  "dispute.assessRisk",
  "gate.answer",
  "gate.takeOver",
  "gate.recordStep",
  "slip.make",
  "slip.revoke",
];
const cases: readonly Case[] = [
  {
    title: "a police proceeding after the committee's, and whoever led that, their colleagues and their head",
    outsiders: ["mediator", "mediator2", "committee"],
    lead: "officer2",
    theirs: [],
    isHidden: true,
    of: (county) =>
      later(takenUpAgain(county, { by: "mediator", track: "peoples" }, { by: "officer2", track: "publicSecurity" })),
  },
  {
    title: "a police proceeding, and the committee's people",
    outsiders: ["mediator", "committee"],
    lead: "officer",
    theirs: [],
    isHidden: true,
    of: ofOfficer,
  },
  {
    title: "the committee's proceeding, and an officer of its station",
    outsiders: ["officer"],
    lead: "mediator",
    theirs: policeDuty,
    isHidden: false,
    of: ofMediator,
  },
  {
    title: "the committee's proceeding after the police's, and the officer who led that",
    outsiders: ["officer", "officer2"],
    lead: "mediator",
    theirs: policeDuty,
    isHidden: false,
    of: (county) =>
      later(
        takenUpAgain(
          county,
          { by: "officer", track: "publicSecurity" },
          { by: "mediator", track: "peoples", takenBy: "officer" },
        ),
      ),
  },
];

let county: TestCounty;
let fill: RowFiller;
beforeAll(async () => {
  county = await testCounty(["LW"]);
  fill = await rowFiller();
});

/** Words written into rows of one proceeding: each of them would be found in an answer that shows its row. */
const wordsIn = (rows: readonly string[]) => [...new Set(rows.join(" ").match(/"[0-9a-f]{32}"/g) ?? [])];

describe.each(cases)("$title", { timeout: 180_000 }, ({ outsiders, lead, theirs, isHidden, of }) => {
  let matter: Matter;
  let ids: Ids;
  let rows: string[];
  beforeAll(async () => {
    matter = await of(county);
    const sessionId = v7();
    const written = await papersOf(fill, county, matter, sessionId);
    await fill.write(written);
    rows = written.filter((row) => !ofTheDispute.includes(/^insert into (\w+)/.exec(row)?.[1] ?? ""));
    ids = await realIds(await idsOf(county, matter, sessionId), matter);
  });

  it("no question shows them a word of it", async () => {
    const words = wordsIn(rows);
    expect(words.length).toBeGreaterThan(30);
    let shownToLead = 0;
    for (const { path, schema } of questions)
      for (const [nth, input] of inputsFor(schema, ids, "纠纷").entries()) {
        // That the words are there to be shown is seen by one answer to the lead.
        const seen = nth === 0 ? await answerOf(county.actor(lead), path, input) : "";
        shownToLead += words.filter((word) => seen.includes(word)).length;
        for (const username of outsiders) {
          const answer = await answerOf(county.actor(username), path, input);
          expect(
            words.filter((word) => answer.includes(word)),
            `${path} as ${username}`,
          ).toEqual([]);
        }
      }
    expect(shownToLead).toBeGreaterThan(5);
  });

  it("row security shows them no row of it", async () => {
    for (const table of await tablesOfProceedings()) {
      const places = await placesOf(table, matter);
      expect(places, table).not.toBe("{}");
      for (const username of outsiders) {
        const seen = await asActor(county.as(username), (tx) =>
          tx.execute<{ person_id?: string }>(
            table === "invitation_links"
              ? sql`select null as person_id from invitation_links where ${at(table, places)}`
              : sql`select to_jsonb(t)->>'person_id' as person_id from ${sql.identifier(table)} t where ${at(table, places)}`,
          ),
        );
        const others = seen.filter((row) => row.person_id !== county.people[username]);
        // Until when it has to be done belongs to the outline.
        const isOutline = !isHidden && (table === "proceedings" || table === "clocks");
        const all = isOutline
          ? await database().execute(sql`select from ${sql.identifier(table)} t where ${at(table, places)}`)
          : [];
        expect(others.length, `${table} as ${username}`).toBe(all.length);
      }
    }
  });

  it("they change no row of it by raw SQL, and add none", async () => {
    let refusedRows = 0;
    for (const table of await tablesOfProceedings()) {
      const places = await placesOf(table, matter);
      const of = sql`where ${at(table, places)}`;
      for (const username of outsiders) {
        for (const change of [
          table === "proceedings"
            ? sql`update proceedings set due_on = '2027-01-01' ${of}`
            : sql`update ${sql.identifier(table)} set county_id = county_id ${of}`,
          sql`delete from ${sql.identifier(table)} ${of}`,
        ])
          expect(await changed(username, change), `${table} as ${username}`).toBe(0);
      }
    }
    const before = await digest(matter.disputeId);
    for (const row of rows) {
      const again = row.replace(/"id":"[0-9a-f-]{36}"/, `"id":"${v7()}"`);
      for (const username of outsiders) {
        const came = await changed(username, sql.raw(byAuthor(again, county.people[username] ?? "")));
        expect(came, `${row} as ${username}`).toBe(0);
        refusedRows += 1;
      }
    }
    // Rows are only added here: what one statement left would still be there.
    expect(await digest(matter.disputeId)).toBe(before);
    expect(refusedRows).toBe(rows.length * outsiders.length);
  });

  it("every act on it is refused to them, and leaves nothing", async () => {
    const before = await digest(matter.disputeId);
    const named = commands.filter(({ action, schema }) => namesIt(schema) && !theirs.includes(action));
    expect(named.length).toBeGreaterThan(40);
    for (const { path, schema } of named)
      for (const username of outsiders) {
        const [input] = inputsFor(schema, { ...ids, key: v7() }, "");
        const answer = await answerOf(county.actor(username), path, input);
        expect(answer, `${path} as ${username}`).toMatch(/^refused: (FORBIDDEN|NOT_FOUND|CONFLICT|BAD_REQUEST)$/);
      }
    expect(await digest(matter.disputeId)).toBe(before);
    // The same acts by its lead come further than that: the inputs are meant for this proceeding.
    const came: string[] = [];
    for (const { path, schema } of named)
      came.push(await answerOf(county.actor(lead), path, inputsFor(schema, { ...ids, key: v7() }, "")[0]));
    expect(came.filter((answer) => !/FORBIDDEN|NOT_FOUND/.test(answer)).length).toBeGreaterThan(20);
  });
});

/** Ids of rows of this proceeding by the names that inputs give them. */
async function realIds(known: Ids, { proceedingId }: Matter): Promise<Ids> {
  const of: Record<string, string> = {
    noteId: "notes",
    fileId: "files",
    cardId: "desk_cards",
    pollId: "number_polls",
    opinionId: "opinions",
    agreementId: "agreements",
    obligationId: "obligations",
    invitationId: "invitations",
    statementId: "fact_statements",
  };
  const found: Record<string, string> = {};
  for (const [name, table] of Object.entries(of)) {
    const [row] = await database().execute<{ id: string }>(sql`
      select t.id from ${sql.identifier(table)} t where ${sql.raw(await proceedingOf(table))} = ${proceedingId}::uuid order by t.id limit 1`);
    if (row) found[name] = row.id;
  }
  return { ...known, ...found };
}

/** Tables whose rows belong to a proceeding, and which the product's role may read. */
async function tablesOfProceedings(): Promise<string[]> {
  const found: string[] = [];
  for (const table of fill.tables) {
    // Drawn revisits are closed to everybody: no act of a person may read the table at all.
    if (["number_answers", "events", "dispute_access", "revisits"].includes(table)) continue;
    if (fill.has(table, "dispute_id") && (await proceedingOf(table)) !== "null::uuid") found.push(table);
  }
  return found;
}

/** What names a row: its physical place, or its id where the product may not read every column and therefore no place. */
const placeOf = (table: string) => (table === "invitation_links" ? "id" : "ctid");
const at = (table: string, places: string) =>
  placeOf(table) === "id" ? sql`id = any (${places}::uuid[])` : sql`ctid = any (${places}::tid[])`;

async function placesOf(table: string, { proceedingId }: Matter): Promise<string> {
  const [row] = await database().execute<{ places: string }>(sql`
    select coalesce(array_agg(t.${sql.identifier(placeOf(table))})::text, '{}') as places from ${sql.identifier(table)} t
    where ${sql.raw(await proceedingOf(table))} = ${proceedingId}::uuid`);
  return row?.places ?? "{}";
}

/** How many rows a statement changed as this person; none when it was refused. */
async function changed(username: string, statement: ReturnType<typeof sql>): Promise<number> {
  try {
    return await asActor(county.as(username), async (tx) => (await tx.execute(statement)).count ?? 0);
  } catch (error) {
    if (postgresError(error)) return 0;
    throw error;
  }
}

/** The row as if this person had written it. */
const byAuthor = (statement: string, personId: string) =>
  statement.replace(/"(author_id|added_by|reported_by)":"[0-9a-f-]{36}"/g, `"$1":"${personId}"`);

/** What all rows of a dispute hold. */
async function digest(disputeId: string): Promise<string> {
  const parts = fill.tables
    .filter((table) => fill.has(table, "dispute_id"))
    .map(
      (
        table,
      ) => sql`(select md5(coalesce(string_agg(md5(t::text), '' order by t::text), '')) from ${sql.identifier(table)} t
        where dispute_id = ${disputeId}::uuid)`,
    );
  const [row] = await database().execute<{ held: string }>(sql`select concat(${sql.join(parts, sql`, `)}) as held`);
  return row?.held ?? "";
}

/** Whether an act's input names something of a dispute. */
function namesIt(schema: (typeof commands)[number]["schema"]): boolean {
  const [input] = inputsFor(schema, { disputeId: v7(), key: v7() }, "") as { input?: object }[];
  return /"(disputeId|invitationId|proceedingId|sessionId|deliveryId)"/.test(JSON.stringify(input ?? null));
}
