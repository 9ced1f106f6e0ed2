import type { Blocker, EvaluatedSlot } from "./solver-input";

export interface Relaxation {
  /** Who would have to be optional. */
  who: Blocker;
  /** The earliest start that would then be possible, and its room. */
  start: number;
  roomId: string;
}
export interface Removal {
  who: Blocker;
  /** How many starts this person or room makes impossible, alone or together with others. */
  starts: number;
}
export interface Help {
  /** One for each person, group or party whose being optional brings an earlier start, earliest first. */
  relaxations: Relaxation[];
  /** The two obstacles that prevent most starts. */
  removals: Removal[];
}

const keyOf = ({ kind, id }: Blocker) => `${kind}:${id}`;
const inOrder = (a: Blocker, b: Blocker) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);

/** Counts for each obstacle the starts it prevents: a person counts where they are missing in every room. */
function removalsOf(judged: readonly EvaluatedSlot[]): Removal[] {
  const rooms = new Map<number, number>();
  const blocked = new Map<string, { who: Blocker; starts: Map<number, number> }>();
  for (const slot of judged) {
    rooms.set(slot.start, (rooms.get(slot.start) ?? 0) + 1);
    for (const who of slot.blockers) {
      const entry = blocked.get(keyOf(who)) ?? { who, starts: new Map<number, number>() };
      entry.starts.set(slot.start, (entry.starts.get(slot.start) ?? 0) + 1);
      blocked.set(keyOf(who), entry);
    }
  }
  return [...blocked.values()]
    .map(({ who, starts }) => ({
      who,
      starts: [...starts].filter(([start, times]) => who.kind === "room" || times === rooms.get(start)).length,
    }))
    .filter(({ starts }) => starts > 0)
    .sort((a, b) => b.starts - a.starts || inOrder(a.who, b.who))
    .slice(0, 2);
}

/** Who would have to be optional for an earlier hour, and what prevents most hours. */
export function suggestRelaxations(judged: readonly EvaluatedSlot[]): Help {
  const earliest = judged.find((slot) => slot.blockers.length === 0)?.start ?? Number.POSITIVE_INFINITY;
  const relaxations = new Map<string, Relaxation>();
  for (const { blockers, start, roomId } of judged) {
    const [who, ...others] = blockers;
    if (!who || others.length > 0 || who.kind === "room" || start >= earliest) continue;
    if (!relaxations.has(keyOf(who))) relaxations.set(keyOf(who), { who, start, roomId });
  }
  return {
    relaxations: [...relaxations.values()].sort((a, b) => a.start - b.start || inOrder(a.who, b.who)),
    removals: removalsOf(judged),
  };
}
