import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { bookedSession, type SessionRow } from "./booked-session";
import type { SessionTargetInput } from "./inputs";
import { keepSlots } from "./keep-slots";

/** Makes a held session certain. Gives the status the proceeding takes, if any. */
export async function makeCertain(act: Act, session: SessionRow): Promise<"scheduled" | undefined> {
  const { tx, countyId, now } = act;
  await tx
    .update(sessions)
    .set({ heldUntil: null, version: session.version + 1 })
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
  await keepSlots(tx, session, now);
  const { status } = proceedingOf(act);
  return status === "accepted" || status === "convening" ? "scheduled" : undefined;
}

/**
 * The lead takes it upon himself that a held session will be: it is certain from now on, whoever has not answered.
 * Refused when it is not held (any more), or when an hour of it was lost after the hold ran out.
 */
export function confirmSession(ctx: ActContext, input: SessionTargetInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.confirm", input, async (act) => {
    const session = await bookedSession(act, input);
    if (!session.heldUntil) throw conflict("notHeld");
    if (session.startsAt <= act.now) throw conflict("sessionInPast");
    const to = await makeCertain(act, session);
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      },
      to,
    };
  });
}
