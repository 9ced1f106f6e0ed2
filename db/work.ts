/**
 * Kinds of work on the database. Each has connections of its own, so that one that became slow takes none from the others;
 * a statement that runs longer than `statementMs` is ended; whoever finds `mostWaiting` others waiting, or waits longer
 * than `waitMs`, is told to come again. One question takes at most `share` of the connections of its kind. `plans` is
 * PostgreSQL's `plan_cache_mode` (docs/adr/0036): with row security, planning ordinary statements costs more than they do.
 */
export const work = {
  /** Single statements asked before anybody is known: signing in, counting tries. */
  short: { max: 6, statementMs: 10_000, mostWaiting: 400, waitMs: 8_000, share: 1, plans: "force_generic_plan" },
  /** What people read. */
  read: { max: 8, statementMs: 10_000, mostWaiting: 200, waitMs: 4_000, share: 0.6, plans: "force_generic_plan" },
  /** What people do, and what the system does: two hundred who book at once are better off waiting than being refused. */
  write: { max: 10, statementMs: 10_000, mostWaiting: 400, waitMs: 60_000, share: 1, plans: "force_generic_plan" },
  /** Figures over everything, and what is taken out as a file. */
  costly: { max: 2, statementMs: 20_000, mostWaiting: 12, waitMs: 6_000, share: 1, plans: "auto" },
  /** The worker's jobs, for which nobody waits at a screen. */
  background: { max: 6, statementMs: 60_000, mostWaiting: 400, waitMs: 60_000, share: 1, plans: "auto" },
} as const satisfies Record<string, Limits & Planned>;
export type Work = keyof typeof work;

export interface Limits {
  max: number;
  statementMs: number;
  mostWaiting: number;
  waitMs: number;
  /** Of `max`, from 0 to 1. */
  share: number;
}
/** How PostgreSQL plans a kind's prepared statements. */
interface Planned {
  plans: "force_generic_plan" | "auto";
}

export const limitsOf = (kind: Work): Limits & Planned => work[kind];
