import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedFor } from "../../testing/chance";
import { instances } from "../../testing/solver/instances";
import { askOracle, earliestOf } from "../../testing/solver/oracle";
import { randomSolverInput } from "../../testing/solver/random-solver-input";
import { solve } from "./solve";
import type { Blocker, EvaluatedSlot, SolverInput } from "./solver-input";
import { instantOfDay, minutesOfTime, numberOfDay } from "./wall-clock";

const keyOf = ({ kind, id }: Blocker) => `${kind}:${id}`;
const plain = ({ start, roomId, presence, blockers, missing, doubts }: EvaluatedSlot) => ({
  start,
  roomId,
  presence: Object.fromEntries(presence),
  blockers: blockers.map(keyOf).sort(),
  missing: missing.map(keyOf).sort(),
  doubts,
});

/** The same wishes with one person, group or party no longer required. */
function without(solverInput: SolverInput, who: Blocker): SolverInput {
  const relax = <T extends { id: string; isRequired: boolean }>(kind: Blocker["kind"], all: readonly T[]) =>
    all.map((one) => (who.kind === kind && one.id === who.id ? { ...one, isRequired: false } : one));
  return {
    ...solverInput,
    guests: relax("guest", solverInput.guests),
    groups: relax("group", solverInput.groups),
    parties: relax("party", solverInput.parties),
  };
}

describe("the solver and a second one written in another way", () => {
  it("agree on the five best starts, the blockers, the nearest misses and the relaxations, 1,000 times", () => {
    const seed = seedFor("solver");
    let fits = 0;
    let helped = 0;
    fc.assert(
      fc.property(randomSolverInput, (solverInput) => {
        const solution = solve(solverInput);
        const truth = askOracle(solverInput);
        expect(solution.best.map(plain)).toEqual(truth.best);
        expect(solution.nearMisses.map(plain)).toEqual(truth.nearMisses);
        expect(solution.blockers).toHaveLength(solution.best.length > 0 ? 0 : truth.fewest);
        expect(solution.tried).toBe(truth.tried);
        const now = earliestOf(solverInput) ?? Number.POSITIVE_INFINITY;
        const required = [
          ...solverInput.guests.map((one) => ({ kind: "guest" as const, ...one })),
          ...solverInput.groups.map((one) => ({ kind: "group" as const, ...one })),
          ...solverInput.parties.map((one) => ({ kind: "party" as const, ...one })),
        ].filter((one) => one.isRequired);
        const earlier = required.flatMap((who) => {
          const start = earliestOf(without(solverInput, who));
          return start !== null && start < now ? [`${keyOf(who)} ${start}`] : [];
        });
        expect(solution.help.relaxations.map((one) => `${keyOf(one.who)} ${one.start}`).sort()).toEqual(earlier.sort());
        fits += solution.best.length > 0 ? 1 : 0;
        helped += earlier.length > 0 ? 1 : 0;
      }),
      { numRuns: 1000, seed },
    );
    // The random instances are useful: solvable and unsolvable ones occur, and many have a relaxation.
    expect(fits).toBeGreaterThan(200);
    expect(1000 - fits).toBeGreaterThan(200);
    expect(helped).toBeGreaterThan(100);
  }, 120_000);
});

const at = (day: string, time: string) => instantOfDay(numberOfDay(day), minutesOfTime(time));

describe("instances solved by hand", () => {
  it("finds the contractor's afternoon on the clerk's only day, and says who would be missing", () => {
    const { best, help } = solve(instances.afternoonsOnly);
    expect(best).toHaveLength(1);
    expect(best[0]).toMatchObject({
      start: at("2026-11-26", "16:00"),
      blockers: [],
      missing: [],
      doubts: 1,
    });
    expect(best[0]?.presence.get("owner")).toBe("ifNeedBe");
    expect(help.relaxations).toEqual([
      { who: { kind: "guest", id: "clerk" }, start: at("2026-11-24", "13:00"), roomId: "one" },
      { who: { kind: "party", id: "contractor" }, start: at("2026-11-26", "09:00"), roomId: "one" },
    ]);
    expect(help.removals.map(({ who }) => who.id)).toEqual(["clerk", "contractor"]);
  });

  it("names one of two who are never free together, and the hour that making them optional would allow", () => {
    const solution = solve(instances.neverTogether);
    expect(solution.best).toEqual([]);
    expect(solution.blockers).toEqual([{ kind: "party", id: "afternoons" }]);
    expect(solution.nearMisses).toHaveLength(5);
    expect(solution.help.relaxations.map(({ who, start }) => [who.id, start])).toEqual([
      ["afternoons", at("2026-11-24", "09:00")],
      ["mornings", at("2026-11-24", "13:00")],
    ]);
  });

  it("seats any one lawyer, with time to cross the town", () => {
    const [first] = solve(instances.anyLawyer).best;
    expect(first).toMatchObject({ start: at("2026-11-24", "13:30"), missing: [], doubts: 0 });
    expect(first?.presence.get("away")).toBe("cannot");
  });

  it("offers no holiday and no room that is too small, and names the room as the obstacle", () => {
    const solution = solve(instances.holidayAndRooms);
    expect(solution.best).toEqual([]);
    expect(solution.blockers).toEqual([{ kind: "room", id: "large" }]);
    expect(solution.nearMisses.every((slot) => slot.start < at("2026-11-26", "00:00"))).toBe(true);
  });

  it("gives the same answer every time", () => {
    for (const solverInput of Object.values(instances)) expect(solve(solverInput)).toEqual(solve(solverInput));
  });
});
