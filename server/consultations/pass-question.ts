import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consultations } from "@/db/schema/consultations";
import { act } from "../kernel/act";
import { type SystemActor, systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { enqueue } from "../kernel/jobs";
import { conflict, Problem } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { rulesOn } from "../rules/queries";
import { dueOf, lookAgainAt, nextShiftAfter, type OnDuty, onDutyAt, otherThan, passJob } from "./parts/on-duty";

interface Target {
  countyId: string;
  consultationId: string;
}
type Row = typeof consultations.$inferSelect;

/** For whom the question should wait now: the same lawyer or another one (null: nobody is on duty). */
interface Plan {
  row: Row;
  isChanged: boolean;
  to: OnDuty | null;
  next: { from: Date } | null;
}

/**
 * Null when it no longer waits. It stays with a lawyer who is on duty and in time; otherwise the next in turn gets it.
 */
async function planOf(tx: Tx, { countyId, consultationId }: Target, now: Date, lock = false): Promise<Plan | null> {
  const find = tx
    .select()
    .from(consultations)
    .where(and(eq(consultations.countyId, countyId), eq(consultations.id, consultationId)));
  const [row] = await (lock ? find.for("update") : find);
  if (row?.status !== "waiting") return null;
  const on = await onDutyAt(tx, countyId, now);
  const next = await nextShiftAfter(tx, countyId, now);
  const holder = on.find((one) => one.personId === row.dutyId) ?? null;
  const isInTime = holder !== null && row.dueAt > now;
  const to = isInTime ? holder : (otherThan(on, row.dutyId) ?? holder);
  return { row, isChanged: (to?.personId ?? null) !== row.dutyId, to, next };
}

/** Gives a waiting question to the next lawyer on duty; refuses when there is nothing to pass on. */
export function passQuestion(actor: SystemActor, target: Target, now: Date): Promise<{ dutyId: string | null }> {
  const { countyId, consultationId } = target;
  return act(
    actAs(actor, now),
    "consultation.pass",
    target,
    () => undefined,
    async (tx) => {
      const plan = await planOf(tx, target, now, true);
      if (!plan?.isChanged) throw conflict("stillWaiting");
      const { row, to, next } = plan;
      const minutes = (await rulesOn(tx, countyId, dayOf(now)))["consultation.minutes"];
      const dueAt = dueOf({ now, minutes, on: to, next });
      const dutyId = to?.personId ?? null;
      await tx
        .update(consultations)
        .set({ dutyId, dueAt })
        .where(and(eq(consultations.countyId, countyId), eq(consultations.id, consultationId)));
      const lookAt = lookAgainAt({ now, dueAt, on: to, next });
      return {
        result: { dutyId },
        payload: { consultationId, stationId: row.stationId, was: row.dutyId, dutyId },
        jobs: lookAt ? [passJob(countyId, consultationId, lookAt)] : [],
      };
    },
  );
}

const passingActor = (countyId: string) => systemActor(countyId, "passConsultation");

/** The worker's part for one question: passes it on if that is due, else plans the next check. Safe to run twice. */
export async function passConsultation(target: Target, now: Date): Promise<void> {
  const actor = passingActor(target.countyId);
  const isChanged = await asActor({ actor, now }, async (tx) => {
    const plan = await planOf(tx, target, now);
    if (!plan || plan.isChanged) return plan !== null;
    const lookAt = lookAgainAt({ now, dueAt: plan.row.dueAt, on: plan.to, next: plan.next });
    await enqueue(tx, lookAt ? [passJob(target.countyId, target.consultationId, lookAt)] : []);
    return false;
  });
  if (!isChanged) return;
  try {
    await passQuestion(actor, target, now);
  } catch (error) {
    // Answered or passed on at the same moment.
    if (!(error instanceof Problem) || error.code !== "stillWaiting") throw error;
  }
}

/** After a change of the roster: checks every waiting question of the county. */
export async function passConsultations({ countyId }: { countyId: string }, now: Date): Promise<void> {
  const waiting = await asActor({ actor: passingActor(countyId), now }, (tx) =>
    tx
      .select({ id: consultations.id })
      .from(consultations)
      .where(and(eq(consultations.countyId, countyId), eq(consultations.status, "waiting"))),
  );
  for (const { id } of waiting) await passConsultation({ countyId, consultationId: id }, now);
}
