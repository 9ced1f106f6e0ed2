import { endings, type ReachAttempt } from "@/db/schema/proceedings";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict, invalid } from "../kernel/problem";
import { dayOf, instantOf } from "../kernel/shanghai";
import { endOutcomesOf } from "./choices";
import type { EndProceedingInput } from "./inputs";
import { beganOn } from "./parts/began-on";
import { dateEnd, earliestAcceptance } from "./parts/move-acceptance";
import { type Released, releasePeople } from "./parts/release-people";
import { type Act, perform, proceedingOf } from "./perform";
import { factsOf } from "./reads/facts";

/**
 * Ends a proceeding without its goal: withdrawn, unreachable, deadlock, time over, not signed, an agreement in breach or
 * performed in part (whose record has to be there), handed on where the gate has closed the track since, or (public security)
 * passed on to a penalty. That the parties settled it
 * themselves is said by one of them (`saidBy`; settledBySomebody), unless nobody had said anything yet: then it counts apart; who
 * may say it, the database decides (speakerNotEntitled). Nobody is unreachable whom nobody tried to reach (`attempts`; attemptsFirst). Its bookings and
 * invitations are released, and the parties are told their
 * other routes where the law demands it (人民调解法 26; 程序规定 178、185).
 */
export function endProceeding(
  ctx: ActContext,
  input: EndProceedingInput,
): Promise<{ outcome: string; released: Released }> {
  return perform(ctx, "proceeding.end", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const proceeding = proceedingOf(act);
    const { outcome, reason, routesTold } = input;
    // A shut gate adds one outcome alone.
    const isShut = outcome === "transferred" && (await factsOf(tx, countyId, proceeding.id, now)).gateShut !== null;
    if (!endOutcomesOf(proceeding.track, proceeding.status, isShut).includes(outcome))
      throw invalid("outcomeNotOnThisTrack");
    const isPenalty = outcome === "publicSecurityToPenalty";
    const failure = input.failure ?? null;
    if (isPenalty !== (failure !== null)) throw invalid("failureNeeded");
    const { happenedOn = null, saidBy = null } = input;
    if (saidBy && outcome !== "settledWithdrawn") throw invalid("invalidValue");
    if (happenedOn) await dateEnd(act, happenedOn);
    const attempts = outcome === "unreachable" ? await checkAttempts(input, act) : [];
    await tx.insert(endings).values({
      countyId,
      proceedingId: proceeding.id,
      disputeId: dispute.id,
      outcome,
      reason,
      routesTold,
      failure,
      failedOn: isPenalty ? (input.failedOn ?? input.happenedOn ?? dayOf(now)) : null,
      saidByPartyId: saidBy?.partyId ?? null,
      saidByLinkId: saidBy?.spokenByLinkId ?? null,
      saidMeans: saidBy?.means ?? null,
      attempts,
      endedBy: actor.personId,
      endedAt: now,
      happenedOn,
    });
    const released = await releasePeople(act, reason);
    return {
      result: { outcome, released },
      payload: {
        outcome,
        routesTold,
        happenedOn,
        ...(failure ? { failure } : {}),
        ...(saidBy ? { saidBy: saidBy.partyId } : {}),
        ...(attempts.length > 0 ? { attempts: attempts.length } : {}),
        ...released,
      },
      stamps: { endedAt: now, outcome },
    };
  });
}

/** Some party was tried as often, and on as many days, as the rules ask, up to the day on which it came to that. */
async function checkAttempts({ attempts = [], happenedOn }: EndProceedingInput, act: Act): Promise<ReachAttempt[]> {
  const { rules, now } = act;
  const [count, days] = [rules["unreachable.attempts"], rules["unreachable.days"]];
  const until = happenedOn ?? dayOf(now);
  const began = await beganOn(act);
  const possible = await earliestAcceptance(act, proceedingOf(act).ordinal);
  const [earliest = began] = [possible, began].sort();
  for (const { triedOn } of attempts) checkHappened(triedOn, { now: instantOf(until, "12:00"), earliest });
  const of = new Map<string, string[]>();
  for (const { partyId, triedOn } of attempts) of.set(partyId, [...(of.get(partyId) ?? []), triedOn]);
  const isTried = [...of.values()].some((tried) => tried.length >= count && new Set(tried).size >= days);
  if (!isTried) throw conflict("attemptsFirst", { count, days });
  return attempts.toSorted((one, other) => one.triedOn.localeCompare(other.triedOn));
}
