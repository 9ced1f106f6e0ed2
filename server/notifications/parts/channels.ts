import type { Channel, NotificationKind, RecipientKind } from "@/db/vocabulary";

/** Channels that leave the system. */
export type OuterChannel = Exclude<Channel, "inApp">;

/** How one can be reached; "" where there is no way. */
export interface ContactWays {
  hasAccount: boolean;
  email: string;
  phone: string;
}

/** Told by text message too: somebody has to act or turn up. The rest is read in the app and in mail. */
const pressing: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "invited",
  "invitationWithdrawn",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "attendeeRemoved",
  "reminderHours",
  "meetingCancelled",
  "consultationAsked",
  "harmReported",
]);

/** Said in the station's group as well: the lead team has something to do or to know at once. Names nobody. */
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

/** Not held back at night: somebody waits at this very hour. */
const atAnyHour: ReadonlySet<NotificationKind> = new Set<NotificationKind>(["consultationAsked", "harmReported"]);

/** What is said of a session's time: the newest alone is true. */
export const timeKinds: readonly NotificationKind[] = [
  "sessionBooked",
  "sessionHeld",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "attendeeRemoved",
];
/** After these somebody believes that they are to come. */
export const comingKinds: readonly NotificationKind[] = [
  "sessionBooked",
  "sessionHeld",
  "sessionConfirmed",
  "sessionMoved",
];

export const waitsForMorning = (kind: NotificationKind): boolean => !atAnyHour.has(kind);
export const isForTheGroup = (kind: NotificationKind): boolean => forTheGroup.has(kind);

/**
 * The ways one notification takes. People with an account read it in the app and in mail, and by text message
 * when it presses or nothing else reaches them; parties and units, who have no account, by what is known of them.
 */
export function channelsOf(kind: NotificationKind, to: RecipientKind, contacts: ContactWays): Channel[] {
  const ways: Channel[] = [];
  if (to === "person" && contacts.hasAccount) ways.push("inApp");
  if (contacts.email) ways.push("email");
  const isAlone = ways.length === 0;
  if (to !== "person" || isAlone || (pressing.has(kind) && contacts.phone)) ways.push("sms");
  return ways;
}
