import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProceedingStatus, proceedingStatuses, type Track, tracks } from "@/db/vocabulary";
import type { DisputeAction } from "../access/policy";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { conflict, type Problem } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { destinations, lifecycle, requireTransition, transitionOf } from "./lifecycle";
import { perform } from "./perform";

const actions = [...new Set(Object.values(lifecycle).flatMap((rows) => Object.keys(rows)))] as DisputeAction[];
const expected = (track: Track, action: DisputeAction, status: ProceedingStatus) => {
  const row = transitionOf(track, action);
  if (!row) return "notOnThisTrack";
  return row.from.includes(status) ? "through" : "notInThisStep";
};

describe("the table by itself", () => {
  const answer = (track: Track, action: DisputeAction, status: ProceedingStatus) => {
    try {
      requireTransition(track, action, status);
      return "through";
    } catch (refusal) {
      return (refusal as Problem).code;
    }
  };

  it("allows exactly the acts it lists, from every status of every track", () => {
    const wrong: string[] = [];
    for (const track of tracks)
      for (const status of proceedingStatuses)
        for (const action of actions)
          if (answer(track, action, status) !== expected(track, action, status))
            wrong.push(`${track} ${status} ${action}`);
    expect(wrong).toEqual([]);
  });

  it("allows an ended proceeding only to be archived", () => {
    for (const track of tracks)
      for (const action of actions)
        for (const status of ["closed", "archived"] as const) {
          const row = transitionOf(track, action);
          if (!row?.from.includes(status)) continue;
          const led = destinations(row, status);
          expect("always" in led ? [led.always] : led.may, `${track} ${action}`).toEqual(
            status === "closed" && action === "proceeding.archive" ? ["archived"] : [],
          );
        }
  });
});

describe("every write asks the table", () => {
  let county: TestCounty;
  let sql: Sql;
  const proceedingOn = new Map<Track, { disputeId: string; proceedingId: string }>();
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

  /** Asks the write path for an act whose body only says that it was reached. */
  async function ask(action: DisputeAction, target: { disputeId: string; proceedingId: string }): Promise<string> {
    const answer = await refusedWith(
      perform(actAs(systemActor(county.countyId, "test"), new Date()), action, target, async () => {
        throw conflict("reached");
      }),
    );
    return answer === "reached" || answer.startsWith("needs.") ? "through" : answer;
  }

  // The write path asks the function tested above for every act, so one act of each answer is enough to show it.
  it.each(tracks)("on %s: each kind of answer, from a running, an ended and an archived proceeding", async (track) => {
    const target = proceedingOn.get(track);
    if (!target) throw new Error("no proceeding");
    const asked = new Set<string>();
    for (const status of ["accepted", "closed", "archived"] as const) {
      await standAt(target.proceedingId, status);
      for (const kind of ["through", "notInThisStep", "notOnThisTrack"]) {
        const action = actions.find((one) => expected(track, one, status) === kind);
        if (!action) continue;
        expect(await ask(action, target), `${action} at ${status}`).toBe(kind);
        asked.add(kind);
      }
    }
    expect([...asked].sort()).toEqual(
      actions.every((action) => transitionOf(track, action))
        ? ["notInThisStep", "through"]
        : ["notInThisStep", "notOnThisTrack", "through"],
    );
  });
});
