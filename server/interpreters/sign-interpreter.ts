import { signedOn } from "../agreements/parts/signed-on";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { SignInterpreterInput } from "./inputs";
import { addToInterpreter } from "./parts/add-to-interpreter";
import { interpreterOf } from "./parts/interpreter-of";

/**
 * Their signature under the agreement, or the note that a reader read it out: after every party, before the lead, on the day
 * on which it happened. Refuses alreadySigned, notSigning, partiesSignFirst, dayInFuture, dayTooEarly.
 */
export function signInterpreter(ctx: ActContext, input: SignInterpreterInput): Promise<{ interpreterId: string }> {
  return perform(ctx, "interpreter.sign", input, async (act) => {
    const { id, agreementId, kind, signedAt: before } = await interpreterOf(act, input.interpreterId);
    if (!agreementId || (kind !== "reader" && !input.means)) throw invalid("unknownReference");
    if (before) throw conflict("alreadySigned");
    const earliest = await signedOn(act, agreementId);
    const signedAt = happenedAt(input.happenedOn, { now: act.now, earliest });
    await addToInterpreter(act, id, { means: input.means, signedAt, recordedBy: ctx.actor.personId });
    return {
      result: { interpreterId: id },
      payload: { interpreter: id, agreementId, means: input.means, signedOn: dayOf(signedAt) },
    };
  });
}
