import { and, eq, ne } from "drizzle-orm";
import { sessions, slots } from "@/db/schema/sessions";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { bookedSession } from "./booked-session";
import type { CancelSessionInput } from "./inputs";

/** Cancels a booked session with a reason and gives its time back. Without another one booked the matter is being convened again. */
export function cancelSession(ctx: ActContext, input: CancelSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.cancel", input, async (act) => {
    const { tx, countyId, proceeding } = act;
    const session = await bookedSession(act, input);
    await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id)));
    await tx
      .update(sessions)
      .set({ status: "cancelled", cancelReason: input.reason, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    const others = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          eq(sessions.countyId, countyId),
          eq(sessions.proceedingId, session.proceedingId),
          ne(sessions.status, "cancelled"),
        ),
      )
      .limit(1);
    const isAlone = others.length === 0 && proceeding?.status === "scheduled";
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        reason: input.reason,
      },
      to: isAlone ? "convening" : undefined,
    };
  });
}
