import { dayOf } from "../kernel/shanghai";
import { contestPerformance } from "../performance/contest-performance";
import { endContest } from "../performance/end-contest";
import type { ContestPerformanceInput, EndContestInput } from "../performance/inputs";
import type { Agreed } from "./agreements";
import type { TestCounty } from "./county";

/** What is said of a ledger, and taken back, by the usual words. */
export function contestActs(county: () => TestCounty) {
  const today = dayOf(new Date());
  const contests = (agreed: Agreed, obligationId = "", over: Partial<ContestPerformanceInput> = {}) =>
    contestPerformance(county().as("mediator"), {
      disputeId: agreed.disputeId,
      obligationId,
      partyId: agreed.parties[1] ?? "",
      entryId: null,
      saidBy: { partyId: agreed.parties[over.entryId ? 0 : 1] ?? "", linkId: null },
      means: "inPerson",
      amountFen: null,
      saidOn: today,
      reason: "查了银行流水",
      ...over,
    });
  /** Taken back by the obligor, where nothing else is said. */
  const endsContest = (agreed: Agreed, contestId: string, over: Partial<EndContestInput> = {}) =>
    endContest(county().as("mediator"), {
      disputeId: agreed.disputeId,
      contestId,
      end: "withdrawn",
      withdrawnBy: over.end ? null : { partyId: agreed.parties[1] ?? "", linkId: null, means: "phone" },
      endedOn: today,
      reason: "当面对过账",
      ...over,
    });
  return { contests, endsContest };
}
