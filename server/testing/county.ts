import { hash } from "@node-rs/argon2";
import { database } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { createCounty, type SeededCounty, seededActor } from "@/server/demo/county";
import type { SystemActor } from "../kernel/actor";
import type { Context } from "../kernel/context";
import { actAs } from "../kernel/context";

let made = 0;

/** One for all counties, and quick to compare: `hashPassword` is slow on purpose, and tests sign in by the hundred. */
const passwordHash = hash("Not-a-secret-1", { memoryCost: 64, timeCost: 1, parallelism: 1 });

/** A county of its own for a test, and a way to act as any of its people by user name. */
export async function testCounty(stationCodes: readonly string[] = ["LW", "DG"]) {
  made += 1;
  const county: SeededCounty = await createCounty(database(), {
    now: new Date(),
    passwordHash: await passwordHash,
    name: `试验县${made}`,
    suffix: `.t${made}`,
    stationCodes,
  });

  /** The actor behind a demo user name, e.g. actor("mediator"). */
  const actor = (username: string) => seededActor(county, username);

  /** A fresh act context; pass `key` to replay, `now` to move the clock. */
  const as = (username: string, over: { key?: string; now?: Date } = {}) =>
    actAs(actor(username), over.now ?? new Date(), over.key);

  /** A context of the system itself in this county, at `now`. */
  const system = (now = new Date()): Context<SystemActor> => ({
    actor: { kind: "system", countyId: county.countyId, job: "test" },
    now,
  });

  return { ...county, actor, as, system };
}
export type TestCounty = Awaited<ReturnType<typeof testCounty>>;

/** A person of each role, by user name: of station LW and its committee where the role belongs to one. */
export const usernameOf: Readonly<Record<Role, string>> = {
  mediator: "mediator",
  committeeHead: "committee",
  expert: "lawyer",
  gridMember: "grid",
  officer: "officer",
  stationHead: "head",
  county: "county",
  admin: "admin",
};
