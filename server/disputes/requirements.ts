import type { CourtStep } from "@/db/vocabulary";
import { conflict, type Problem, type ProblemParams } from "../kernel/problem";
import type { ClockFacts, Facts } from "./reads/facts";

/** Named conditions of the lifecycle table: does the proceeding meet them? Codes double as problem codes. */
const requirements = {
  /** Whoever is tied to a party does nothing that binds until every party has said it does not mind: they hand over. */
  actorUntied: (f) => !f.isActorRecused,
  /** What was answered since the track was opened does not close it: nothing is called together, agreed or signed behind a closed gate. */
  gateOpen: (f) => f.gateShut === null,
  /** The gate was told that a minor is involved, or may be: it is made clear and marked who, so that their guardian is told and asked (民法典 19、20). */
  minorMarked: (f) => !f.isMinorUnmarked,
  /** Everybody was told and agrees: a person nobody knows is found and told later, and until then nothing is booked. */
  everyPartyConsented: (f) => f.noticed >= f.parties && f.unconsented === 0,
  clausesWritten: (f) => f.obligations > 0,
  /** Nobody is bound whom nobody knows, and no minor without whoever may act for them (民法典 19、20). */
  partiesBindable: (f) => f.unboundParties === 0,
  /** Several debtors of one sum owe it jointly or by share, and the paper says so (民法典 517、518). */
  liabilitySaid: (f) => f.unsaidLiability === 0,
  /** What is in force is not written on or signed again: a version of it is begun first, and one at a time. */
  renegotiated: (f) => f.agreementStatus !== "effective",
  nothingOutForSigning: (f) => f.agreementStatus !== "signing",
  nothingDrafted: (f) => f.agreementStatus === "effective",
  oralAgreement: (f) => f.agreementForm === "oral",
  everyPartySigned: (f) => f.unsignedParties === 0,
  mediatorSigned: (f) => f.mediatorSigned,
  noOpenObligation: (f) => f.openObligations === 0,
  /** What somebody denies or claims is cleared up first: nothing is closed as performed over it. */
  ledgerUncontested: (f) => f.ledgerContests === 0,
  visited: (f) => f.visits > 0,
  /** Tasks are confirmed or dropped first, with a reason: what was promised is not left open behind the end. */
  assignmentsSettled: (f) => f.assignmentsOpen + f.assignmentsAnswered === 0,
  /** Help was given: somebody visited, or a task was done and confirmed. */
  helped: (f) => f.visits + f.assignmentsConfirmed > 0,
  minorViolation: (f) => f.isMinorViolation,
  violationMediable: (f) => f.mayMediateViolation,
  guardiansTold: (f) => f.untoldGuardians === 0,
  settlementDecided: (f) => f.applicationsWaiting === 0,
  /** Police mediation takes place once, a second time if needed (程序规定 183), whichever station has the matter. */
  sessionsLeft: (f) => f.sessionsBefore + f.sessionsEnded + f.sessionsBooked + f.sessionsHeld < f.sessionsMax,
  /** Nobody takes a matter away from a session: it is recorded, or called off, by whoever has it first. */
  noSessionUnderWay: (f) => f.sessionsUnderWay === 0,
  /** Nobody has applied, or the court dismissed it or it was taken back: within the same days all may apply anew. */
  confirmationOpen: (f) => f.inForce !== null && (!f.inForce.confirmation?.stoppedOn || isBack(f.inForce.confirmation)),
  /** All applied, and the court has not decided yet. */
  confirmationApplied: (f) => isBeforeCourt(f.inForce?.confirmation ?? null),
  clockRuns: (f) => f.clocks.some((clock) => !clock.stoppedOn && !clock.pausedOn),
  clockPaused: (f) => f.clocks.some((clock) => !clock.stoppedOn && clock.pausedOn !== null),
} as const satisfies Record<string, (facts: Facts) => boolean>;

const decided: readonly CourtStep[] = ["confirmed", "dismissed", "withdrawn"];
const isBeforeCourt = (clock: ClockFacts | null): boolean =>
  Boolean(clock?.stoppedOn) && !(clock?.court && decided.includes(clock.court.step));

const isBack = ({ court }: ClockFacts): boolean => court?.step === "dismissed" || court?.step === "withdrawn";

export type Requirement = keyof typeof requirements;

/** What the sentence of a refusal names. No other value goes with it: why a gate is shut is for those who run into it alone. */
const named: Partial<Record<Requirement, (facts: Facts) => ProblemParams>> = {
  gateOpen: (f) => ({ question: f.gateShut ?? "" }),
  everyPartyConsented: (f) => ({ unconsented: f.unconsented }),
  everyPartySigned: (f) => ({ unsigned: f.unsignedParties ?? 0 }),
  noOpenObligation: (f) => ({ open: f.openObligations }),
  ledgerUncontested: (f) => ({ contests: f.ledgerContests }),
  assignmentsSettled: (f) => ({ tasks: f.assignmentsOpen + f.assignmentsAnswered }),
};

/** The first requirement not met, as the problem to show, or null. */
export function unmet(needs: readonly Requirement[], facts: Facts): Problem | null {
  const missing = needs.find((need) => !requirements[need](facts));
  return missing ? conflict(`needs.${missing}`, named[missing]?.(facts)) : null;
}
