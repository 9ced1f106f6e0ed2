/**
 * Every enumerated word of the system, as plain lists. Imports nothing but lists, so that a
 * client file may use it. Tables, Zod inputs, labels and types all follow from here.
 */

export * from "./vocabulary-agreements";
export * from "./vocabulary-clocks";
export * from "./vocabulary-convening";
export * from "./vocabulary-gate";
export * from "./vocabulary-papers";
export * from "./vocabulary-people";
export * from "./vocabulary-points";
export * from "./vocabulary-steps";
export * from "./vocabulary-violations";

/** Roles. A person has exactly one. */
export const roles = [
  "mediator",
  "committeeHead",
  "expert",
  "gridMember",
  "officer",
  "stationHead",
  "county",
  "admin",
] as const;
export type Role = (typeof roles)[number];

/**
 * How an actor stands to a proceeding, or before triage to the dispute. `committee` and `station` are the organisation
 * whose line the proceeding is; `otherLine` is the station where the committee mediates; `formerLead` led a proceeding
 * that has ended, and `successor` leads a later one of the same dispute on the same line.
 */
export const relations = [
  "lead",
  "committee",
  "station",
  "invited",
  "joined",
  "party",
  "formerLead",
  "successor",
  "otherLine",
] as const;
export type Relation = (typeof relations)[number];

/** On what ground a matter is closed to all but those who work on it (app/_restricted/law.ts names the law). */
export const restrictionGrounds = ["minor", "privacy", "tradeSecret", "partyRequest", "violationRecord"] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/** A reading window approved by a head of the other duty, or one opened at once by two people. */
export const windowKinds = ["approved", "emergency"] as const;
export type WindowKind = (typeof windowKinds)[number];

/** What the review of an emergency window found. */
export const windowReviews = ["inOrder", "complaint"] as const;
export type WindowReview = (typeof windowReviews)[number];

/** The tracks, which the law treats differently. A change of track is a new proceeding. */
export const tracks = ["onScene", "publicSecurity", "peoples", "coordination", "transfer"] as const;
export type Track = (typeof tracks)[number];

/** Statuses of a proceeding; the lifecycle table says which ones a track uses. */
export const proceedingStatuses = [
  "accepted",
  "convening",
  "scheduled",
  "mediating",
  "agreed",
  "signing",
  "performing",
  "performed",
  "closed",
  "archived",
] as const;
export type ProceedingStatus = (typeof proceedingStatuses)[number];

/** Why a proceeding ended. */
export const outcomes = [
  "agreedWritten",
  "agreedOral",
  "partial",
  "settledWithdrawn",
  "unreachable",
  "refused",
  "deadlock",
  "expired",
  "unsigned",
  "transferred",
  "assisted",
  "calmed",
  "publicSecurityPerformed",
  "publicSecurityToPenalty",
  "breached",
  "partlyPerformed",
  "publicSecuritySettled",
  "notViolation",
  "obligorDead",
  "obligorGone",
  "merged",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a dispute was not accepted at triage. */
export const nonAcceptanceReasons = [
  "judgedByCourt",
  "acceptedElsewhere",
  "reservedByLaw",
  "familyViolence",
  "partyUnwilling",
  "outsideArea",
] as const;
export type NonAcceptanceReason = (typeof nonAcceptanceReasons)[number];

/** Where else a party can go; told when mediation ends without agreement (人民调解法 26). */
export const otherRoutes = [
  "arbitration",
  "administration",
  "court",
  "police",
  "petition",
  "peoplesMediation",
] as const;
export type OtherRoute = (typeof otherRoutes)[number];

export const disputeTypes = [
  "neighbour",
  "family",
  "housing",
  "contract",
  "lending",
  "business",
  "damages",
  "land",
  "demolition",
  "environment",
  "migrantWages",
  "labour",
  "tourism",
  "eCommerce",
  "consumer",
  "medical",
  "traffic",
  "property",
  "other",
] as const;
export type DisputeType = (typeof disputeTypes)[number];

/** Three colours, each with an owner: officer, duty leader, station head. */
export const riskLevels = ["green", "amber", "red"] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const partyKinds = ["person", "organisation", "unidentified"] as const;
export type PartyKind = (typeof partyKinds)[number];

export const partyStandings = ["applicant", "respondent", "thirdParty"] as const;
export type PartyStanding = (typeof partyStandings)[number];

/** How a party leaves a matter; "merged": two rows were one person, and the other row stays. */
export const partyExitKinds = ["died", "gone", "dissolved", "left", "merged"] as const;
export type PartyExitKind = (typeof partyExitKinds)[number];

/** What two matters have to do with each other; the follow-up is the one that names the earlier one. */
export const disputeLinkKinds = ["samePeople", "samePlace", "followUp", "crossClaim"] as const;
export type DisputeLinkKind = (typeof disputeLinkKinds)[number];

/** What an heir answers who is told of what the deceased owed or was owed (民法典 1124、1161). */
export const heirAnswers = ["stepsIn", "renounces"] as const;
export type HeirAnswer = (typeof heirAnswers)[number];

/** People linked to a party; never parties themselves. */
export const partyLinkKinds = ["representative", "agent", "guardian", "helper"] as const;
export type PartyLinkKind = (typeof partyLinkKinds)[number];

export const yesNoUnclear = ["yes", "no", "unclear"] as const;
export type YesNoUnclear = (typeof yesNoUnclear)[number];

/** "agreement": a party's own yes to an oral agreement, recorded when it takes effect. */
export const consentSubjects = [
  "mediation",
  "inviteForce",
  "invitePerson",
  "extension",
  "agreement",
  "confirmation",
  "bothSides",
] as const;
export type ConsentSubject = (typeof consentSubjects)[number];

export const consentAnswers = ["agreed", "refused"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

export const noticeMeans = ["read", "paper", "phone"] as const;
export type NoticeMeans = (typeof noticeMeans)[number];

/** Default eight forces and the open ninth; the county's table decides what is shown. */
export const defaultForceCodes = [
  "townCadre",
  "villageCadre",
  "courtStaff",
  "lawyer",
  "justiceOffice",
  "propertyManager",
  "securityActivist",
  "enforcementTeam",
  "other",
] as const;

export const invitationStatuses = ["sent", "seen", "accepted", "declined", "expired", "withdrawn", "recused"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export const declineReasons = ["busy", "conflict", "away", "notMyField", "other", "deputised"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const pointKinds = [
  "station",
  "committeeRoom",
  "villageUnit",
  "specialtyRoom",
  "enterprisePoint",
  "lookout",
] as const;
export type PointKind = (typeof pointKinds)[number];

export const sessionKinds = ["joint", "caucus"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const sessionStatuses = ["booked", "ended", "cancelled"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionResults = ["agreed", "partlyAgreed", "adjourned", "failed"] as const;
export type SessionResult = (typeof sessionResults)[number];

export const attendances = ["expected", "present", "absent"] as const;
export type Attendance = (typeof attendances)[number];

/** A video session keeps the room its host sits in; the link is shown only to those invited. */
export const sessionModes = ["onSite", "video"] as const;
export type SessionMode = (typeof sessionModes)[number];

export const slotResources = ["room", "person"] as const;
export type SlotResource = (typeof slotResources)[number];

/** Confidentiality of a note. */
export const lanes = ["open", "joint", "side", "mediator", "sealed"] as const;
export type Lane = (typeof lanes)[number];

/** As an identity card says it; papers name it beside a party. */
export const sexes = ["male", "female"] as const;
export type Sex = (typeof sexes)[number];

export const satisfactions = ["satisfied", "fair", "dissatisfied"] as const;
export type Satisfaction = (typeof satisfactions)[number];

export const retentionClasses = ["permanent", "long", "short"] as const;
export type RetentionClass = (typeof retentionClasses)[number];

export const actorKinds = ["person", "system"] as const;
export type ActorKind = (typeof actorKinds)[number];

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
