import type * as z from "zod";
import { openDispute } from "../access/gate";
import { countLookups } from "../access/hourly-limit";
import { wholeIdNumber, wholePhone } from "../access/party-as-read";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { revealContactInput } from "./inputs";

/**
 * Shows the whole phone of a party (or of a person linked to it), or a party's ID number, to someone who works on the
 * dispute. Who, when and why is appended to the event chain first; the number is read afterwards and never stored with
 * the idempotency key.
 * Refuses beyond the county's limit per hour, and tells the head of an unusual number.
 */
export async function revealContact(
  ctx: ActContext,
  input: z.output<typeof revealContactInput>,
): Promise<{ number: string }> {
  const { actor } = ctx;
  const { disputeId, partyId, linkId, what = "phone", agreementId, reason } = input;
  await countLookups(ctx, "reveal", [`${what} ${linkId ?? partyId}`]);
  await act(
    ctx,
    "party.reveal",
    input,
    () => undefined,
    async (tx) => {
      await openDispute(tx, actor, "party.reveal", { disputeId });
      return {
        result: null,
        disputeId,
        payload: { party: partyId, link: linkId, what, agreement: agreementId, reason },
      };
    },
  );
  return asActor(ctx, async (tx) => {
    await openDispute(tx, actor, "party.reveal", { disputeId });
    const of = { countyId: actor.countyId, disputeId, partyId, linkId, agreementId };
    const number = await (what === "phone" ? wholePhone(tx, of) : wholeIdNumber(tx, of));
    if (number === undefined) throw notFound();
    return { number };
  });
}
