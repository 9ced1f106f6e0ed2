import { type CandidateSlot, candidateSlots } from "./candidates";
import { evaluateSlots } from "./evaluate-slot";
import type { Blocker, EvaluatedSlot, SolverInput } from "./solver-input";
import { type Help, suggestRelaxations } from "./suggest-relaxations";
import { dayNumber, minuteOfDay } from "./wall-clock";

export interface Solution {
  /** At most five that fit, best first; at most one for each morning, afternoon and evening. */
  best: EvaluatedSlot[];
  /** Only when none fits: the starts at which the fewest required are missing, chosen in the same way. */
  nearMisses: EvaluatedSlot[];
  /** Only when none fits: the smallest set of required ones that prevents one of the hours. */
  blockers: readonly Blocker[];
  /** How many different starts were tried. */
  tried: number;
  help: Help;
}

export interface Ranked extends EvaluatedSlot {
  rank: number;
}

const offered = 5;

/** Fewest required missing, then fewest optional missing, fewest uncertain, office hours, earliest, preferred room. */
export const byMerit = (a: Ranked, b: Ranked): number =>
  a.blockers.length - b.blockers.length ||
  a.missing.length - b.missing.length ||
  a.doubts - b.doubts ||
  Number(a.isOddHour) - Number(b.isOddHour) ||
  a.start - b.start ||
  a.rank - b.rank;

/** Morning, afternoon and evening of a day: nobody wants to choose between five starts of one morning. */
function dayPart(start: number): string {
  const minute = minuteOfDay(start);
  return `${dayNumber(start)}:${minute < 720 ? 0 : minute < 1080 ? 1 : 2}`;
}

/** The best of each half day, best first. */
function bestOfParts(judged: readonly Ranked[]): Ranked[] {
  const parts = new Map<string, Ranked>();
  for (const slot of judged) {
    const part = dayPart(slot.start);
    const before = parts.get(part);
    if (!before || byMerit(slot, before) < 0) parts.set(part, slot);
  }
  return [...parts.values()].sort(byMerit);
}

/** Finds the hours at which everyone required can come, or says who or what prevents it. Pure and deterministic. */
export function solve(solverInput: SolverInput): Solution {
  const candidates: CandidateSlot[] = candidateSlots(solverInput);
  const judged = evaluateSlots(solverInput, candidates);
  const ranked = bestOfParts(judged);
  const best = ranked.filter((slot) => slot.blockers.length === 0).slice(0, offered);
  const nearMisses = best.length > 0 ? [] : ranked.slice(0, offered);
  return {
    best,
    nearMisses,
    blockers: nearMisses[0]?.blockers ?? [],
    tried: new Set(candidates.map(({ start }) => start)).size,
    help: suggestRelaxations(judged),
  };
}
