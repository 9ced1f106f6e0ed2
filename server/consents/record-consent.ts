import { consents } from "@/db/schema/proceedings";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { dateAcceptance } from "../disputes/parts/move-acceptance";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { RecordConsentInput } from "./inputs";

/**
 * Writes down what parties agreed to or refused: mediation itself, each force that may be asked, a person,
 * an extension (人民调解法 17, 20). Answers are never changed; the latest one counts. A refusal of mediation
 * ends the proceeding and goes through `recordRefusal`. Each answer is given by whoever may speak for the party; to extend
 * the time binds. That an agent may act although they stand on another side is said by the party alone (民法典 168). What is entered later keeps its own day. Refuses with refusalEndsIt, dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function recordConsent(ctx: ActContext, input: RecordConsentInput): Promise<{ recorded: number }> {
  return perform(ctx, "consent.record", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    if (input.answers.some((said) => said.subject === "mediation" && said.answer === "refused"))
      throw invalid("refusalEndsIt");
    const { id: proceedingId, track } = proceedingOf(act);
    const happenedOn = dayIfEarlier(input.happenedOn, now);
    await requireSpeakers(
      { tx, countyId, disputeId: dispute.id, track },
      input.answers.map((said) => ({
        partyId: said.partyId,
        linkId: said.spokenByLinkId ?? null,
        purpose: said.subject === "extension" ? "bind" : "consent",
        on: happenedOn,
      })),
    );
    if (happenedOn) await dateAcceptance(act, happenedOn);
    await tx.insert(consents).values(
      input.answers.map((said) => ({
        ...said,
        countyId,
        id: newId(now),
        disputeId: dispute.id,
        proceedingId,
        recordedBy: ctx.actor.personId,
        recordedAt: now,
        happenedOn,
      })),
    );
    const said = input.answers.map((one) =>
      [one.partyId, one.subject, one.forceCode ?? one.personId ?? one.aboutLinkId ?? "", one.answer].join(" "),
    );
    return { result: { recorded: said.length }, payload: { answers: said, ...(happenedOn ? { happenedOn } : {}) } };
  });
}
