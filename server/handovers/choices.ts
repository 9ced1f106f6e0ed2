/**
 * What becomes of the sessions at which a new lead is not free: the act asks (refuses and says how many), the former
 * lead still comes to those, or the new one comes all the same, which an hour taken by another booking does not allow.
 */
export const notFreeWays = ["ask", "formerStays", "comeAnyway"] as const;
export type NotFreeWay = (typeof notFreeWays)[number];

/** What somebody may be in charge of beside the proceedings they lead. */
export const workKinds = [
  "gateStep",
  "townHall",
  "dutyLeader",
  "dutyShift",
  "assignment",
  "seat",
  "need",
  "consultation",
  "assistant",
  "verifier",
  "invitation",
  "leadRequest",
  "deputy",
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What goes to another person as it is; of the rest each is decided at its own place. */
export const movableWork = ["gateStep", "townHall", "dutyLeader", "dutyShift"] as const satisfies readonly WorkKind[];
export type MovableWork = (typeof movableWork)[number];
