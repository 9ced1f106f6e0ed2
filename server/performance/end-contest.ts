import { requireSpeakers } from "../binding/parts/require-speakers";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { invalid } from "../kernel/problem";
import type { EndContestInput } from "./inputs";
import { openContest, writeContestEnd } from "./parts/open-contest";

/**
 * Writes down how a contest ended without a change of the ledger: the entry is right after all, or whoever contested it takes it
 * back, which admits or gives up something: whoever may bind them says so. What was claimed is confirmed by recording it
 * (`recordPerformance`), and a wrong entry by correcting it. Refuses notFound, contestEnded, entryNeeded, contestByOthers, dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function endContest(ctx: ActContext, input: EndContestInput): Promise<{ contestId: string }> {
  return perform(ctx, "performance.endContest", input, async (act) => {
    const { contestId, end, withdrawnBy, endedOn, reason } = input;
    const { tx, countyId, dispute, now } = act;
    const contest = await openContest(act, contestId);
    if (contest.kind === "claimed" && end === "confirmed") throw invalid("entryNeeded");
    if ((end === "withdrawn") !== (withdrawnBy !== null)) throw invalid("invalidValue");
    checkHappened(endedOn, { now, earliest: contest.saidOn });
    if (withdrawnBy) {
      const { means: _, ...speaker } = withdrawnBy;
      await requireSpeakers({ tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track }, [
        { ...speaker, purpose: "bind", on: dayIfEarlier(endedOn, now) },
      ]);
    }
    const by = await writeContestEnd(act, { contestId, kind: end, entryId: null, withdrawnBy, endedOn, reason });
    return {
      result: { contestId },
      payload: { contestId, obligationId: contest.obligationId, end, ...(withdrawnBy && by) },
    };
  });
}
