import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProceedingStatus, proceedingStatuses, type Track, tracks } from "@/db/vocabulary";
import type { Action } from "../access/policy";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { lifecycle, transitionOf } from "./lifecycle";
import { perform } from "./perform";

let county: TestCounty;
let sql: Sql;
const proceedingOn = new Map<Track, { disputeId: string; proceedingId: string }>();
const actions = [...new Set(Object.values(lifecycle).flatMap((rows) => Object.keys(rows)))] as Action[];

beforeAll(async () => {
  county = await testCounty();
  sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  for (const track of tracks) {
    const target = await acceptedDispute(county);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update proceedings set track = ${track} where id = ${target.proceedingId}`;
    });
    proceedingOn.set(track, target);
  }
});
afterAll(() => sql.end());

/** Puts the proceeding at a status with the columns that status implies, past the guards. */
async function standAt(proceedingId: string, status: ProceedingStatus): Promise<void> {
  const isEnded = status === "closed" || status === "archived";
  const isArchived = status === "archived";
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update proceedings set status = ${status}, ended_at = ${isEnded ? new Date() : null}, outcome = ${isEnded ? "deadlock" : null},
      archived_at = ${isArchived ? new Date() : null}, dossier_number = ${isArchived ? proceedingId : null},
      next_step = ${isArchived ? null : "close"}, next_owner_id = ${isArchived ? null : (county.people.mediator ?? null)},
      next_due_at = ${isArchived ? null : new Date()} where id = ${proceedingId}`;
  });
}

/** Asks the heart for an act whose body only says that it was reached. */
function ask(action: Action, target: { disputeId: string; proceedingId: string }): Promise<string> {
  const now = new Date();
  const system = systemActor(county.countyId, "test");
  return refusedWith(
    perform(actAs(system, now), action, target, async () => {
      throw conflict("reached");
    }),
  );
}

describe.each(tracks)("the way of %s", (track) => {
  it.each(proceedingStatuses)("from %s lets through exactly the acts of the table", async (status) => {
    const target = proceedingOn.get(track);
    if (!target) throw new Error("no proceeding");
    await standAt(target.proceedingId, status);
    const wrong: string[] = [];
    for (const action of actions) {
      const row = transitionOf(track, action);
      const expected = !row ? "notOnThisTrack" : row.from.includes(status) ? "through" : "notInThisStep";
      const answer = await ask(action, target);
      const came = answer === "reached" || answer.startsWith("needs.") ? "through" : answer;
      if (came !== expected) wrong.push(`${action}: ${answer}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});
