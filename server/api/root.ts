import type * as z from "zod";
import { type Action, policy } from "../access/policy";
import { accessRequestsRouter } from "../access-requests/router";
import { accountRouter } from "../account/router";
import { agreementsRouter } from "../agreements/router";
import { approvalsRouter } from "../approvals/router";
import { assignmentsRouter } from "../assignments/router";
import { auditRouter } from "../audit/router";
import { availabilityRouter } from "../availability/router";
import { calendarsRouter } from "../calendars/router";
import { callsRouter, cluesRouter } from "../calls/router";
import { clocksRouter } from "../clocks/router";
import { consentsRouter } from "../consents/router";
import { consultationsRouter } from "../consultations/router";
import { conveningRouter } from "../convening/router";
import { depositsRouter } from "../deposits/router";
import { deskRouter } from "../desk/router";
import { disputesRouter } from "../disputes/router";
import { dossierRouter } from "../dossier/router";
import { dutyLeadersRouter } from "../duty-leaders/router";
import { electionsRouter } from "../elections/router";
import { filesRouter } from "../files/router";
import { forcesRouter } from "../forces/router";
import { handoversRouter } from "../handovers/router";
import { instructionsRouter } from "../instructions/router";
import { interpretersRouter } from "../interpreters/router";
import { invitationsRouter } from "../invitations/router";
import { workRouter } from "../jobs/router";
import { linksRouter } from "../links/router";
import { mergingRouter } from "../merging/router";
import { notesRouter } from "../notes/router";
import { notificationsRouter } from "../notifications/router";
import { numbersRouter } from "../numbers/router";
import { opinionsRouter } from "../opinions/router";
import { panelRouter } from "../panel/router";
import { papersRouter } from "../papers/router";
import { peopleRouter } from "../people/router";
import { performanceRouter } from "../performance/router";
import { placesRouter } from "../places/router";
import { pointsRouter } from "../points/router";
import { revisitsRouter } from "../revisits/router";
import { sealedPapersRouter } from "../sealed-papers/router";
import { sessionsRouter } from "../sessions/router";
import { settingsRouter } from "../settings/router";
import { signingRouter } from "../signing/router";
import { slipsRouter } from "../slips/router";
import { statisticsRouter } from "../statistics/router";
import { subsidiesRouter } from "../subsidies/router";
import { townHallsRouter } from "../town-halls/router";
import { router } from "../trpc/init";
import { violationsRouter } from "../violations/router";
import { windowsRouter } from "../windows/router";

export const appRouter = router({
  account: accountRouter,
  accessRequests: accessRequestsRouter,
  windows: windowsRouter,
  approvals: approvalsRouter,
  forces: forcesRouter,
  people: peopleRouter,
  places: placesRouter,
  sessions: sessionsRouter,
  settings: settingsRouter,
  numbers: numbersRouter,
  notes: notesRouter,
  files: filesRouter,
  disputes: disputesRouter,
  dutyLeaders: dutyLeadersRouter,
  elections: electionsRouter,
  instructions: instructionsRouter,
  revisits: revisitsRouter,
  assignments: assignmentsRouter,
  interpreters: interpretersRouter,
  clocks: clocksRouter,
  handovers: handoversRouter,
  consents: consentsRouter,
  violations: violationsRouter,
  invitations: invitationsRouter,
  links: linksRouter,
  merging: mergingRouter,
  calls: callsRouter,
  clues: cluesRouter,
  overview: statisticsRouter,
  agreements: agreementsRouter,
  signing: signingRouter,
  performance: performanceRouter,
  dossier: dossierRouter,
  papers: papersRouter,
  points: pointsRouter,
  sealedPapers: sealedPapersRouter,
  slips: slipsRouter,
  subsidies: subsidiesRouter,
  panel: panelRouter,
  convening: conveningRouter,
  availability: availabilityRouter,
  calendars: calendarsRouter,
  townHalls: townHallsRouter,
  notifications: notificationsRouter,
  deposits: depositsRouter,
  desk: deskRouter,
  consultations: consultationsRouter,
  opinions: opinionsRouter,
  work: workRouter,
  audit: auditRouter,
});

export type AppRouter = typeof appRouter;

export interface Procedure {
  path: string;
  isWrite: boolean;
  /** The action of the policy; undefined for those of people without an account. */
  action: Action | undefined;
  entry: "link" | undefined;
  inputs: readonly z.ZodType[];
}

interface Definition {
  _def: { type: string; meta?: { action?: Action; entry?: "link" }; inputs: readonly z.ZodType[] };
}

/** Every procedure, sorted by its path. */
export const procedures: readonly Procedure[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Definition>,
)
  .map(
    ([
      path,
      {
        _def: { type, meta, inputs },
      },
    ]) => ({
      path,
      isWrite: type === "mutation",
      action: meta?.action,
      entry: meta?.entry,
      inputs,
    }),
  )
  .sort((one, other) => (one.path < other.path ? -1 : 1));

// The process does not start with a procedure that names no policy action; only those of `links` are an entry without one,
// and what is asked by whoever holds a sealed paper or a slip.
const byHolder = new Set(["sealedPapers.check", "slips.stage"]);
for (const { path, action, entry } of procedures) {
  const isEntry = entry === "link" && (path.startsWith("links.") || byHolder.has(path));
  if (!isEntry && (!action || !(action in policy))) throw new Error(`procedure ${path} names no policy action`);
}
