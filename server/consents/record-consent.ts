import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { RecordConsentInput } from "./inputs";
import { keepConsents } from "./parts/keep-consents";

/**
 * Writes down what parties agreed to or refused: mediation itself, each force that may be asked, a person,
 * an extension (人民调解法 17, 20). Answers are never changed; the latest one counts. A
 * party answers once it was told, whether or not the others were. A refusal of mediation
 * ends the proceeding and goes through `recordRefusal`. Each answer is given by whoever may speak for the party; to extend
 * the time binds. That an agent may act although they stand on another side is said by the party alone (民法典 168). What is entered later keeps its own day. Refuses
 * with refusalEndsIt, toldFirst, dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function recordConsent(ctx: ActContext, input: RecordConsentInput): Promise<{ recorded: number }> {
  return perform(ctx, "consent.record", input, keepConsents);
}
