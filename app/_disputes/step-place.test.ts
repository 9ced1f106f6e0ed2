import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { nextSteps, tracks } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import { firstStatus, lifecycle, transitionOf } from "@/server/disputes/lifecycle";
import { nextStepOf } from "@/server/disputes/parts/next-step";
import { willingFacts as facts, defaultRules as rules } from "@/server/testing/facts";
import { reachableStatuses } from "@/server/testing/reachable-statuses";
import { readerOfImports } from "@/server/testing/sort-tests";
import { menu } from "./acts/menu-entry";
import { canDoStep, stepPlaces } from "./step-place";

const root = path.resolve(import.meta.dirname, "../..");
const now = new Date("2026-11-24T02:00:00Z");

/** The commands that do an action, as browser code calls them: "trpc.notifications.remind.mutationOptions". */
function callsOf(action: Action): RegExp[] {
  const mounted = readFileSync(path.join(root, "server/api/root.ts"), "utf8");
  return readdirSync(path.join(root, "server")).flatMap((module) => {
    const file = path.join(root, "server", module, "router.ts");
    if (!existsSync(file)) return [];
    const source = readFileSync(file, "utf8");
    const routers = [...source.matchAll(/export const (\w+) = router\(/g)].map(([, name]) => name);
    const names = routers.flatMap((name) =>
      [...mounted.matchAll(new RegExp(`(\\w+): ${name},`, "g"))].map(([, as]) => as),
    );
    const acts = [...source.matchAll(/(\w+): command\(\s*"([\w.]+)"/g)].filter(([, , done]) => done === action);
    return acts.flatMap(([, procedure]) =>
      names.map((name) => new RegExp(`\\.${name}\\.${procedure}\\.mutationOptions`)),
    );
  });
}

/** What a page and everything it imports say, as one text. */
const sourceOf = (() => {
  const importsOf = readerOfImports(root);
  return (page: string): string => {
    const reached = new Set([page]);
    for (const file of reached) for (const next of importsOf(file)) if (next.startsWith("app/")) reached.add(next);
    return [...reached].map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
  };
})();

const overview = "app/(office)/disputes/[disputeId]/page.tsx";
const frame = "app/(office)/disputes/[disputeId]/layout.tsx";
/** The pages behind a tab; the entry of the desk only leads to the desk of the session. */
const pagesOf: Readonly<Record<string, string>> = {
  "/convene": "app/(office)/(task)/disputes/[disputeId]/convene/page.tsx",
  "/desk": "app/(desk)/disputes/[disputeId]/sessions/[sessionId]/desk/page.tsx",
};

/** What is wrong with a place to which the button of a step leads; null where one of its acts can be done there. */
function faultOf(tab: string, acts: readonly Action[]): string | null {
  if (tab.startsWith("?do=")) {
    const entry = tab.slice("?do=".length);
    return menu.some((one) => one === entry) && acts.some((act) => act === entry) ? null : "no such dialog";
  }
  const page =
    tab === "" || tab.startsWith("#") ? overview : (pagesOf[tab] ?? overview.replace("/page", `${tab}/page`));
  if (!existsSync(path.join(root, page))) return "no such page";
  const source = sourceOf(page);
  if (tab.startsWith("#") && !source.includes(`id="${tab.slice(1)}"`)) return "no such part";
  return acts.some((act) => callsOf(act).some((call) => call.test(source))) ? null : "nothing there does it";
}

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

  it("has one button, which does the step or leads to what does it: none only shows something", () => {
    const faults = nextSteps.flatMap((step) => {
      const { tab, leadTab, acts, press } = stepPlaces[step];
      if (press) {
        const isPressed = acts.includes(press) && callsOf(press).some((call) => call.test(sourceOf(frame)));
        return isPressed ? [] : [`${step}: its button does not do ${press}`];
      }
      return [tab, ...(leadTab ? [leadTab] : [])].flatMap((place) => {
        const fault = faultOf(place, acts);
        return fault ? [`${step} ${place}: ${fault}`] : [];
      });
    });
    expect(faults).toEqual([]);
  });
});
