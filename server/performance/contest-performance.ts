import { and, eq, sql } from "drizzle-orm";
import { ledgerContests, performances } from "@/db/schema/performance";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import type { ContestPerformanceInput } from "./inputs";
import { accountsOf, obligationInForce } from "./parts/add-entry";
import { reachedOn } from "./parts/reached-on";

/**
 * Writes down that an obligee denies what an entry says, or that an obligor claims to have done what no entry says: who said
 * so, who spoke for them and how, when and why. The ledger counts as before; nothing is closed, and nobody is reminded of what
 * they claim to have done, until it has ended. Refuses notFound, notTheObligor, amountWhenPay, aboveEntry, alreadyCorrected,
 * entryContested, contestByOthers, dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function contestPerformance(ctx: ActContext, input: ContestPerformanceInput): Promise<{ contestId: string }> {
  return perform(ctx, "performance.contest", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const { entryId, saidBy, means, amountFen, saidOn, reason } = input;
    const obligation = await obligationInForce(act, input.obligationId);
    const entry = entryId === null ? null : await standingEntry(act, obligation.id, entryId);
    const partyId = entry?.partyId ?? input.partyId;
    if (!(await accountsOf(act, obligation.id)).some((account) => account.partyId === partyId))
      throw conflict("notTheObligor");
    if ((amountFen === null) !== (obligation.amountFen === null)) throw invalid("amountWhenPay");
    if (entry && amountFen !== null && amountFen > (entry.amountFen ?? 0))
      throw conflict("aboveEntry", { yuan: (entry.amountFen ?? 0) / 100 });
    checkHappened(saidOn, { now, earliest: entry?.performedOn ?? (await reachedOn(act, obligation.agreementId)) });
    await requireSpeakers({ tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track }, [
      { ...saidBy, purpose: "consent", on: dayIfEarlier(saidOn, now) },
    ]);
    const contestId = newId(now);
    const { partyId: saidByPartyId, linkId: saidByLinkId } = saidBy;
    const kind = entry ? "denied" : "claimed";
    const said = { partyId, kind, entryId, saidByPartyId, saidByLinkId, means, amountFen, saidOn } as const;
    await tx.insert(ledgerContests).values({
      ...{ ...said, countyId, id: contestId, disputeId: dispute.id, obligationId: obligation.id },
      ...{ reason, recordedBy: actor.personId, recordedAt: now },
    });
    return {
      result: { contestId },
      payload: { contestId, obligationId: obligation.id, clause: obligation.ordinal, ...said },
    };
  });
}

/** An entry of the clause that says that something was done and stands. */
async function standingEntry({ tx, countyId, dispute }: Act, obligationId: string, entryId: string) {
  const [entry] = await tx
    .select()
    .from(performances)
    .where(
      and(
        eq(performances.countyId, countyId),
        eq(performances.disputeId, dispute.id),
        eq(performances.obligationId, obligationId),
        eq(performances.id, entryId),
      ),
    );
  if (!entry || !["performed", "overpaid", "paidTwice"].includes(entry.kind)) throw notFound();
  const [state] = await tx.execute<{ isCorrected: boolean; isContested: boolean }>(sql`
    select exists (select from performances c where c.county_id = ${countyId}::uuid and c.corrects_id = ${entryId}::uuid) as "isCorrected",
      exists (select from app.open_contests(${countyId}::uuid, ${obligationId}::uuid) k where k.entry_id = ${entryId}::uuid) as "isContested"`);
  if (state?.isCorrected) throw conflict("alreadyCorrected");
  if (state?.isContested) throw conflict("entryContested");
  return entry;
}
