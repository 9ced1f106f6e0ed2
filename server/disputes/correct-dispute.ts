import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputeFacts, disputes } from "@/db/schema/disputes";
import type { DisputeRow } from "../access/gate";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { conflict, invalid } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import type { CorrectDisputeInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
import { checkNames } from "./parts/check-names";
import { perform } from "./perform";

const fields = ["title", "type", "place", "pointId", "startedOn"] as const;

/**
 * Corrects what was registered wrongly; what stood there before stays readable with who, when and why
 * (app.keep_dispute_changes). Search, similar matters and figures follow; a title made of names and place does too. Refuses changedMeanwhile, dayInFuture, titleNamesMinor, summaryNamesParty.
 */
export function correctDispute(ctx: ActContext, input: CorrectDisputeInput): Promise<{ fields: string[] }> {
  return perform(ctx, "dispute.correct", input, async ({ tx, countyId, dispute, now }) => {
    const changed = fields.filter((field) => input[field] && input[field].now !== dispute[field]);
    for (const field of changed) if (input[field]?.seen !== dispute[field]) throw conflict("changedMeanwhile");
    if (input.startedOn?.now && input.startedOn.now > dayOf(dispute.registeredAt))
      throw invalid(input.startedOn.now > dayOf(now) ? "dayInFuture" : "dayOutOfOrder");
    const of = { countyId, disputeId: dispute.id };
    await sayWhy(tx, input.reason);
    await retitledAfter(tx, of, () => correctRow(tx, dispute, input));
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

async function correctRow(tx: Tx, dispute: DisputeRow, input: CorrectDisputeInput): Promise<void> {
  const set = Object.fromEntries(fields.flatMap((field) => (input[field] ? [[field, input[field].now]] : [])));
  if (Object.keys(set).length === 0) return;
  await tx
    .update(disputes)
    .set(set)
    .where(and(eq(disputes.countyId, dispute.countyId), eq(disputes.id, dispute.id)));
}
