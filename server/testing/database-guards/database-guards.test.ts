import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { constraintCodes } from "@/db/constraints";
import { postgresError } from "../../kernel/transaction";
import { problemOf, toTrpcError } from "../../trpc/problems";
import { asSuperuser } from "../as-login";
import { namedGuards } from "../named-guards";
import { bindingActs, speakerCases } from "./acts";
import { administrationGuards } from "./administration";
import { agreementGuards } from "./agreements";
import { clockGuards } from "./clocks";
import { conveningGuards } from "./convening";
import { depositGuards } from "./deposits";
import { deskGuards } from "./desk";
import { disputeGuards } from "./disputes";
import { doorGuards, otherDoors } from "./doors";
import { gateGuards } from "./gate";
import { happenedGuards, tooEarly } from "./happened";
import { instructionGuards } from "./instructions";
import { interpreterGuards } from "./interpreters";
import { mergeGuards } from "./merges";
import { peopleGuards } from "./people";
import { peopleTimesGuards } from "./people-times";
import { performanceGuards } from "./performance";
import { proceedingGuards } from "./proceedings";
import { revisitGuards } from "./revisits";
import { roleGuards } from "./roles";
import { buildScene, copy, fresh, type Guards, type Scene } from "./scene";
import { sessionGuards } from "./sessions";
import { subsidyGuards } from "./subsidies";
import { successionGuards } from "./successions";
import { tieGuards } from "./ties";
import { transferGuards } from "./transfers";
import { violationGuards } from "./violations";
import { windowGuards } from "./windows";

const areas: Record<string, Guards> = {
  disputes: disputeGuards,
  gate: gateGuards,
  proceedings: proceedingGuards,
  "people of a proceeding": peopleGuards,
  "interpreters and readers": interpreterGuards,
  "what heads ask, and tasks": instructionGuards,
  "what is drawn by lot": revisitGuards,
  "dossiers given to an archive": depositGuards,
  "a month of subsidies handed over": subsidyGuards,
  "roles beside the main one": roleGuards,
  clocks: clockGuards,
  "days on which things happened": happenedGuards,
  "rows that begin or end": doorGuards,
  sessions: sessionGuards,
  convening: conveningGuards,
  desk: deskGuards,
  "people's times and notices": peopleTimesGuards,
  agreements: agreementGuards,
  performance: performanceGuards,
  "ties found later": tieGuards,
  successions: successionGuards,
  transfers: transferGuards,
  "merged and linked matters": mergeGuards,
  "police mediation": violationGuards,
  administration: administrationGuards,
  "restricted matters and reading windows": windowGuards,
};

const superuser = asSuperuser();
afterAll(() => superuser.close());
let scene: Scene;
beforeAll(async () => {
  scene = await buildScene();
});

/** The refusal of the last statement, run as the owner, whose policies show every row. */
async function refusalOf(statements: string[]): Promise<unknown> {
  const last = statements.length - 1;
  let at = 0;
  // To be another login needs a superuser; every other rule holds for the owner, whom no policy hides a row from.
  const db = statements[0]?.startsWith("set local session authorization") ? superuser.db : database();
  try {
    await db.transaction(async (tx) => {
      for (at = 0; at <= last; at += 1) await tx.execute(sql.raw(statements[at] ?? ""));
      throw new Error("nothing refused it");
    });
  } catch (error) {
    if (at < last) throw new Error(`statement ${at + 1} of ${last + 1} was to pass`, { cause: error });
    return error;
  }
}
const refusedBy = async (statements: string[]) => postgresError(await refusalOf(statements))?.constraint_name;

describe.each(Object.entries(areas))("the guards of %s refuse by raw SQL", (_area, guards) => {
  it.each(Object.keys(guards))("%s", async (name) => {
    const refusal = await refusalOf(guards[name]?.(scene) ?? []);
    expect(postgresError(refusal)?.constraint_name).toBe(name);
    expect(problemOf(toTrpcError(refusal, "TEST")).code).toBe((constraintCodes as Record<string, string>)[name]);
  });
});

/** The party of a statement that makes it a child has left instead. */
const leaves = (statement: string) =>
  statement.replace(
    /^update parties set is_minor = true where (.*)$/,
    `insert into party_exits (county_id, id, dispute_id, party_id, kind, happened_on, reason, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), dispute_id, id, 'gone', date '2020-01-01', '查无此人', '${scene.county.people.mediator}', now()
     from parties where $1`,
  );
const spoken = Object.values(areas)
  .flatMap((guards) => Object.entries(guards))
  .filter(
    ([name]) =>
      /_(by|to)_entitled$/.test(name) && !["signatures", "reading_windows"].some((one) => name.startsWith(one)),
  );
it.each(spoken)("nobody hears, says, signs or receives anything for a party that has left: %s", async (name, guard) => {
  const statements = guard(scene);
  expect(statements.map(leaves)).not.toEqual(statements);
  expect(await refusedBy(statements.map(leaves))).toBe(name);
});

it.each(Object.entries(speakerCases))("asks every act whether this one may speak: %s", async (_who, { may, rows }) => {
  const said: [string, boolean][] = [];
  for (const [act, binding] of Object.entries(bindingActs))
    said.push([act, (await refusedBy(rows(scene, binding))) !== act.split(":")[0]]);
  expect(said).toEqual(Object.entries(bindingActs).map(([act, binding]) => [act, may(binding)]));
});

it.each(Object.keys(tooEarly))("nothing happens before what has to come first: %s", async (name) => {
  expect(await refusedBy(tooEarly[name]?.(scene) ?? [])).toBe(name.split(":")[0]);
});

it.each(Object.keys(otherDoors))("the other door is shut as well: %s", async (name) => {
  expect(await refusedBy(otherDoors[name]?.(scene) ?? [])).toBe(name.split(":")[0]);
});

it("the clauses of an agreement that was sent are refused whichever way they change: a clause, or whom it binds, more or less", async () => {
  const clause = scene.signing.obligationIds[0] ?? "";
  for (const statement of [
    copy("obligations", `id = '${clause}'`, { id: fresh(), ordinal: 99 }),
    `delete from obligations where id = '${clause}'`,
    copy("obligation_parties", `obligation_id = '${clause}' and part = 'obligor'`, { part: "obligee" }),
    `update obligation_parties set part = 'obligee' where obligation_id = '${clause}'`,
    `delete from obligation_parties where obligation_id = '${clause}'`,
  ])
    expect(await refusedBy([statement]), statement).toBe("obligations_frozen_once_sent");
});

it("every rule of the database is violated here once, and its problem code has a text", async () => {
  const tried = Object.values(areas).flatMap((guards) => Object.keys(guards));
  expect(new Set(tried).size).toBe(tried.length);
  expect(tried.sort()).toEqual((await namedGuards()).sort());
  for (const name of tried) expect(constraintCodes).toHaveProperty(name);
});
