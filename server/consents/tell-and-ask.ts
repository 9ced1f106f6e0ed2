import { performWithin } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { once } from "../kernel/once";
import { tellParties } from "./give-notice";
import type { TellAndAskInput } from "./inputs";
import { keepConsents } from "./record-consent";

/**
 * Tells the parties who are there their rights and keeps what each of them answers, in one act with two events: all of it or
 * nothing. Who is not there is neither told nor asked. Refuses with what `giveNotice` and `recordConsent` refuse.
 */
export function tellAndAsk(ctx: ActContext, input: TellAndAskInput): Promise<{ told: number; recorded: number }> {
  const { answers, ...notice } = input;
  return once(ctx, "notice.give", input, async (tx, claimed) => {
    await claimed;
    const { told } = await performWithin(tx, ctx, "notice.give", notice, tellParties);
    if (answers.length === 0) return { response: { told, recorded: 0 } };
    const { disputeId, proceedingId, happenedOn } = input;
    const said = { disputeId, proceedingId, answers, happenedOn };
    const { recorded } = await performWithin(tx, ctx, "consent.record", said, keepConsents);
    return { response: { told, recorded } };
  });
}
