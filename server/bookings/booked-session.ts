import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { type Act, proceedingOf } from "../disputes/perform";
import { conflict, notFound } from "../kernel/problem";

export type SessionRow = typeof sessions.$inferSelect;

/** Locks and gives a session of this proceeding. */
export async function sessionOf(act: Act, sessionId: string): Promise<SessionRow> {
  const { tx, countyId } = act;
  const [session] = await tx
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.countyId, countyId), eq(sessions.proceedingId, proceedingOf(act).id), eq(sessions.id, sessionId)),
    )
    .for("update");
  if (!session) throw notFound();
  return session;
}

/** The same for a session that is still to be held, in the version the user saw. */
export async function bookedSession(
  act: Act,
  target: { sessionId: string; sessionVersion: number },
): Promise<SessionRow> {
  const session = await sessionOf(act, target.sessionId);
  if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
  if (session.version !== target.sessionVersion) throw conflict("changedMeanwhile");
  return session;
}

/** The same for a session that has not started: a running one keeps its hour and ends by being recorded. */
export async function comingSession(
  act: Act,
  target: { sessionId: string; sessionVersion: number },
): Promise<SessionRow> {
  const session = await bookedSession(act, target);
  if (session.startedAt) throw conflict("sessionRunning");
  return session;
}
