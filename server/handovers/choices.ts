/**
 * What becomes of the sessions at which a new lead is not free: the act asks (refuses and says how many), the former
 * lead still comes to those, or the new one comes all the same, which an hour taken by another booking does not allow.
 */
export const notFreeWays = ["ask", "formerStays", "comeAnyway"] as const;
export type NotFreeWay = (typeof notFreeWays)[number];
