import { numberAnswers } from "@/db/schema/desk";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import type { AnswerPollInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";
import { pollOf } from "./parts/find-poll";

/**
 * Takes one side's secret answer. The database decides when all are in and deletes them; the product may write an
 * answer and never read one. The result says only that it was taken. The idempotency key's hash leaves the answer out:
 * a hash over yes or no could be tried out and would reveal it.
 */
export function answerPoll(ctx: ActContext, input: AnswerPollInput): Promise<{ pollId: string }> {
  const { accepts, ...keyed } = input;
  return sessionAct(
    ctx,
    "poll.answer",
    input,
    async (act) => {
      const { tx, countyId, dispute } = act;
      const poll = await pollOf(act, input.pollId);
      if (poll.status !== "open") throw conflict("pollClosed");
      if (!poll.sides.includes(input.side)) throw conflict("sideNotAsked");
      await tx
        .insert(numberAnswers)
        .values({ countyId, pollId: poll.id, disputeId: dispute.id, side: input.side, accepts })
        .catch((error: unknown) => {
          const twice = postgresError(error)?.constraint_name === "number_answers_county_id_poll_id_side_pk";
          throw twice ? conflict("sideAnswered") : error;
        });
      return { result: { pollId: poll.id } };
    },
    { keyed },
  );
}
