import { describe, expect, it } from "vitest";
import { type Relation, type Role, relations, roles } from "@/db/vocabulary";
import { type Action, allows, policy } from "@/server/access/policy";
import type { Scope } from "@/server/access/scopes";
import { type Part, parts, shows, showsPart, type View, viewOf, views } from "@/server/access/views";
import { flipped, whileFlipped } from "@/server/testing/rows/flipped-policy";
import { recordedAllows, recordedTable } from "@/server/testing/rows/recorded-access";
import { allParts } from "./view-matrix";

const actions = Object.keys(policy) as Action[];
const scopes: readonly Scope[] = ["any", ...relations];
const recorded = recordedTable("procedure", "action");
/** Nobody's relation, and each alone: a right by one of several relations is a right by that one. */
const standings: readonly (readonly Relation[])[] = [[], ...relations.map((relation) => [relation])];

/** Where the policy decides otherwise than docs/access-matrix.txt says, of one action and role. */
const differences = (action: Action, role: Role): string[] =>
  standings
    .filter((held) => allows(role, action, held) !== recordedAllows(recorded, action, role, held))
    .map((held) => `${action}: ${role} as ${held[0] ?? "nobody"}`);

describe("each cell of the policy", () => {
  it("decides what docs/access-matrix.txt says, for every role and relation", () => {
    expect(recorded.size).toBeGreaterThanOrEqual(actions.length);
    expect(actions.flatMap((action) => roles.flatMap((role) => differences(action, role)))).toEqual([]);
  });

  it("is noticed when it alone is flipped, from refused to allowed and from allowed to refused", () => {
    const unnoticed: string[] = [];
    let granted = 0;
    let taken = 0;
    for (const action of actions)
      for (const role of roles)
        for (const scope of scopes) {
          const before = (policy[action] as Partial<Record<Role, readonly Scope[]>>)[role] ?? [];
          // Where the role alone suffices, a relation more is no other rule.
          if (scope !== "any" && before.includes("any")) continue;
          if (before.includes(scope)) taken += 1;
          else granted += 1;
          const noticed = whileFlipped(action, role, scope, () => differences(action, role).length > 0);
          if (!noticed) unnoticed.push(`${action}: ${role} as ${scope}`);
        }
    expect(unnoticed).toEqual([]);
    expect(granted).toBeGreaterThan(8_000);
    expect(taken).toBeGreaterThan(400);
  });

  it("stands as it was after all the flips", () => {
    expect(actions.flatMap((action) => roles.flatMap((role) => differences(action, role)))).toEqual([]);
  });
});

describe("what a relation shows", () => {
  type Shows = Partial<Record<Role, Partial<Record<Relation, View>>>>;
  const byRelation = recordedTable("relation");
  const byPart = recordedTable("part");
  const says = (role: Role, relation: Relation) => byRelation.get(relation)?.[role];
  const showsAsRecorded = (view: View, part: Part) => showsPart(view, part) === (byPart.get(part)?.[view] === "shown");

  it("is what docs/access-matrix.txt says, by role and relation, and by view and part", () => {
    for (const relation of relations)
      for (const role of roles)
        expect(viewOf(role, [relation]) ?? "·", `${role} ${relation}`).toBe(says(role, relation));
    for (const view of views)
      for (const part of allParts) expect(showsAsRecorded(view, part), `${view} ${part}`).toBe(true);
    expect(byPart.size).toBe(new Set(Object.values(parts).flat()).size);
  });

  it("is noticed when a relation shows another view than before, or none", () => {
    const table: Shows = shows;
    let changes = 0;
    for (const role of roles)
      for (const relation of relations) {
        const before = table[role];
        for (const view of [null, ...views]) {
          if ((before?.[relation] ?? null) === view) continue;
          changes += 1;
          table[role] = { ...before };
          if (view) table[role][relation] = view;
          else delete table[role][relation];
          const now = viewOf(role, [relation]) ?? "·";
          if (before) table[role] = before;
          else delete table[role];
          expect(now, `${role} ${relation} as ${view}`).not.toBe(says(role, relation));
        }
      }
    expect(changes).toBe(roles.length * relations.length * views.length);
  });

  it("is noticed when a view shows one part more, or one less", () => {
    const table = parts as Record<View, readonly Part[]>;
    for (const view of views)
      for (const part of allParts) {
        const before = table[view];
        table[view] = flipped(before, part);
        const isAsRecorded = showsAsRecorded(view, part);
        table[view] = before;
        expect(isAsRecorded, `${view} ${part}`).toBe(false);
      }
  });
});
