/** Words of the statutory clocks. Imports nothing. */

/** The statutory clocks of a proceeding; server/rules/clock-days.ts says which track has which. */
export const clockKinds = ["peoplesMonth", "firstSession", "secondSession", "confirmation"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What stops a clock: a session was held, an agreement took effect, the proceeding ended, or both sides applied to the court. */
export const clockStops = ["session", "agreement", "ended", "applied"] as const;
export type ClockStop = (typeof clockStops)[number];

/** What a court did with an application for confirmation; it may still be returned to complete, and the last three end it. */
export const courtSteps = ["accepted", "returned", "confirmed", "dismissed", "withdrawn"] as const;
export type CourtStep = (typeof courtSteps)[number];

export const clockChangeKinds = [
  "extended",
  "paused",
  "resumed",
  "recomputed",
  "applied",
  "accepted",
  "returned",
  "confirmed",
  "dismissed",
  "withdrawn",
] as const;
export type ClockChangeKind = (typeof clockChangeKinds)[number];

/** For what a clock is paused. */
export const appraisals = ["injury", "value", "other"] as const;
export type Appraisal = (typeof appraisals)[number];
