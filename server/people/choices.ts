import type { Role } from "@/db/vocabulary";

/** Which workplaces a role has: one it must name, one it may name, or none. */
type Workplace = "must" | "may" | "none";
export const workplaces: Record<Role, { station: Workplace; committee: Workplace; point: Workplace }> = {
  mediator: { station: "must", committee: "must", point: "none" },
  committeeHead: { station: "may", committee: "must", point: "none" },
  expert: { station: "none", committee: "none", point: "may" },
  gridMember: { station: "must", committee: "none", point: "may" },
  officer: { station: "must", committee: "none", point: "none" },
  stationHead: { station: "must", committee: "none", point: "none" },
  county: { station: "none", committee: "none", point: "none" },
  admin: { station: "none", committee: "none", point: "none" },
};

/** The roles that may stand beside a main one; none where it is not named. */
export const rolesBeside: Partial<Record<Role, readonly Role[]>> = {
  mediator: ["expert", "gridMember"],
  committeeHead: ["mediator", "expert", "gridMember"],
};

/** Lower-case letters, digits and ._- ; it is typed on many keyboards. */
export const usernameShape = /^[a-z][a-z0-9._-]{2,31}$/;
