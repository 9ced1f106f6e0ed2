import { interpretingNeeds } from "@/db/schema/interpreters";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { NeedInterpreterInput } from "./inputs";

/** Notes which help a party needs to understand and be understood, or that it needs none; an earlier note stays beside it. */
export function recordNeed(ctx: ActContext, input: NeedInterpreterInput): Promise<{ needId: string }> {
  return perform(ctx, "interpreter.need", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { partyId, kind, language } = input;
    const id = newId(now);
    await tx.insert(interpretingNeeds).values({
      countyId,
      id,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      partyId,
      kind,
      language,
      recordedBy: ctx.actor.personId,
      recordedAt: now,
    });
    return { result: { needId: id }, payload: { party: partyId, kind } };
  });
}
