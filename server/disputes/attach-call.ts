import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { policeCalls } from "@/db/schema/calls";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { attachCallInput } from "./inputs";
import { recordRelapse } from "./parts/record-relapse";
import { perform } from "./perform";

/** Attaches one more police call of its own station to a dispute; the call keeps its number. */
export function attachCall(ctx: ActContext, input: z.output<typeof attachCallInput>): Promise<{ callId: string }> {
  return perform(ctx, "dispute.attachCall", input, async ({ tx, countyId, dispute }) => {
    const thisCall = and(
      eq(policeCalls.countyId, countyId),
      eq(policeCalls.id, input.callId),
      eq(policeCalls.stationId, dispute.stationId),
    );
    const [attached] = await tx
      .update(policeCalls)
      .set({ disputeId: dispute.id })
      .where(and(thisCall, isNull(policeCalls.disputeId)))
      .returning({ number: policeCalls.number });
    if (attached) {
      await recordRelapse(tx, { actor: ctx.actor, now: ctx.now }, { disputeId: dispute.id, by: attached.number });
      return { result: { callId: input.callId }, payload: { call: attached.number } };
    }
    const [there] = await tx.select({ id: policeCalls.id }).from(policeCalls).where(thisCall);
    throw there ? conflict("callAlreadyAttached") : notFound();
  });
}
