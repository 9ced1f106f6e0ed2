import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { newId } from "../kernel/ids";
import { chanceFor, chanceSeed, idBytesFor, seedFor } from "./chance";
import { oddInputs } from "./inputs/odd-input";
import { randomSolverInput } from "./solver/random-solver-input";

const schema = z.strictObject({ id: z.uuid(), q: z.string(), from: z.iso.date(), count: z.int().optional() });
const ids = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"];

/** What the random suites would do with this seed, one action after the other. */
const actionsOf = (seed: number) => {
  const kills = chanceFor("killed worker", seed);
  return {
    inputs: oddInputs(schema, ids, seedFor("odd inputs", seed), 40),
    instances: fc.sample(randomSolverInput, { seed: seedFor("solver", seed), numRuns: 20 }),
    kills: Array.from({ length: 20 }, () => kills.below(15)),
  };
};

describe("what tests draw by chance", () => {
  it("is the same sequence of actions for the same seed, and another for another", () => {
    expect(actionsOf(7)).toEqual(actionsOf(7));
    for (const kind of ["inputs", "instances", "kills"] as const)
      expect(actionsOf(7)[kind]).not.toEqual(actionsOf(8)[kind]);
  });

  it("does not depend on what another suite drew before", () => {
    expect(seedFor("solver", 7)).not.toBe(seedFor("odd inputs", 7));
  });

  it("begins with the seed that is given back, and with no other", () => {
    expect(chanceSeed("12")).toBe(12);
    for (const wrong of ["x", "-1", "1.5", "4294967296"]) expect(() => chanceSeed(wrong)).toThrow("CHANCE_SEED");
  });

  it("gives the ids of one instant, and with them their order, anew", () => {
    const own = globalThis.zhongtiaoIdBytes;
    const idsOf = (seed: number) => {
      globalThis.zhongtiaoIdBytes = idBytesFor("some.test.ts", seed);
      return Array.from({ length: 20 }, () => newId(new Date("2026-11-26T00:00:00Z")));
    };
    const [once, again, other] = [idsOf(7), idsOf(7), idsOf(8)];
    globalThis.zhongtiaoIdBytes = own;
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    expect(new Set(once).size).toBe(20);
    expect([...once].sort()).not.toEqual(once);
  });
});
