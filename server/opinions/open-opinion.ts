import { and, eq } from "drizzle-orm";
import { opinions } from "@/db/schema/desk";
import { readDispute } from "../access/gate";
import type { ActContext } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { OpenOpinionInput } from "./inputs";

/**
 * Gives the words of one covered opinion and logs the opening, which only its reader and the lead may see. No
 * idempotency key: the words would be stored with it.
 */
export function openOpinion(ctx: ActContext, input: OpenOpinionInput): Promise<{ text: string }> {
  const { actor, now } = ctx;
  const { disputeId, opinionId } = input;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "opinion.read", disputeId);
    const [opinion] = await tx
      .select({ text: opinions.text, lane: opinions.lane })
      .from(opinions)
      .where(and(eq(opinions.countyId, actor.countyId), eq(opinions.disputeId, disputeId), eq(opinions.id, opinionId)));
    if (!opinion) throw notFound();
    if (opinion.lane === "mediator")
      await appendEvent(tx, actor, now, {
        action: "opinion.read",
        disputeId,
        proceedingId: proceeding?.id,
        payload: { opinionId, isPrivate: true },
      });
    return { text: opinion.text };
  });
}
