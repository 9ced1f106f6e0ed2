import { and, eq } from "drizzle-orm";
import { consultations } from "@/db/schema/consultations";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { LinkConsultationInput } from "./inputs";

/**
 * Links a question with its answer to a dispute the actor works on; from then on its lead team reads both. Cannot be
 * changed or repeated.
 */
export function linkConsultation(ctx: ActContext, input: LinkConsultationInput): Promise<{ consultationId: string }> {
  return perform(ctx, "consultation.link", input, async ({ tx, countyId, dispute, now }) => {
    const one = and(eq(consultations.countyId, countyId), eq(consultations.id, input.consultationId));
    const [row] = await tx.select().from(consultations).where(one).for("update");
    if (!row) throw notFound();
    if (row.status === "closed") throw conflict("questionClosed", { status: row.status });
    if (row.disputeId) throw conflict("consultationLinked");
    await tx
      .update(consultations)
      .set({ disputeId: dispute.id, linkedBy: ctx.actor.personId, linkedAt: now })
      .where(one);
    return { result: { consultationId: row.id }, payload: { consultationId: row.id } };
  });
}
