import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { systemActor } from "../../kernel/actor";
import { appendEvent } from "../../kernel/events";
import { dayOf } from "../../kernel/shanghai";
import { type DaysOff, movedHours } from "./move-steps";

/** What an office has so many hours at work for, beside the steps of a proceeding: what of it waits, and how its time moves. */
const dues = {
  clarify: {
    waits: sql`select id, dispute_id as "disputeId", due_at as due, county_id from gate_steps where kind = 'clarify' and result is null`,
    move: ({ of, to }) => sql`update gate_steps set due_at = ${to} where ${of}`,
  },
  transferAnswer: {
    waits: sql`select id, dispute_id as "disputeId", answer_by as due, county_id from transfers where answered_at is null and withdrawn_at is null`,
    move: ({ of, to }) => sql`update transfers set answer_by = ${to} where ${of}`,
  },
  windowReview: {
    waits: sql`select id, dispute_id as "disputeId", review_due_at as due, county_id from reading_windows where reviewed_at is null`,
    move: ({ of, to }) => sql`update reading_windows set review_due_at = ${to} where ${of}`,
  },
} as const satisfies Record<string, { waits: SQL; move: (row: { of: SQL; to: SQL }) => SQL }>;

interface Waiting extends Record<string, unknown> {
  id: string;
  disputeId: string;
  due: string;
}

/**
 * Moves what has to be made clear, the answers to transfers and the reviews of emergencies with the days off, each with its event: their
 * rows are on the chain. What is to be done on family violence counts round the clock and stays, and so does what was asked of somebody
 * who has no office.
 */
export async function moveAnswers(tx: Tx, at: { countyId: string; now: Date }, daysOff: DaysOff): Promise<void> {
  const { countyId, now } = at;
  const system = systemActor(countyId, "moveDueDays");
  for (const [kind, { waits, move }] of Object.entries(dues)) {
    const waiting = await tx.execute<Waiting>(sql`
      select w.id, w."disputeId", w.due from (${waits}) w
      where w.county_id = ${countyId}::uuid and w.due > ${now.toISOString()}::timestamptz order by w."disputeId", w.id`);
    for (const { id, disputeId, due } of waiting) {
      const was = new Date(due);
      const dueAt = movedHours(was, dayOf(now), daysOff);
      if (dueAt.getTime() === was.getTime()) continue;
      const of = sql`county_id = ${countyId}::uuid and id = ${id}::uuid`;
      await tx.execute(move({ of, to: sql`${dueAt.toISOString()}::timestamptz` }));
      const payload = { due: kind, was: was.toISOString(), dueAt: dueAt.toISOString() };
      await appendEvent(tx, system, now, { action: "proceeding.moveDueDay", disputeId, payload });
    }
  }
}
