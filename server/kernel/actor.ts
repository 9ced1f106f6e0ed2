import type { Role } from "@/db/vocabulary";

/** A signed-in person as read from the database on this very request. */
export interface PersonActor {
  kind: "person";
  countyId: string;
  personId: string;
  role: Role;
  stationId: string | null;
  committeeId: string | null;
  pointId: string | null;
  /** SHA-256 of the sign-in cookie; absent where there is none (tests, seed). */
  signIn?: string;
  /** The invitation link they use instead of signing in: they may act on that one invitation only. */
  link?: string;
}

/** A job acting for the system, inside one county. */
export interface SystemActor {
  kind: "system";
  countyId: string;
  job: string;
}

export type Actor = PersonActor | SystemActor;

/** The actor of what the system does by itself; `job` names the job. */
export const systemActor = (countyId: string, job: string): SystemActor => ({ kind: "system", countyId, job });

/** Roles that belong to a station's police line and read its calls. */
const stationRoles: readonly Role[] = ["mediator", "officer", "stationHead"];
const committeeRoles: readonly Role[] = ["mediator", "committeeHead"];

/** The ids an actor may hold rights through: themselves, their committee, their station (for row-level security). */
export function subjectsOf(actor: PersonActor): string[] {
  const subjects = [actor.personId];
  if (actor.committeeId && committeeRoles.includes(actor.role)) subjects.push(actor.committeeId);
  if (actor.stationId && (actor.role === "officer" || actor.role === "stationHead")) subjects.push(actor.stationId);
  return subjects;
}

/** The station whose calls and clues the actor may read, or null. */
export const callStationOf = (actor: PersonActor) => (stationRoles.includes(actor.role) ? actor.stationId : null);
