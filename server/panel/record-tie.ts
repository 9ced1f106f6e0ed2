import { ties } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { RecordTieInput } from "./inputs";

/**
 * Records what ties a helper or a lead to a party. From now on they are not asked, nor may they accept, in any dispute of that
 * party, until every party there has agreed; who takes part already steps aside (app.follow_ties). Only this lead team reads the note; the event names person, party and kind.
 */
export function recordTie(ctx: ActContext, input: RecordTieInput): Promise<{ tieId: string }> {
  return perform(ctx, "tie.record", input, async ({ tx, countyId, dispute, now }) => {
    const { personId, partyId, kind, note } = input;
    const id = newId(now);
    await tx.insert(ties).values({
      countyId,
      id,
      disputeId: dispute.id,
      partyId,
      personId,
      kind,
      note,
      source: "recorded",
      recordedBy: ctx.actor.personId,
      recordedAt: now,
    });
    return { result: { tieId: id }, payload: { tie: id, person: personId, party: partyId, kinds: [kind] } };
  });
}
