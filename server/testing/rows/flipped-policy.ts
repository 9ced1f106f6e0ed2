import type { Role } from "@/db/vocabulary";
import { type Action, policy } from "@/server/access/policy";
import type { Scope } from "@/server/access/scopes";

/** A list without this entry where it has it, else with it. */
export const flipped = <T>(list: readonly T[], entry: T): T[] =>
  list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];

/**
 * What `ask` finds while one cell of the policy is the other way round: allowed where it refuses, refused where it allows.
 * The cell is put back before this returns, also when `ask` fails or its promise does.
 */
export function whileFlipped<T>(action: Action, role: Role, scope: Scope, ask: () => T): T {
  const table = policy as Record<Action, Partial<Record<Role, readonly Scope[]>>>;
  const before = table[action];
  const { [role]: cell = [], ...others } = before;
  const changed = flipped(cell, scope);
  const restore = () => {
    table[action] = before;
  };
  // A role whose last scope went has no cell at all: that is how the policy refuses a role.
  table[action] = changed.length > 0 ? { ...others, [role]: changed } : others;
  let found: T;
  try {
    found = ask();
  } catch (error) {
    restore();
    throw error;
  }
  if (found instanceof Promise) return found.finally(restore) as T;
  restore();
  return found;
}
