/** Words of the gate: how a dispute came in, what is asked, who answered when, and the steps that follow. Imports nothing. */

/** What the gate asks of every dispute; the first seven are asked when it is registered. */
export const gateQuestions = [
  "injury",
  "threat",
  "familyViolence",
  "livelihood",
  "judgedByCourt",
  "inCourt",
  "acceptedElsewhere",
  "propertyDamage",
  "hasMinor",
  "isViolation",
] as const;
export type GateQuestion = (typeof gateQuestions)[number];

/** When an answer was given: at registration, at triage, or when something unclear was made clear. */
export const answerMoments = ["registration", "triage", "later"] as const;
export type AnswerMoment = (typeof answerMoments)[number];

/** Steps that an answer of the gate asks for: something unclear to be made clear, and the police's route on family violence. */
export const gateStepKinds = ["clarify", "takeOver", "warningLetter", "protectionOrder", "shelter"] as const;
export type GateStepKind = (typeof gateStepKinds)[number];

/** What came of such a step. */
export const gateStepResults = ["answered", "takenOver", "done", "declined", "notNeeded"] as const;
export type GateStepResult = (typeof gateStepResults)[number];

/** What a dispute's own record answers, so that nobody is asked. */
export const gateRecords = [
  "minorParty",
  "publicSecurityCase",
  "otherCommittee",
  "otherBody",
  "courtEntrusted",
] as const;
export type GateRecord = (typeof gateRecords)[number];

/**
 * How a dispute came in. A court refers before it has filed the case (`courtReferral`, 委派) or entrusts one that it has filed
 * (`courtEntrusted`, 委托).
 */
export const sources = [
  "walkIn",
  "phone",
  "policeCall",
  "grid",
  "courtReferral",
  "ownInitiative",
  "otherDepartment",
  "courtEntrusted",
  "procuratorate",
  "petitionOffice",
  "hotline12345",
  "online",
  "communityGroup",
  "enterpriseOfficer",
  "sweep",
] as const;
export type Source = (typeof sources)[number];
