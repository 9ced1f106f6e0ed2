import type { NextStep } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";
import type { StepDetail } from "@/server/disputes/reads/step-detail";

interface StepPlace {
  tab: string;
  acts: readonly Action[];
  /** Where the lead does it, if that is a different page. */
  leadTab?: string;
}

/** Where a step is done: the part of the dispute's page, and the acts that do it. */
const places: Record<NextStep, StepPlace> = {
  triage: { tab: "#triage", acts: ["dispute.triage"] },
  giveNotice: { tab: "/parties", acts: ["notice.give"] },
  recordConsent: { tab: "/parties", acts: ["consent.record"] },
  identifyParty: { tab: "/parties", acts: ["party.amend"] },
  inviteForces: { tab: "#board", leadTab: "/convene", acts: ["convening.send", "invitation.send"] },
  awaitAnswers: { tab: "#board", acts: ["invitation.send"] },
  confirmSession: { tab: "/sessions", acts: ["session.confirm"] },
  bookSession: { tab: "/sessions", leadTab: "/convene", acts: ["convening.send", "session.book"] },
  holdSession: { tab: "/sessions", leadTab: "/desk", acts: ["session.record", "session.move"] },
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
  findViolation: { tab: "/violation", acts: ["violation.find"] },
  tellGuardian: { tab: "/violation", acts: ["guardian.summon"] },
  decideSettlement: { tab: "/violation", acts: ["settlement.decide"] },
  nameLead: { tab: "/board", acts: ["lead.set"] },
  decideLeadRequest: { tab: "#leadRequests", acts: ["leadRequest.decide"] },
  handOver: { tab: "/dossier", acts: ["proceeding.close"] },
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

/** The address where the step of this dispute is done, by its lead or by another member of staff. */
export function stepHref(disputeId: string, step: NextStep, isLead: boolean, detail: StepDetail | null): string {
  const { tab, leadTab } = isRunning(step, detail) ? places.holdSession : places[step];
  return `/disputes/${disputeId}${(isLead && leadTab) || tab}`;
}

/** True if a person with these acts may do the step. */
export const canDoStep = (step: NextStep, allowed: readonly Action[]): boolean =>
  places[step].acts.some((act) => allowed.includes(act));
