import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputeFacts, disputes } from "@/db/schema/disputes";
import type { DisputeRow } from "../access/gate";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { conflict, invalid } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import { asksOfCourt } from "./choices";
import type { CorrectDisputeInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
import { checkNames } from "./parts/check-names";
import { checkReferral } from "./parts/check-referral";
import { gateFactsOf } from "./parts/gate-facts";
import { keepAnswers } from "./parts/keep-answers";
import { type Act, perform } from "./perform";

const fields = ["title", "type", "place", "pointId", "startedOn", "source", "referredBy", "referralNumber"] as const;

/**
 * Corrects what was registered wrongly; what stood there before stays readable with who, when and why
 * (app.keep_dispute_changes). Search, similar matters and figures follow; a title made of names and place does too. Where a court
 * referred it after all, or did not, whether one has filed it is asked anew and stored beside what was answered. Refuses
 * changedMeanwhile, dayInFuture, titleNamesMinor, summaryNamesParty, referralNeeded, questionsOpen.
 */
export function correctDispute(ctx: ActContext, input: CorrectDisputeInput): Promise<{ fields: string[] }> {
  return perform(ctx, "dispute.correct", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const changed = fields.filter((field) => input[field] && input[field].now !== dispute[field]);
    for (const field of changed) if (input[field]?.seen !== dispute[field]) throw conflict("changedMeanwhile");
    if (input.startedOn?.now && input.startedOn.now > dayOf(dispute.registeredAt))
      throw invalid(input.startedOn.now > dayOf(now) ? "dayInFuture" : "dayOutOfOrder");
    const referral = referralOf(dispute, input);
    if (referral) checkReferral(referral);
    const of = { countyId, disputeId: dispute.id };
    await sayWhy(tx, input.reason);
    await retitledAfter(tx, of, () => correctRow(tx, dispute, input));
    if (input.source && asksOfCourt(dispute.source, input.source.now)) await askAnew(act, input);
    if (input.facts)
      await updateInVersion(tx, disputeFacts, {
        where: and(eq(disputeFacts.countyId, countyId), eq(disputeFacts.disputeId, dispute.id)),
        version: input.facts.seenVersion,
        set: {
          facts: input.facts.text,
          ...(input.facts.requests === undefined ? {} : { requests: input.facts.requests }),
        },
      });
    await checkNames(tx, of);
    const said = [...changed, ...(input.facts ? ["facts"] : [])];
    return { result: { fields: said }, payload: { fields: said, reason: input.reason } };
  });
}

/** The referral as it is to be, where anything of it is corrected. */
function referralOf(dispute: DisputeRow, { source, referredBy, referralNumber }: CorrectDisputeInput) {
  if (!source && !referredBy && !referralNumber) return null;
  return {
    source: source?.now ?? dispute.source,
    referredBy: referredBy?.now ?? dispute.referredBy,
    referralNumber: referralNumber?.now ?? dispute.referralNumber,
  };
}

/** Stores whether a court has filed it, also where that was answered so before: it was asked of another source. */
async function askAnew(act: Act<PersonActor>, { inCourt, reason }: CorrectDisputeInput): Promise<void> {
  if (!inCourt) throw invalid("questionsOpen");
  const { tx, actor, now, rules, overrides, countyId, dispute } = act;
  const work = { tx, actor, now, rules, overrides, disputeId: dispute.id, stationId: dispute.stationId };
  const facts = await gateFactsOf(tx, countyId, dispute.id);
  await keepAnswers(work, facts, { inCourt }, { givenAs: "later", reason, again: ["inCourt"] });
}

async function correctRow(tx: Tx, dispute: DisputeRow, input: CorrectDisputeInput): Promise<void> {
  const set = Object.fromEntries(fields.flatMap((field) => (input[field] ? [[field, input[field].now]] : [])));
  if (Object.keys(set).length === 0) return;
  await tx
    .update(disputes)
    .set(set)
    .where(and(eq(disputes.countyId, dispute.countyId), eq(disputes.id, dispute.id)));
}
