import type { Facts } from "../disputes/reads/facts";
import { type Rules, ruleDefaults } from "../rules/defaults";

/** The rules as they are while no county has set its own. */
export const defaultRules = Object.fromEntries(
  Object.entries(ruleDefaults).map(([key, rule]) => [key, rule.value]),
) as Rules;

/** A dispute of two parties that was just accepted: nobody is informed, nobody has agreed, nothing is booked. */
export const freshFacts: Facts = {
  parties: 2,
  unidentified: 0,
  isMinorUnmarked: false,
  noticed: 0,
  unconsented: 2,
  gateShut: null,
  isGateUnclear: false,
  isTakeOverOpen: false,
  isActorRecused: false,
  leadNamer: null,
  invitationsWaiting: 0,
  invitationsAccepted: 0,
  answerBy: null,
  sessionsBooked: 0,
  sessionsHeld: 0,
  heldUntil: null,
  sessionsEnded: 0,
  nextSessionAt: null,
  sessionToRecord: 0,
  sessionsUnderWay: 0,
  agreementStatus: null,
  agreementForm: null,
  formInForce: null,
  unboundParties: 0,
  obligations: 0,
  openObligations: 0,
  ledgerContests: 0,
  unsaidLiability: 0,
  nextDueOn: null,
  followUpOn: null,
  unsignedParties: null,
  mediatorSigned: false,
  isActorSealer: false,
  sealed: false,
  visits: 0,
  firstSessionOn: null,
  sessionsBefore: 0,
  carriedSince: null,
  clocks: [],
  inForce: null,
  isMinorViolation: true,
  mayMediateViolation: true,
  untoldGuardians: 0,
  applicationsWaiting: 0,
  leadRequestBy: null,
  leadRequestDecider: "committeeHead",
  assignmentsOpen: 0,
  assignmentsAnswered: 0,
  assignmentsConfirmed: 0,
  assignmentDueAt: null,
  sessionsMax: 2,
};

/** The same, once both parties are informed of their rights and willing. */
export const willingFacts: Facts = { ...freshFacts, noticed: 2, unconsented: 0 };
