import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { sessionOf } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { StartSessionInput } from "./inputs";

/** Starts the session, and with it the desk's clock. A held session is confirmed first; never before its own day. */
export function startSession(ctx: ActContext, input: StartSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.start", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await sessionOf(act, input.sessionId);
    if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
    if (session.heldUntil) throw conflict("sessionNotConfirmed");
    if (session.startedAt) throw conflict("sessionStarted");
    if (dayOf(now) < dayOf(session.startsAt))
      throw conflict("deskNotOpen", { startsAt: session.startsAt.toISOString() });
    await tx
      .update(sessions)
      .set({ startedAt: now, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    return { result: { sessionId: session.id }, payload: { sessionId: session.id, ordinal: session.ordinal } };
  });
}
