/** The words of convening: panels, ties, times, calendars, notifications, the session desk, duty. Imported through `db/vocabulary.ts`. */

/** How much a force is wanted for a type of dispute; "none" takes a default away. */
export const panelNeeds = ["required", "optional", "none"] as const;
export type PanelNeed = (typeof panelNeeds)[number];

/** What ties a helper to a party; any of them makes them ineligible until every party has waived it. */
export const tieKinds = [
  "kin",
  "sameEmployer",
  "earlierCounsel",
  "failedAttempt",
  "objection",
  "other",
  "samePhone",
] as const;
export type TieKind = (typeof tieKinds)[number];

export const tieSources = ["recorded", "disclosed"] as const;
export type TieSource = (typeof tieSources)[number];

/** When a party can come; told to the mediator alone. */
export const partyTimeKinds = ["cannot", "reluctant", "only"] as const;
export type PartyTimeKind = (typeof partyTimeKinds)[number];

/** A helper's own weekly hours: gladly, or only if need be. */
export const availabilityMoods = ["free", "reluctant"] as const;
export type AvailabilityMood = (typeof availabilityMoods)[number];

export const absenceKinds = ["leave", "court", "blocked"] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** How something was said that came by no message of ours: an invitee's answer, a party told of a session. */
export const spokenMeans = ["phone", "inPerson"] as const;
export type SpokenMeans = (typeof spokenMeans)[number];

/** What a party who was told of a session said to it. */
export const tellingAnswers = ["coming", "notComing", "unclear"] as const;
export type TellingAnswer = (typeof tellingAnswers)[number];

export const meetingStatuses = ["booked", "held", "cancelled"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** Status of a calendar entry, as clients know it (RFC 5545 STATUS). */
export const entryStatuses = ["tentative", "confirmed", "cancelled"] as const;
export type EntryStatus = (typeof entryStatuses)[number];

export const channels = ["inApp", "email", "sms", "wecom", "dingtalk"] as const;
export type Channel = (typeof channels)[number];

export const deliveryStatuses = ["queued", "sending", "sent", "failed", "suppressed"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** "outsider": whoever is asked to interpret and has no place in the county, known by their name and phone alone. */
export const recipientKinds = ["person", "party", "unit", "outsider"] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Kinds of notifications; their texts are in the catalogues and name no fact of a dispute. */
export const notificationKinds = [
  "invited",
  "invitationAnswered",
  "answerRecorded",
  "invitationExpired",
  "invitationWithdrawn",
  "timesProposed",
  "interpreterAsked",
  "tieDisclosed",
  "tieWaived",
  "substituteInvited",
  "noSubstitute",
  "unitSilent",
  "linkLocked",
  "signingRefused",
  "sessionBooked",
  "sessionHeld",
  "sessionConfirmed",
  "sessionMoved",
  "sessionCancelled",
  "holdExpired",
  "attendeeRemoved",
  "sessionAtRisk",
  "sessionLeft",
  "leadChanged",
  "officeMerged",
  "relapse",
  "transferOffered",
  "transferWithdrawn",
  "transferAnswered",
  "transferEnded",
  "reminderDay",
  "reminderHours",
  "videoLinkSet",
  "meetingPlanned",
  "meetingCancelled",
  "consultationAsked",
  "consultationAnswered",
  "harmReported",
  "unusualLookups",
  "workFailed",
  "accessRequested",
  "accessDecided",
  "windowAsked",
  "windowDecided",
  "emergencyAsked",
  "emergencyOpened",
  "emergencyReviewed",
  "restrictionChanged",
  "mergeChanged",
  "redRisk",
  "amberRisk",
  "settlementAsked",
  "settlementDecided",
  "assistantNamed",
  "leadRequested",
  "leadRequestDecided",
  "helperRecused",
  "leadTied",
  "clueAnswered",
  "instructionGiven",
  "instructionAnswered",
  "assignmentGiven",
  "assignmentAnswered",
  "assignmentSettled",
  "roleChanged",
  "clueHandedUp",
  "clueUnanswered",
  "instructionOverdue",
  "clueArrived",
  "clueAtStation",
  "obligationDueSoon",
  "obligationDueToday",
  "revisitDrawn",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Columns of the session desk. */
export const cardKinds = ["claim", "issue", "fact", "proposal", "note"] as const;
export type CardKind = (typeof cardKinds)[number];

export const cardStates = ["live", "agreed", "withdrawn"] as const;
export type CardState = (typeof cardStates)[number];

export const pollStatuses = ["open", "deal", "noDeal", "cancelled"] as const;
export type PollStatus = (typeof pollStatuses)[number];

export const fileKinds = ["photo", "audio", "document"] as const;
export type FileKind = (typeof fileKinds)[number];

/** Why what was said in confidence had to be told: the one exception to a private lane. */
export const harmKinds = ["violence", "selfHarm", "crime", "minorAtRisk", "other"] as const;
export type HarmKind = (typeof harmKinds)[number];

export const consultationStatuses = ["waiting", "answered", "closed"] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];
