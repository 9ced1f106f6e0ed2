import { describe, expect, it } from "vitest";
import { tracks } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import { firstStatus, lifecycle, transitionOf } from "@/server/disputes/lifecycle";
import { nextStepOf } from "@/server/disputes/parts/next-step";
import { willingFacts as facts, defaultRules as rules } from "@/server/testing/facts";
import { reachableStatuses } from "@/server/testing/reachable-statuses";
import { canDoStep } from "./step-place";

const now = new Date("2026-11-24T02:00:00Z");
describe("the next step", () => {
  it("is one that the lifecycle lets somebody do, at every status of every track", () => {
    const impossible = tracks.flatMap((track) =>
      [...reachableStatuses(track, firstStatus)].flatMap((status) => {
        const acts = (Object.keys(lifecycle[track]) as Action[]).filter((act) =>
          transitionOf(track, act)?.from.includes(status),
        );
        const next = nextStepOf(track, status, facts, { now, rules, overrides: new Map() });
        return next && !canDoStep(next.step, acts) ? [`${track} ${status}: ${next.step}`] : [];
      }),
    );
    expect(impossible).toEqual([]);
  });
});
