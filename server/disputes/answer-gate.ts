import type { ActContext } from "../kernel/context";
import type { AnswerGateInput } from "./inputs";
import { gateFactsOf } from "./parts/gate-facts";
import { type GateWork, keepAnswers } from "./parts/keep-answers";
import { raiseToAnswers } from "./parts/raise-risk";
import { type Done, perform } from "./perform";

/**
 * Answers what the gate asks without deciding on a track yet: something found out, or something that has to be made clear
 * first, which opens a step with owner and due time. Possible at any time; nothing is overwritten.
 */
export function answerGate(ctx: ActContext, input: AnswerGateInput): Promise<{ answers: number }> {
  return perform(ctx, "gate.answer", input, async (act): Promise<Done<{ answers: number }>> => {
    const { tx, actor, now, rules, overrides, countyId, dispute } = act;
    const facts = await gateFactsOf(tx, countyId, dispute.id);
    const work: GateWork = { tx, actor, now, rules, overrides, disputeId: dispute.id, stationId: dispute.stationId };
    await keepAnswers(work, facts, input.answers, { givenAs: "later", reason: input.answersReason ?? "" });
    const after = await raiseToAnswers(act, facts, input.answers);
    const questions = Object.keys(input.answers);
    return { result: { answers: questions.length }, payload: { questions }, after };
  });
}
