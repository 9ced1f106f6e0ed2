import type { AvailabilityMood, PartyTimeKind } from "@/db/vocabulary";
import type { Presence } from "../../slots/presence";

/** Instants are milliseconds since 1970; times of day are minutes since midnight in Shanghai; days count from 1970-01-01. */
export interface Busy {
  from: number;
  to: number;
  /** Where they are then; null when it is unknown or does not matter. */
  pointId: string | null;
}
export interface WeekHours {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  from: number;
  until: number;
  mood: AvailabilityMood;
}
/** A person who is to attend. */
export interface Guest {
  id: string;
  /** Null = they have not told their week; then only taken time makes them unavailable. */
  week: readonly WeekHours[] | null;
  /** Nobody knows all of their time: a calendar of theirs was not read whole, so that an hour may be taken all the same. */
  isUnsure?: boolean;
  busy: readonly Busy[];
}
export interface WantedGuest extends Guest {
  isRequired: boolean;
}
/** Any `seats` of these. */
export interface WantedGroup {
  id: string;
  seats: number;
  isRequired: boolean;
  members: readonly Guest[];
}
/** When a party can or cannot come. */
export interface PartyTime {
  kind: PartyTimeKind;
  /** Null = every weekday. */
  weekday: number | null;
  /** Days it holds for, both included; null = open. */
  fromDay: number | null;
  untilDay: number | null;
  from: number;
  until: number;
}
export interface WantedParty {
  id: string;
  isRequired: boolean;
  times: readonly PartyTime[];
}
/** A room, in the order rooms are preferred. */
export interface WantedRoom {
  id: string;
  pointId: string;
  seats: number;
  hours: readonly { weekday: number; opens: number; closes: number }[];
  busy: readonly { from: number; to: number }[];
}
/** The whole question: one session for all of these people. */
export interface SolverInput {
  guests: readonly WantedGuest[];
  groups: readonly WantedGroup[];
  parties: readonly WantedParty[];
  rooms: readonly WantedRoom[];
  /** The session must lie inside this window. */
  from: number;
  until: number;
  minutes: number;
  /** Starts lie on multiples of so many minutes. */
  step: number;
  /** Days nobody works, whatever the weekday says. */
  closedDays: ReadonlySet<number>;
  /** Weekend days that are worked like any other day. */
  workedDays: ReadonlySet<number>;
  /** Travel time between two different points; 0 when nobody has to travel. */
  travelMinutes: number;
  /** How many will sit in the room. */
  seatsNeeded: number;
}

/** What prevents a start: a guest, a group, a party, or the room itself. */
export interface Blocker {
  kind: "guest" | "group" | "party" | "room";
  id: string;
}
export interface EvaluatedSlot {
  start: number;
  roomId: string;
  /** By id of guest, group member or party. */
  presence: ReadonlyMap<string, Presence>;
  /** Required ones who cannot come, and the room if it is taken; none = the slot fits. */
  blockers: readonly Blocker[];
  /** Optional guests, parties and groups who would be missing. */
  missing: readonly Blocker[];
  /** How many seats are filled by people who can only "if need be" or have not told. */
  doubts: number;
  /** Outside office hours (lunch, evening, weekend): a tie-breaker against this start. */
  isOddHour: boolean;
}
