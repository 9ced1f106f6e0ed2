import { and, eq, ne } from "drizzle-orm";
import { interpreterAskings } from "@/db/schema/interpreters";
import { sessions } from "@/db/schema/sessions";
import { perform, proceedingOf } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { endAsked } from "./parts/end-asked";

interface Target {
  disputeId: string;
  proceedingId: string;
  askingId: string;
}

/** No answer came in time: whoever was asked is not named any more, and the lead is told, to name another. */
export function expireAsking(ctx: ActContext<SystemActor>, input: Target): Promise<{ askingId: string }> {
  return perform(ctx, "interpreter.expire", input, async (act) => {
    const { tx, countyId, now } = act;
    const one = and(
      eq(interpreterAskings.countyId, countyId),
      eq(interpreterAskings.proceedingId, proceedingOf(act).id),
      eq(interpreterAskings.id, input.askingId),
    );
    const [asking] = await tx.select().from(interpreterAskings).where(one).for("update");
    if (asking?.status !== "sent") throw conflict("askingClosed", { status: asking?.status ?? "withdrawn" });
    if (asking.answerBy > now) throw conflict("stillWaiting");
    await tx.update(interpreterAskings).set({ status: "expired" }).where(one);
    await endAsked(act, asking);
    const { id, personId, sessionId } = asking;
    return { result: { askingId: id }, payload: { asking: id, person: personId, sessionId } };
  });
}

/** The worker's part: lapses one question if it still waits. Answered meanwhile or run twice, it does nothing. */
export async function lapseAsking(payload: { countyId: string; askingId: string }, now: Date): Promise<void> {
  const { countyId, askingId } = payload;
  const actor = systemActor(countyId, "expireAsking");
  const [asking] = await asActor({ actor, now }, (tx) =>
    tx
      .select({
        disputeId: interpreterAskings.disputeId,
        proceedingId: interpreterAskings.proceedingId,
        status: interpreterAskings.status,
      })
      .from(interpreterAskings)
      // Of a session that was called off they were told so, and nobody waits for them.
      .innerJoin(
        sessions,
        and(
          eq(sessions.countyId, interpreterAskings.countyId),
          eq(sessions.id, interpreterAskings.sessionId),
          ne(sessions.status, "cancelled"),
        ),
      )
      .where(and(eq(interpreterAskings.countyId, countyId), eq(interpreterAskings.id, askingId))),
  );
  if (asking?.status !== "sent") return;
  const { disputeId, proceedingId } = asking;
  try {
    await expireAsking(actAs(actor, now), { disputeId, proceedingId, askingId });
  } catch (error) {
    // Answered at the same moment, or the proceeding has ended: nothing left to lapse.
    if (!(error instanceof Problem) || error.code === "stillWaiting") throw error;
  }
}
