import type * as z from "zod";
import { openDispute } from "../access/gate";
import { countLookups } from "../access/hourly-limit";
import { wholePhone } from "../access/party-as-read";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { revealContactInput } from "./inputs";

/**
 * Shows the whole phone of a party (or of a person linked to it) to someone who works on the dispute.
 * Who, when and why is appended to the event chain first; the phone is read afterwards and never stored with the key.
 * Refuses beyond the county's limit per hour, and tells the head of an unusual number.
 */
export async function revealContact(
  ctx: ActContext,
  input: z.output<typeof revealContactInput>,
): Promise<{ phone: string }> {
  const { actor } = ctx;
  const { disputeId, partyId, linkId, reason } = input;
  await countLookups(ctx, "reveal", [linkId ?? partyId]);
  await act(
    ctx,
    "party.reveal",
    input,
    () => undefined,
    async (tx) => {
      await openDispute(tx, actor, "party.reveal", { disputeId });
      return { result: null, disputeId, payload: { party: partyId, link: linkId, reason } };
    },
  );
  return asActor(ctx, async (tx) => {
    await openDispute(tx, actor, "party.reveal", { disputeId });
    const phone = await wholePhone(tx, { countyId: actor.countyId, disputeId, partyId, linkId });
    if (phone === undefined) throw notFound();
    return { phone };
  });
}
