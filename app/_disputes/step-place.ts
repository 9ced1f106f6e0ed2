import type { NextStep } from "@/db/vocabulary";
import type { Action } from "@/server/access/policy";

/** Where a step is done: the part of the dispute's page, and the acts that do it. */
const places: Record<NextStep, { tab: string; acts: readonly Action[] }> = {
  triage: { tab: "#triage", acts: ["dispute.triage"] },
  giveNotice: { tab: "/parties", acts: ["notice.give"] },
  recordConsent: { tab: "/parties", acts: ["consent.record"] },
  inviteForces: { tab: "#board", acts: ["invitation.send"] },
  awaitAnswers: { tab: "#board", acts: ["invitation.send"] },
  bookSession: { tab: "/sessions", acts: ["session.book"] },
  holdSession: { tab: "/sessions", acts: ["session.record", "session.move"] },
  recordSession: { tab: "/sessions", acts: ["session.record"] },
  draftAgreement: { tab: "/agreement", acts: ["agreement.draft"] },
  collectSignatures: { tab: "/agreement", acts: ["agreement.sign"] },
  sealAgreement: { tab: "/agreement", acts: ["agreement.seal"] },
  watchPerformance: { tab: "/performance", acts: ["performance.record", "performance.urge"] },
  visit: { tab: "/performance", acts: ["visit.record"] },
  close: { tab: "/dossier", acts: ["proceeding.close"] },
  archive: { tab: "/dossier", acts: ["proceeding.archive"] },
  coordinate: { tab: "/dossier", acts: ["proceeding.close"] },
  handOver: { tab: "/dossier", acts: ["proceeding.close"] },
};

/** The address where the step of this dispute is done. */
export const stepHref = (disputeId: string, step: NextStep): string => `/disputes/${disputeId}${places[step].tab}`;

/** May somebody with these acts do the step? */
export const canDoStep = (step: NextStep, allowed: readonly Action[]): boolean =>
  places[step].acts.some((act) => allowed.includes(act));
