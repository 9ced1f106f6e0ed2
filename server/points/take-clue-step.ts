import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import type { TakeClueStepInput } from "./inputs";
import { clueAtPoint } from "./parts/clue-at-point";
import { writeStep } from "./parts/write-step";

/**
 * The keeper of a point says that they see to a clue, or what they found when they went there (N1). Once is enough to say the first.
 * Refuses with notFound, clueAlreadyHandled, dayInFuture, dayTooEarly.
 */
export function takeClueStep(ctx: ActContext, input: TakeClueStepInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  const { clueId, kind, note, happenedOn = null } = input;
  return act(
    ctx,
    "clue.step",
    input,
    (who) => requireRole(who, "clue.step"),
    async (tx) => {
      await writeStep(tx, { actor, now }, await clueAtPoint(tx, actor, clueId), { kind, note, happenedOn });
      return { result: { clueId }, payload: { clueId, clueStep: kind, happenedOn } };
    },
  );
}
