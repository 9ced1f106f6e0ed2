import { v7 } from "uuid";
import { database } from "@/db/client";
import { createCounty, type SeededCounty } from "@/db/seed/county";
import { demoPeople } from "@/db/seed/people";
import type { PersonActor, SystemActor } from "../kernel/actor";
import type { ActContext, Context } from "../kernel/context";

let made = 0;

/** A county of its own for a test, and a way to act as any of its people by user name. */
export async function testCounty(stationCodes: readonly string[] = ["LW", "DG"]) {
  made += 1;
  const county: SeededCounty = await createCounty(database(), {
    password: "Not-a-secret-1",
    name: `试验县${made}`,
    suffix: `.t${made}`,
    stationCodes,
  });

  /** The actor behind a demo user name, e.g. actor("mediator"). */
  function actor(username: string): PersonActor {
    const person = demoPeople.find((p) => p.username === username);
    const personId = county.people[username];
    if (!person || !personId) throw new Error(`no ${username}`);
    const code = person.station;
    const inCommittee = person.role === "mediator" || person.role === "committeeHead";
    return {
      kind: "person",
      countyId: county.countyId,
      personId,
      role: person.role,
      stationId: code ? (county.stations[code] ?? null) : null,
      committeeId: code && inCommittee ? (county.committees[code] ?? null) : null,
      pointId: null,
    };
  }

  /** A fresh act context; pass `key` to replay, `now` to move the clock. */
  const as = (username: string, over: { key?: string; now?: Date } = {}): ActContext => ({
    actor: actor(username),
    key: over.key ?? v7(),
    now: over.now ?? new Date(),
  });

  /** The program itself, in this county; it acts at `now`. */
  const system = (now = new Date()): Context<SystemActor> => ({
    actor: { kind: "system", countyId: county.countyId, job: "test" },
    now,
  });

  return { ...county, actor, as, system };
}
export type TestCounty = Awaited<ReturnType<typeof testCounty>>;
