import { and, eq } from "drizzle-orm";
import { agreements, obligations } from "@/db/schema/agreements";
import { urges } from "@/db/schema/performance";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, notFound } from "../kernel/problem";
import type { UrgePerformanceInput } from "./inputs";

/** Records that the committee urged the obligors of an open obligation (人民调解法 31). */
export function urgePerformance(ctx: ActContext, input: UrgePerformanceInput): Promise<{ urgeId: string }> {
  return perform(ctx, "performance.urge", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const [found] = await tx
      .select({ ordinal: obligations.ordinal, performedAt: obligations.performedAt, waivedAt: obligations.waivedAt })
      .from(obligations)
      .innerJoin(
        agreements,
        and(eq(agreements.countyId, obligations.countyId), eq(agreements.id, obligations.agreementId)),
      )
      .where(
        and(
          eq(obligations.countyId, countyId),
          eq(obligations.id, input.obligationId),
          eq(agreements.proceedingId, proceedingOf(act).id),
        ),
      );
    if (!found) throw notFound();
    if (found.performedAt || found.waivedAt) throw conflict("alreadyPerformed");
    const urgeId = newId(now);
    await tx.insert(urges).values({
      countyId,
      id: urgeId,
      disputeId: dispute.id,
      obligationId: input.obligationId,
      note: input.note,
      urgedBy: actor.personId,
      urgedAt: now,
    });
    return { result: { urgeId }, payload: { obligationId: input.obligationId, clause: found.ordinal } };
  });
}
