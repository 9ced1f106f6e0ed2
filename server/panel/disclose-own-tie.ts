import { ties } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { DiscloseOwnTieInput } from "./inputs";

/**
 * Whoever takes part or leads says that they are tied to a party, whenever they find out. From the end of this act on a helper
 * reads nothing of the matter, and a lead does nothing that binds, until every party has said it does not mind. No event
 * says what the tie is.
 */
export function discloseOwnTie(ctx: ActContext, input: DiscloseOwnTieInput): Promise<{ tieId: string }> {
  return perform(ctx, "tie.disclose", input, async ({ tx, countyId, dispute, now }) => {
    const { personId } = ctx.actor;
    const id = newId(now);
    await tx.insert(ties).values({
      countyId,
      id,
      disputeId: dispute.id,
      partyId: input.partyId,
      personId,
      kind: input.kind,
      note: input.note,
      source: "disclosed",
      recordedBy: personId,
      recordedAt: now,
    });
    return { result: { tieId: id }, payload: { person: personId } };
  });
}
