import type { NextStep, ProceedingStatus } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import type { StepDetail } from "@/server/disputes/reads/step-detail";

interface StepPlace {
  /** The page of the dispute, a part of its overview (#…) or a dialog of its ⋯ menu (?do=…) that has what does the step. */
  tab: string;
  acts: readonly Action[];
  /** Where the lead does it, if that is a different page. */
  leadTab?: string;
  /** The act that the button itself does: nobody has to go anywhere. */
  press?: "invitation.remind";
}

/**
 * Where a step is done, and the acts that do it. Every button does its act or leads to what does it; step-place.test.ts
 * refuses one behind which there is nothing to do.
 */
export const stepPlaces: Readonly<Record<NextStep, StepPlace>> = {
  triage: { tab: "#triage", acts: ["dispute.triage"] },
  giveNotice: { tab: "/parties", acts: ["notice.give"] },
  recordConsent: { tab: "/parties", acts: ["consent.record"] },
  identifyParty: { tab: "/parties", acts: ["party.amend"] },
  inviteForces: { tab: "#board", leadTab: "/convene", acts: ["convening.send", "invitation.send"] },
  awaitAnswers: { tab: "", acts: ["invitation.remind"], press: "invitation.remind" },
  confirmSession: { tab: "/sessions", acts: ["session.confirm"] },
  bookSession: { tab: "/sessions", leadTab: "/convene", acts: ["convening.send", "session.book"] },
  holdSession: { tab: "/sessions", leadTab: "/desk", acts: ["session.record", "session.tell"] },
  recordSession: { tab: "/sessions", acts: ["session.record"] },
  draftAgreement: { tab: "/agreement", acts: ["agreement.draft"] },
  collectSignatures: { tab: "/agreement", acts: ["agreement.sign"] },
  sealAgreement: { tab: "/agreement", acts: ["agreement.seal"] },
  watchPerformance: { tab: "/performance", acts: ["performance.record", "performance.urge"] },
  followBreach: { tab: "/performance", acts: ["performance.breach", "proceeding.end"] },
  visit: { tab: "/performance", acts: ["visit.record"] },
  close: { tab: "/dossier", acts: ["proceeding.close"] },
  archive: { tab: "/dossier", acts: ["proceeding.archive"] },
  coordinate: { tab: "/dossier", acts: ["proceeding.close"] },
  awaitAssignments: { tab: "#assignments", acts: ["assignment.settle"] },
  settleAssignment: { tab: "#assignments", acts: ["assignment.settle"] },
  findViolation: { tab: "/violation", acts: ["violation.find"] },
  tellGuardian: { tab: "/violation", acts: ["guardian.summon"] },
  decideSettlement: { tab: "/violation", acts: ["settlement.decide"] },
  nameLead: { tab: "?do=lead.set", acts: ["lead.set"] },
  decideLeadRequest: { tab: "#leadRequests", acts: ["leadRequest.decide"] },
  handOver: { tab: "/dossier", acts: ["proceeding.close"] },
  clearGate: { tab: "#gate", acts: ["gate.answer"] },
  takeOver: { tab: "#gate", acts: ["gate.takeOver"] },
  leaveTrack: { tab: "?do=proceeding.end", acts: ["proceeding.end"] },
};

/** True for the step of a session that is running; it is done at the desk, not in the record. */
export const isRunning = (step: NextStep, detail: StepDetail | null): boolean =>
  step === "recordSession" && detail?.session?.isRunning === true;

/** The step as of now: a session whose time has passed without the desk being used has to be recorded. */
export function stepAt(step: NextStep, detail: StepDetail | null, now: Date): NextStep {
  return step === "holdSession" && detail?.session && Date.parse(detail.session.endsAt) <= now.getTime()
    ? "recordSession"
    : step;
}

/** A visit before anything was performed is how help is given (coordination), not how it is looked after. */
export const isHelp = (step: NextStep, status: ProceedingStatus | null): boolean =>
  step === "visit" && status !== "performed";

/** The address where the step of this dispute is done, by its lead or by another member of staff. */
export function stepHref(disputeId: string, step: NextStep, isLead: boolean, detail: StepDetail | null): string {
  const { tab, leadTab } = isRunning(step, detail) ? stepPlaces.holdSession : stepPlaces[step];
  return `/disputes/${disputeId}${(isLead && leadTab) || tab}`;
}

/** True if a person with these acts may do the step. */
export const canDoStep = (step: NextStep, allowed: readonly Action[]): boolean =>
  stepPlaces[step].acts.some((act) => allowed.includes(act));

/** The word of the button that leads to the step: the desk is entered on the day of the session, by its lead. */
export function stepVerb(
  step: NextStep,
  { detail, status, isAtDesk }: { detail: StepDetail | null; status: ProceedingStatus | null; isAtDesk: boolean },
): NextStep | "running" | "enterDesk" | "recordHelp" {
  if (isRunning(step, detail)) return "running";
  if (step === "holdSession" && isAtDesk) return "enterDesk";
  return isHelp(step, status) ? "recordHelp" : step;
}
