import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { constraintCodes } from "@/db/constraints";
import { postgresError } from "../../kernel/transaction";
import { namedWalls } from "../named-walls";
import { administrationWalls } from "./administration";
import { agreementWalls } from "./agreements";
import { conveningWalls } from "./convening";
import { deskWalls } from "./desk";
import { disputeWalls } from "./disputes";
import { peopleTimesWalls } from "./people-times";
import { performanceWalls } from "./performance";
import { proceedingWalls } from "./proceedings";
import { buildScene, type Scene, type Walls } from "./scene";
import { sessionWalls } from "./sessions";

const areas: Record<string, Walls> = {
  disputes: disputeWalls,
  proceedings: proceedingWalls,
  sessions: sessionWalls,
  convening: conveningWalls,
  desk: deskWalls,
  "people's times and notices": peopleTimesWalls,
  agreements: agreementWalls,
  performance: performanceWalls,
  administration: administrationWalls,
};

let scene: Scene;
beforeAll(async () => {
  scene = await buildScene();
});

/** The constraint that refuses the last statement, run as the owner of everything: no policy in the way. */
async function refusedBy(statements: string[]): Promise<string | undefined> {
  const last = statements.length - 1;
  let at = 0;
  try {
    await database().transaction(async (tx) => {
      for (at = 0; at <= last; at += 1) await tx.execute(sql.raw(statements[at] ?? ""));
      throw new Error("nothing refused it");
    });
  } catch (error) {
    if (at < last) throw new Error(`statement ${at + 1} of ${last + 1} was to pass`, { cause: error });
    return postgresError(error)?.constraint_name;
  }
}

describe.each(Object.entries(areas))("the walls of %s refuse by raw SQL", (_area, walls) => {
  it.each(Object.keys(walls))("%s", async (name) => {
    expect(await refusedBy(walls[name]?.(scene) ?? [])).toBe(name);
  });
});

it("every rule of the database is violated here once, and its refusal has words", async () => {
  const tried = Object.values(areas).flatMap((walls) => Object.keys(walls));
  expect(new Set(tried).size).toBe(tried.length);
  expect(tried.sort()).toEqual((await namedWalls()).sort());
  for (const name of tried) expect(constraintCodes).toHaveProperty(name);
});
