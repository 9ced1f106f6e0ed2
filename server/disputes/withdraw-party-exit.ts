import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { partyExits } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { withdrawPartyExitInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
import { perform } from "./perform";

/** A party's exit was recorded wrongly, or two rows were not one person: it is a party again. The record stays, undone. */
export function withdrawPartyExit(
  ctx: ActContext,
  input: z.output<typeof withdrawPartyExitInput>,
): Promise<{ exitId: string }> {
  return perform(ctx, "party.withdrawExit", input, async ({ tx, countyId, dispute, now, actor }) => {
    const [undone] = await retitledAfter(tx, { countyId, disputeId: dispute.id }, () =>
      tx
        .update(partyExits)
        .set({ undoneReason: input.reason, undoneBy: actor.personId, undoneAt: now })
        .where(
          and(
            eq(partyExits.countyId, countyId),
            eq(partyExits.disputeId, dispute.id),
            eq(partyExits.partyId, input.partyId),
            isNull(partyExits.undoneAt),
          ),
        )
        .returning({ id: partyExits.id }),
    );
    if (!undone) throw notFound();
    return { result: { exitId: undone.id }, payload: { party: input.partyId, reason: input.reason } };
  });
}
