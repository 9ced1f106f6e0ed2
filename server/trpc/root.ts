import { policy } from "../access/policy";
import { accountRouter } from "../account/router";
import { agreementsRouter } from "../agreements/router";
import { callsRouter, cluesRouter } from "../calls/router";
import { consentsRouter } from "../consents/router";
import { disputesRouter } from "../disputes/router";
import { dossierRouter } from "../dossier/router";
import { forcesRouter } from "../forces/router";
import { invitationsRouter } from "../invitations/router";
import { peopleRouter } from "../people/router";
import { performanceRouter } from "../performance/router";
import { placesRouter } from "../places/router";
import { sessionsRouter } from "../sessions/router";
import { statisticsRouter } from "../statistics/router";
import { router } from "./init";

export const appRouter = router({
  account: accountRouter,
  forces: forcesRouter,
  people: peopleRouter,
  places: placesRouter,
  sessions: sessionsRouter,
  disputes: disputesRouter,
  consents: consentsRouter,
  invitations: invitationsRouter,
  calls: callsRouter,
  clues: cluesRouter,
  overview: statisticsRouter,
  agreements: agreementsRouter,
  performance: performanceRouter,
  dossier: dossierRouter,
});

export type AppRouter = typeof appRouter;

/** The process does not start with a procedure that names no policy action. */
for (const [path, procedure] of Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { action?: string } } }>,
)) {
  const action = procedure._def.meta?.action;
  if (!action || !(action in policy)) throw new Error(`procedure ${path} names no policy action`);
}
