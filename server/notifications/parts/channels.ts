import type { Channel, NotificationKind, RecipientKind } from "@/db/vocabulary";

/** Channels that leave the system. */
export type OuterChannel = Exclude<Channel, "inApp">;

/** How a recipient can be reached; "" where there is no way. */
export interface ContactWays {
  hasAccount: boolean;
  email: string;
  phone: string;
}

/** Sent by text message too: the recipient has to act or to come. The rest is read in the app and in mail. */
const pressing: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invited",
  "instructionGiven",
  "assignmentGiven",
  "interpreterAsked",
  "invitationWithdrawn",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "attendeeRemoved",
  "reminderHours",
  "meetingCancelled",
  "consultationAsked",
  "harmReported",
  "redRisk",
  "amberRisk",
]);

/** Sent to the station's group as well: the lead team has something to do or to know at once. Names nobody. */
const forTheGroup: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invitationExpired",
  "timesProposed",
  "tieDisclosed",
  "linkLocked",
  "noSubstitute",
  "sessionAtRisk",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "holdExpired",
]);

/** Not held back at night: a person waits for the answer now. */
const atAnyHour: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "consultationAsked",
  "harmReported",
  "redRisk",
  "amberRisk",
]);

/** Kinds that tell a session's time: only the newest is true. */
export const timeKinds: readonly NotificationKind[] = [
  "interpreterAsked",
  "sessionBooked",
  "sessionHeld",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "attendeeRemoved",
];
/** Whoever was last told one of these expects to come. */
export const comingKinds: readonly NotificationKind[] = [
  "interpreterAsked",
  "sessionBooked",
  "sessionHeld",
  "sessionConfirmed",
  "sessionMoved",
];

export const waitsForMorning = (kind: NotificationKind): boolean => !atAnyHour.has(kind);
export const isForTheGroup = (kind: NotificationKind): boolean => forTheGroup.has(kind);

/**
 * The channels of one notification. People with an account read it in the app and in mail, and by text message when it
 * is urgent or nothing else reaches them; parties, units and people from outside, who have no account, by whatever address is known of
 * them.
 */
export function channelsOf(kind: NotificationKind, to: RecipientKind, contacts: ContactWays): Channel[] {
  const ways: Channel[] = [];
  if (to === "person" && contacts.hasAccount) ways.push("inApp");
  if (contacts.email) ways.push("email");
  const isAlone = ways.length === 0;
  if (to !== "person" || isAlone || (pressing.has(kind) && contacts.phone)) ways.push("sms");
  return ways;
}
