import { sessionOf } from "../bookings/booked-session";
import { beganOn } from "../disputes/parts/began-on";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappenedSince } from "../kernel/happened";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { TellInterpreterInput } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { interpreterOf } from "./parts/interpreter-of";

/**
 * Notes that somebody from outside was told of the session by mouth, when (ISO instant), and which hour; earlier tellings stay in the
 * chain. People of the county get a message. Refuses toldByMessage, hourChanged, sessionNotBooked, interpreterEnded, notHappenedYet, dayTooEarly.
 */
export function tellInterpreter(ctx: ActContext, input: TellInterpreterInput): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.tell", input, async (act) => {
    const { id, sessionId, personId } = await interpreterOf(act, input.interpreterId);
    if (personId) throw conflict("toldByMessage");
    if (!sessionId) throw invalid("unknownReference");
    const { status, startsAt } = await sessionOf(act, sessionId);
    if (status !== "booked") throw conflict("sessionNotBooked", { status });
    if (startsAt.getTime() !== Date.parse(input.startsAt)) throw conflict("hourChanged");
    const toldAt = input.toldAt ? new Date(input.toldAt) : act.now;
    if (toldAt > act.now) throw invalid("notHappenedYet");
    await checkHappenedSince(dayOf(toldAt), { now: act.now, earliest: () => beganOn(act) });
    await addToInterpreter(act, id, {
      toldMeans: input.means,
      toldStartsAt: startsAt,
      toldAt,
      toldBy: ctx.actor.personId,
    });
    return {
      result: { interpreterId: id },
      payload: {
        interpreter: id,
        sessionId,
        means: input.means,
        startsAt: startsAt.toISOString(),
        toldAt: toldAt.toISOString(),
      },
    };
  });
}
