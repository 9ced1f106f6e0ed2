import type { NextStep, ProceedingStatus, Track } from "@/db/vocabulary";
import { addDays, dayOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";
import { afterOfficeHours, endOfOfficeDay } from "../../rules/office-hours";
import type { DayOverrides } from "../../rules/workdays";
import { isOpen } from "../lifecycle";
import type { Facts } from "../reads/facts";
import { beforeEnd } from "./stages";

export interface Step {
  step: NextStep;
  dueAt: Date;
  /** Who has to do it: the lead, the head of the committee whose seal is missing, or of the station who decides. */
  owner: "lead" | "committeeHead" | "stationHead";
}

/** When the step arises, and the rules and days off by which it falls due. */
export interface StepTime {
  now: Date;
  rules: Rules;
  overrides: DayOverrides;
}

/** The next step of a mediation while people are being gathered. */
function gatheringStep(track: Track, facts: Facts, at: StepTime): Step {
  const soon = afterOfficeHours(at.now, at.rules["step.hours"], at);
  const isPolice = track === "publicSecurity";
  const isAsked = isPolice || track === "peoples";
  const identifyOn = addDays(dayOf(at.now), at.rules["identify.days"]);
  const toIdentify: Step = { step: "identifyParty", dueAt: endOfOfficeDay(identifyOn, at), owner: "lead" };
  if (facts.isMinorUnmarked) return toIdentify;
  if (isPolice && !facts.mayMediateViolation) return { step: "findViolation", dueAt: soon, owner: "lead" };
  const known = facts.parties - facts.unidentified;
  if (isAsked && facts.noticed < known) return { step: "giveNotice", dueAt: soon, owner: "lead" };
  if (isAsked && facts.unconsented > facts.unidentified) return { step: "recordConsent", dueAt: soon, owner: "lead" };
  // Nobody can be told or asked, nor come, before it is known who they are.
  if (facts.unidentified > 0) return toIdentify;
  if (isPolice && facts.untoldGuardians > 0) return { step: "tellGuardian", dueAt: soon, owner: "lead" };
  if (facts.sessionsBooked > 0 && facts.nextSessionAt) {
    const starts = new Date(facts.nextSessionAt);
    return facts.sessionToRecord > 0 ? recordStep(starts, at) : { step: "holdSession", dueAt: starts, owner: "lead" };
  }
  if (facts.sessionsHeld > 0 && facts.heldUntil && facts.invitationsWaiting === 0)
    return { step: "confirmSession", dueAt: new Date(facts.heldUntil), owner: "lead" };
  if (facts.invitationsWaiting > 0 && facts.answerBy)
    return { step: "awaitAnswers", dueAt: new Date(facts.answerBy), owner: "lead" };
  const nobodyAsked = facts.invitationsAccepted === 0 && facts.sessionsEnded === 0;
  return { step: track === "peoples" && nobodyAsked ? "inviteForces" : "bookSession", dueAt: soon, owner: "lead" };
}

/** What a session that has begun, or is over, still needs. */
const recordStep = (startsAt: Date, at: StepTime): Step => ({
  step: "recordSession",
  dueAt: afterOfficeHours(startsAt, at.rules["record.hours"], at),
  owner: "lead",
});

/** Help is given before it is finished: somebody answers, a task is done, or a visit is recorded. */
function coordinationStep(facts: Facts, dueAt: Date): Step {
  if (facts.assignmentsAnswered > 0) return { step: "settleAssignment", dueAt, owner: "lead" };
  if (facts.invitationsWaiting > 0 && facts.answerBy)
    return { step: "awaitAnswers", dueAt: new Date(facts.answerBy), owner: "lead" };
  if (facts.assignmentsOpen > 0 && facts.assignmentDueAt)
    return { step: "awaitAssignments", dueAt: new Date(facts.assignmentDueAt), owner: "lead" };
  return { step: facts.visits + facts.assignmentsConfirmed > 0 ? "coordinate" : "visit", dueAt, owner: "lead" };
}

/**
 * What leads out where the gate has closed the track since: a session that has begun is recorded; what is not clear is made
 * clear; on the police's own track an officer first takes over the violence at home that was told; then it ends here and goes on elsewhere.
 */
function shutStep(track: Track, facts: Facts, at: StepTime): Step {
  const dueAt = afterOfficeHours(at.now, at.rules["step.hours"], at);
  if (facts.sessionsUnderWay > 0 && facts.nextSessionAt) return recordStep(new Date(facts.nextSessionAt), at);
  if (facts.isGateUnclear) return { step: "clearGate", dueAt, owner: "lead" };
  return { step: track === "publicSecurity" && facts.isTakeOverOpen ? "takeOver" : "leaveTrack", dueAt, owner: "lead" };
}

/** Who signs next, or whose seal is missing: of the first agreement, or of a renegotiated version of it. */
const signingStep = (track: Track, facts: Facts, dueAt: Date): Step =>
  facts.unsignedParties === 0 && facts.mediatorSigned && track === "peoples"
    ? { step: "sealAgreement", dueAt, owner: "committeeHead" }
    : { step: "collectSignatures", dueAt, owner: "lead" };

/**
 * What has to happen next, by when and by whom. Null only when the proceeding is archived. What this office has to do is
 * due while it is open; a session when it begins, an answer when it was asked for.
 */
export const nextStepOf = (track: Track, status: ProceedingStatus, facts: Facts, at: StepTime): Step | null =>
  decisionOf(status, facts, at) ?? ownStepOf(track, status, facts, at);

/** What a head has to decide before anything else; what the lead has to do waits behind it (`ownStepOf`). */
export function decisionOf(status: ProceedingStatus, facts: Facts, at: StepTime): Step | null {
  const { now, rules } = at;
  const soon = afterOfficeHours(now, rules["step.hours"], at);
  if (facts.applicationsWaiting > 0 && isOpen(status)) {
    const dueAt = afterOfficeHours(now, rules["settlement.decideHours"], at);
    return { step: "decideSettlement", dueAt, owner: "stationHead" };
  }
  if (facts.leadNamer && isOpen(status)) return { step: "nameLead", dueAt: soon, owner: facts.leadNamer };
  // Nothing stops meanwhile (程序规定 24), but this is what somebody waits for.
  if (facts.leadRequestBy && facts.leadRequestDecider && isOpen(status))
    return { step: "decideLeadRequest", dueAt: new Date(facts.leadRequestBy), owner: facts.leadRequestDecider };
  return null;
}

/** What there is to do where no head decides first. */
export function ownStepOf(track: Track, status: ProceedingStatus, facts: Facts, at: StepTime): Step | null {
  const { now, rules } = at;
  const soon = afterOfficeHours(now, rules["step.hours"], at);
  // Before its end a shut gate holds everything up.
  if (facts.gateShut && (beforeEnd as readonly ProceedingStatus[]).includes(status)) return shutStep(track, facts, at);
  switch (status) {
    case "archived":
      return null;
    case "closed":
      return { step: "archive", dueAt: endOfOfficeDay(addDays(dayOf(now), rules["archive.days"]), at), owner: "lead" };
    case "performed":
      if (facts.ledgerContests > 0) return { step: "watchPerformance", dueAt: soon, owner: "lead" };
      return facts.visits > 0
        ? { step: "close", dueAt: soon, owner: "lead" }
        : { step: "visit", dueAt: endOfOfficeDay(addDays(dayOf(now), rules["visit.afterDays"]), at), owner: "lead" };
    case "performing":
      if (facts.agreementStatus === "draft") return { step: "draftAgreement", dueAt: soon, owner: "lead" };
      if (facts.agreementStatus === "signing") return signingStep(track, facts, soon);
      if (facts.followUpOn)
        return {
          step: "followBreach",
          dueAt: endOfOfficeDay(followUpDay(facts.followUpOn, facts, at), at),
          owner: "lead",
        };
      return {
        step: "watchPerformance",
        dueAt: facts.nextDueOn ? endOfOfficeDay(facts.nextDueOn, at) : soon,
        owner: "lead",
      };
    case "signing":
      return signingStep(track, facts, soon);
    case "agreed":
      return { step: "draftAgreement", dueAt: soon, owner: "lead" };
    // No default: a new status does not compile until it has a step.
    case "accepted":
    case "convening":
    case "scheduled":
    case "mediating":
      if (track === "onScene") return { step: "close", dueAt: soon, owner: "lead" };
      if (track === "coordination") return coordinationStep(facts, soon);
      if (track === "transfer") return { step: "handOver", dueAt: soon, owner: "lead" };
      return gatheringStep(track, facts, at);
  }
}

/** A breach is looked at again before the parties lose the way to the court's confirmation. */
function followUpDay(followUpOn: string, { inForce }: Facts, { now }: StepTime): string {
  const clock = inForce?.confirmation;
  if (!clock || clock.stoppedOn || clock.dueOn < dayOf(now)) return followUpOn;
  return clock.dueOn < followUpOn ? clock.dueOn : followUpOn;
}
