import { and, eq } from "drizzle-orm";
import { consultations } from "@/db/schema/consultations";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { ConsultationInput } from "./inputs";

/** Whoever asked needs no answer any more. Only their own question, only while it waits. */
export function closeQuestion(ctx: ActContext, input: ConsultationInput): Promise<{ consultationId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "consultation.close",
    input,
    (who) => requireRole(who, "consultation.close"),
    async (tx) => {
      const one = and(
        eq(consultations.countyId, countyId),
        eq(consultations.id, input.consultationId),
        eq(consultations.askedBy, personId),
      );
      const [row] = await tx.select().from(consultations).where(one).for("update");
      if (!row) throw notFound();
      if (row.status !== "waiting") throw conflict("questionClosed", { status: row.status });
      await tx.update(consultations).set({ status: "closed" }).where(one);
      return { result: { consultationId: row.id }, payload: { consultationId: row.id } };
    },
  );
}
