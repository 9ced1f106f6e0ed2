import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { InterpreterTarget } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { freeInterpreterHour } from "./parts/ask-interpreter-hour";
import { interpreterOf } from "./parts/interpreter-of";
import { withdrawAsking } from "./parts/write-answer";

/**
 * They are not needed any more; who was named stays on record. Refuses interpreterEnded, and frozenOnceSent once they came or
 * the paper that names them was sent to be signed.
 */
export function endInterpreter(ctx: ActContext, input: InterpreterTarget): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.end", input, async (act) => {
    const { id, sessionId, personId, askingId } = await interpreterOf(act, input.interpreterId);
    await addToInterpreter(act, id, { endedAt: act.now, endedBy: ctx.actor.personId });
    if (sessionId && personId) await freeInterpreterHour(act, { sessionId, personId });
    const asking = askingId && (await withdrawAsking(act, askingId)) ? askingId : null;
    return {
      result: { interpreterId: id },
      payload: { interpreter: id, sessionId, out: sessionId && personId, asking },
    };
  });
}
