import { consultations } from "@/db/schema/consultations";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { rulesOn } from "../rules/queries";
import { idNumber } from "./choices";
import type { AskQuestionInput } from "./inputs";
import { dueOf, lookAgainAt, nextShiftAfter, onDutyAt, passJob } from "./parts/on-duty";

/** What the asker gets back at once. Instants are ISO text. */
export interface Asked {
  consultationId: string;
  /** The lawyer it goes to; null while nobody is on duty, when the station's mediators see it instead. */
  duty: string | null;
  dueAt: string;
  next: { name: string; from: string } | null;
}

/**
 * A contact point, mediator or officer asks a lawyer. The question goes to the one on duty at this minute; the event
 * holds ids alone. Refused when it contains an ID number: a legal question never needs one.
 */
export function askQuestion(ctx: ActContext, input: AskQuestionInput): Promise<Asked> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "consultation.ask",
    input,
    (who) => requireRole(who, "consultation.ask"),
    async (tx) => {
      const { countyId, stationId } = actor;
      if (!stationId) throw invalid("workplaceNeeded");
      if (idNumber.test(input.question)) throw invalid("idNumberInQuestion");
      const minutes = (await rulesOn(tx, countyId, dayOf(now)))["consultation.minutes"];
      const on = (await onDutyAt(tx, countyId, now))[0] ?? null;
      const next = await nextShiftAfter(tx, countyId, now);
      const dueAt = dueOf({ now, minutes, on, next });
      const consultationId = newId(now);
      await tx.insert(consultations).values({
        countyId,
        id: consultationId,
        stationId,
        pointId: input.pointId ?? actor.pointId,
        askedBy: actor.personId,
        askedAt: now,
        question: input.question,
        dutyId: on?.personId ?? null,
        dueAt,
      });
      const lookAt = lookAgainAt({ now, dueAt, on, next });
      return {
        result: {
          consultationId,
          duty: on?.name ?? null,
          dueAt: dueAt.toISOString(),
          next: next && { name: next.name, from: next.from.toISOString() },
        },
        payload: { consultationId, stationId, dutyId: on?.personId ?? null },
        jobs: lookAt ? [passJob(countyId, consultationId, lookAt)] : [],
      };
    },
  );
}
