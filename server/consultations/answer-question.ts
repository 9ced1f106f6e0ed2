import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consultations } from "@/db/schema/consultations";
import type { ConsultationStatus } from "@/db/vocabulary";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, forbidden, notFound, type Problem } from "../kernel/problem";
import type { AnswerQuestionInput } from "./inputs";
import { onDutyAt } from "./parts/on-duty";

/**
 * The lawyer the question waits for, or a colleague on duty at this minute, answers it; once. Whoever comes second is
 * told that it is answered. The event holds ids alone.
 */
export function answerQuestion(ctx: ActContext, input: AnswerQuestionInput): Promise<{ consultationId: string }> {
  const { actor, now } = ctx;
  const one = and(eq(consultations.countyId, actor.countyId), eq(consultations.id, input.consultationId));
  return act(
    ctx,
    "consultation.answer",
    input,
    (who) => requireRole(who, "consultation.answer"),
    async (tx) => {
      const [row] = await tx.select().from(consultations).where(one).for("update");
      if (!row) throw await outOfSight(tx, input.consultationId);
      if (row.status !== "waiting") throw conflict("questionClosed", { status: row.status });
      const isOnDuty = (await onDutyAt(tx, actor.countyId, now)).some((who) => who.personId === actor.personId);
      if (row.dutyId !== actor.personId && !isOnDuty) throw forbidden();
      await tx
        .update(consultations)
        .set({ status: "answered", answer: input.answer, answeredBy: actor.personId, answeredAt: now })
        .where(one);
      return {
        result: { consultationId: row.id },
        payload: { consultationId: row.id, stationId: row.stationId, askedBy: row.askedBy },
      };
    },
  );
}

/**
 * Why the actor cannot see the question. Others on duty lose sight of one a colleague has answered; if they were just
 * writing an answer too, they are told that it is closed.
 */
async function outOfSight(tx: Tx, consultationId: string): Promise<Problem> {
  const [state] = await tx.execute<{ status: ConsultationStatus | null }>(
    sql`select app.consultation_state(${consultationId}::uuid) as status`,
  );
  return state?.status ? conflict("questionClosed", { status: state.status }) : notFound();
}
