import { disputesRouter } from "../disputes/router";
import { policy } from "../access/policy";
import { router } from "./init";

export const appRouter = router({
  disputes: disputesRouter,
});

export type AppRouter = typeof appRouter;

/** The process does not start with a procedure that names no policy action. */
for (const [path, procedure] of Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { action?: string } } }>)) {
  const action = procedure._def.meta?.action;
  if (!action || !(action in policy)) throw new Error(`procedure ${path} names no policy action`);
}
