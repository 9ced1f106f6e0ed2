import { disputesRouter } from "../disputes/router";
import { agreementsRouter } from "../agreements/router";
import { dossierRouter } from "../dossier/router";
import { performanceRouter } from "../performance/router";
import { sessionsRouter } from "../sessions/router";
import { policy } from "../access/policy";
import { router } from "./init";

export const appRouter = router({
  sessions: sessionsRouter,
  disputes: disputesRouter,
  agreements: agreementsRouter,
  performance: performanceRouter,
  dossier: dossierRouter,
});

export type AppRouter = typeof appRouter;

/** The process does not start with a procedure that names no policy action. */
for (const [path, procedure] of Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { action?: string } } }>)) {
  const action = procedure._def.meta?.action;
  if (!action || !(action in policy)) throw new Error(`procedure ${path} names no policy action`);
}
