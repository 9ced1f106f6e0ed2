import { shownProblem } from "./use-act";

/** Refusals that pass by themselves: the database restarts, or too many ask at the moment. */
const passing: ReadonlySet<string> = new Set(["overloaded", "unavailable"]);

/** Whether a read that failed so many times is asked once more. An act is never repeated here: its button stays. */
export const isWorthAskingAgain = (failures: number, error: unknown): boolean =>
  failures < 4 && passing.has(shownProblem(error).code);

/** In milliseconds: longer each time, and not the same for everybody, so that they do not all come back together. */
export const retryDelay = (failures: number): number => 2_000 * (failures + 1) * (0.75 + Math.random() / 2);
