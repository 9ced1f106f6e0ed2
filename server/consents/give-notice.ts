import { perform, performWithin } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { once } from "../kernel/once";
import type { GiveNoticeInput } from "./inputs";
import { keepConsents } from "./parts/keep-consents";
import { tellParties } from "./parts/tell-parties";

/**
 * Tells parties before mediation what it is, its principles, what an agreement does, and their rights and duties
 * (人民调解法 23–24; 若干规定 30). Whoever acts for a party is told in their stead; a person nobody knows cannot be told and
 * stays out where everyone is meant. What those who were told answer at once is kept in the same act, with its own event: all
 * of it or nothing. Gives the number of parties told and of answers kept. What is entered later keeps its own day. Refuses
 * with everyoneTold, dayInFuture, dayTooEarly and what `requireSpeakers` and `recordConsent` refuse.
 */
export function giveNotice(ctx: ActContext, input: GiveNoticeInput): Promise<{ told: number; recorded?: number }> {
  const { answers = [], ...notice } = input;
  if (answers.length === 0) return perform(ctx, "notice.give", notice, tellParties);
  return once(ctx, "notice.give", input, async (tx, claimed) => {
    await claimed;
    const { told } = await performWithin(tx, ctx, "notice.give", notice, tellParties);
    const { disputeId, proceedingId, happenedOn } = input;
    const said = { disputeId, proceedingId, answers, happenedOn };
    const { recorded } = await performWithin(tx, ctx, "consent.record", said, keepConsents);
    return { response: { told, recorded } };
  });
}
