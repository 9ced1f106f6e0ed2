import { and, eq } from "drizzle-orm";
import { numberPolls } from "@/db/schema/desk";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { CancelPollInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";
import { pollOf } from "./parts/find-poll";

/** Cancels a secret number that is no longer needed; the database deletes the answers already given. */
export function cancelPoll(ctx: ActContext, input: CancelPollInput): Promise<{ pollId: string }> {
  return sessionAct(ctx, "poll.cancel", input, async (act) => {
    const { tx, countyId, now } = act;
    const poll = await pollOf(act, input.pollId);
    if (poll.status !== "open") throw conflict("pollClosed");
    await tx
      .update(numberPolls)
      .set({ status: "cancelled", closedAt: now })
      .where(and(eq(numberPolls.countyId, countyId), eq(numberPolls.id, poll.id)));
    return { result: { pollId: poll.id } };
  });
}
