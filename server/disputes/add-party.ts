import type * as z from "zod";
import type { ActContext } from "../kernel/context";
import type { addPartyInput } from "./inputs";
import { addParties } from "./parts/add-parties";
import { bySupplement } from "./parts/by-supplement";
import { nextPosition } from "./parts/next-position";
import { perform } from "./perform";

/**
 * Adds a party on any side; it then needs its notice and consent like the others. Where a paper was sent to sign already it
 * comes by supplement, with its reason, and is bound by nothing that it does not sign. Refuses reasonNeeded.
 */
export function addParty(ctx: ActContext, input: z.output<typeof addPartyInput>): Promise<{ partyId: string }> {
  return perform(ctx, "party.add", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { reason = "" } = input;
    const of = { countyId, disputeId: dispute.id };
    await bySupplement(act, reason);
    const [partyId = ""] = await addParties(
      tx,
      { ...of, now, rules: act.rules },
      [input.party],
      await nextPosition(tx, of),
    );
    return {
      result: { partyId },
      payload: { party: partyId, side: input.party.side, standing: input.party.standing, reason },
    };
  });
}
