import { sessionOf } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { TellInterpreterInput } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { interpreterOf } from "./parts/interpreter-of";

/**
 * Notes that somebody from outside was told of the session by mouth, just now, and which hour; earlier tellings stay in the
 * chain. People of the county get a message. Refuses toldByMessage, hourChanged, sessionNotBooked, interpreterEnded.
 */
export function tellInterpreter(ctx: ActContext, input: TellInterpreterInput): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.tell", input, async (act) => {
    const { id, sessionId, personId } = await interpreterOf(act, input.interpreterId);
    if (personId) throw conflict("toldByMessage");
    if (!sessionId) throw invalid("unknownReference");
    const { status, startsAt } = await sessionOf(act, sessionId);
    if (status !== "booked") throw conflict("sessionNotBooked", { status });
    if (startsAt.getTime() !== Date.parse(input.startsAt)) throw conflict("hourChanged");
    const { now } = act;
    await addToInterpreter(act, id, {
      toldMeans: input.means,
      toldStartsAt: startsAt,
      toldAt: now,
      toldBy: ctx.actor.personId,
    });
    return {
      result: { interpreterId: id },
      payload: { interpreter: id, sessionId, means: input.means, startsAt: startsAt.toISOString() },
    };
  });
}
