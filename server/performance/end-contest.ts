import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { invalid } from "../kernel/problem";
import type { EndContestInput } from "./inputs";
import { openContest, writeContestEnd } from "./parts/open-contest";

/**
 * Writes down how a contest ended without a change of the ledger: the entry is right after all, or whoever contested it takes it
 * back. What was claimed is confirmed by recording it (`recordPerformance`), and a wrong entry by correcting it. Refuses
 * notFound, contestEnded, entryNeeded, dayInFuture, dayTooEarly.
 */
export function endContest(ctx: ActContext, input: EndContestInput): Promise<{ contestId: string }> {
  return perform(ctx, "performance.endContest", input, async (act) => {
    const { contestId, end, endedOn, reason } = input;
    const contest = await openContest(act, contestId);
    if (contest.kind === "claimed" && end === "confirmed") throw invalid("entryNeeded");
    checkHappened(endedOn, { now: act.now, earliest: contest.saidOn });
    await writeContestEnd(act, { contestId, kind: end, entryId: null, endedOn, reason });
    return { result: { contestId }, payload: { contestId, obligationId: contest.obligationId, end } };
  });
}
