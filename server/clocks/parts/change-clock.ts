import { and, eq } from "drizzle-orm";
import { clockChanges, clocks } from "@/db/schema/clocks";
import { courtSteps } from "@/db/vocabulary";
import { type Act, proceedingOf } from "../../disputes/perform";
import { type ClockFacts, factsOf } from "../../disputes/reads/facts";
import type { PersonActor } from "../../kernel/actor";
import { newId } from "../../kernel/ids";
import { conflict } from "../../kernel/problem";

/** The clock of the act's proceeding that has not stopped yet. */
export async function openClock(act: Act): Promise<ClockFacts> {
  const facts = await factsOf(act.tx, act.countyId, proceedingOf(act).id, act.now);
  const clock = facts.clocks.find((one) => one.stoppedOn === null);
  if (!clock) throw conflict("needs.clockRuns");
  return clock;
}

type Change = Pick<typeof clockChanges.$inferInsert, "kind" | "happenedOn" | "newDueOn" | "appraisal" | "reason">;

/** Writes why a clock moves, with the day before and after, and then moves, pauses or resumes it. */
export async function changeClock(act: Act<PersonActor>, clock: ClockFacts, change: Change): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  await tx.insert(clockChanges).values({
    ...change,
    countyId,
    id: newId(now),
    disputeId: dispute.id,
    proceedingId: proceedingOf(act).id,
    clockId: clock.id,
    oldDueOn: clock.dueOn,
    recordedBy: actor.personId,
    recordedAt: now,
  });
  // An application stops it, which the database does itself; what the court does then moves nothing.
  if (change.kind === "applied" || courtSteps.some((step) => step === change.kind)) return;
  const isPause = change.kind === "paused";
  await tx
    .update(clocks)
    .set({
      dueOn: change.newDueOn ?? clock.dueOn,
      pausedOn: isPause ? change.happenedOn : null,
      pausedFor: isPause ? change.appraisal : null,
    })
    .where(and(eq(clocks.countyId, countyId), eq(clocks.id, clock.id)));
}
