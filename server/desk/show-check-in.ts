import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { openDispute } from "../access/gate";
import type { ActContext } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { conflict } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { DeskInput } from "./inputs";
import { checkInHash } from "./parts/check-in-code";
import { sessionAt } from "./parts/desk-act";

/**
 * Makes the check-in code that is shown as a QR code. It is returned this once and only its hash is stored, so showing it
 * again makes a new code and the old one stops working. Without an idempotency key for the same reason.
 */
export function showCheckIn(ctx: ActContext, input: DeskInput): Promise<{ code: string; until: string }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { countyId } = actor;
    const opened = await openDispute(tx, actor, "session.showCheckIn", { disputeId: input.disputeId });
    const session = await sessionAt({ ...opened, tx, actor, now, countyId }, input.sessionId, "update");
    if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
    if (session.heldUntil) throw conflict("sessionNotConfirmed");
    const code = `${session.id}.${randomBytes(18).toString("base64url")}`;
    await tx
      .update(sessions)
      .set({ checkInHash: checkInHash(code) })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    await appendEvent(tx, actor, now, {
      action: "session.showCheckIn",
      disputeId: opened.dispute.id,
      proceedingId: opened.proceeding?.id,
      payload: { sessionId: session.id, ordinal: session.ordinal },
    });
    return { code, until: session.endsAt.toISOString() };
  });
}
