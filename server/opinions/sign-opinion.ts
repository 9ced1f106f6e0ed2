import { and, eq } from "drizzle-orm";
import { opinions } from "@/db/schema/desk";
import { sessionPeople } from "@/db/schema/sessions";
import { sessionOf } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { SignOpinionInput } from "./inputs";

/**
 * A helper signs their opinion on a session they are expected at, for the table or for the mediator alone. It is never
 * changed; a second thought is a second opinion. The event holds no words, and one for the mediator alone is
 * itself read by nobody else (see the policy `read_own` on events).
 */
export function signOpinion(ctx: ActContext, input: SignOpinionInput): Promise<{ opinionId: string }> {
  return perform(ctx, "opinion.sign", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { personId } = ctx.actor;
    const session = await sessionOf(act, input.sessionId);
    if (session.status === "cancelled") throw conflict("sessionNotBooked", { status: session.status });
    const expected = await tx
      .select({ id: sessionPeople.id })
      .from(sessionPeople)
      .where(
        and(
          eq(sessionPeople.countyId, countyId),
          eq(sessionPeople.sessionId, session.id),
          eq(sessionPeople.personId, personId),
        ),
      );
    if (expected.length === 0) throw conflict("notExpected");
    const opinionId = newId(now);
    await tx.insert(opinions).values({
      countyId,
      id: opinionId,
      disputeId: dispute.id,
      sessionId: session.id,
      personId,
      lane: input.lane,
      text: input.text,
      signedAt: now,
    });
    const payload = { opinionId, sessionId: session.id, ordinal: session.ordinal };
    return {
      result: { opinionId },
      payload: input.lane === "joint" ? { ...payload, lane: input.lane } : { ...payload, isPrivate: true },
    };
  });
}
