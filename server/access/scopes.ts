import type { Relation, Role } from "@/db/vocabulary";

/**
 * How far a right reaches: a relation to the proceeding the act is about, or before triage to the dispute; "any" where
 * the role alone suffices.
 */
export type Scope = Relation | "any";
export type Row = Partial<Record<Role, readonly Scope[]>>;

export const any: readonly Scope[] = ["any"];
export const staff: readonly Scope[] = ["lead", "committee"];
export const lead: readonly Scope[] = ["lead"];
/** The officers of the station where the proceeding is the police's, and whoever of them leads it. */
export const police: readonly Scope[] = ["station", "lead"];
/** The head of the station watches over both lines. */
export const head: readonly Scope[] = ["station", "otherLine"];
/**
 * The record of a proceeding: after its end also for whoever led it, who learns nothing of what comes later, and for the
 * lead of a later one on the same line.
 */
const past: readonly Scope[] = ["formerLead", "successor"];
export const staffRecord: readonly Scope[] = [...staff, ...past];
export const leadRecord: readonly Scope[] = [...lead, ...past];
export const policeRecord: readonly Scope[] = [...police, ...past];
export const policeReading: readonly Scope[] = [...policeRecord, "otherLine"];
/** What is left to do after the end: by whoever led it, until another begins. */
export const staffAfter: readonly Scope[] = [...staff, "formerLead"];
export const leadAfter: readonly Scope[] = [...lead, "formerLead"];
/** What ended may be taken up by the whole station, also where it was the committee's. */
export const policeAfter: readonly Scope[] = [...police, "formerLead", "otherLine"];
export const invited: readonly Scope[] = ["invited", "joined"];
export const joined: readonly Scope[] = ["joined"];
export const everyone: Row = {
  mediator: any,
  committeeHead: any,
  expert: any,
  gridMember: any,
  officer: any,
  stationHead: any,
  county: any,
  admin: any,
};
export const office: Row = { mediator: any, committeeHead: any, officer: any, stationHead: any };
export const offering: Row = { mediator: staff, officer: lead, committeeHead: ["committee"], stationHead: ["station"] };
/** Whoever works on a matter, and the station that took it in. */
export const takers: Row = {
  mediator: staff,
  committeeHead: ["committee"],
  officer: [...police, "otherLine"],
  stationHead: head,
};
/** Everyone who may be asked to a session keeps their own hours and a calendar. */
export const bookable: Row = { ...office, expert: any };
