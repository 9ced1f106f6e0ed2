import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NextStep } from "@/db/vocabulary";
import { isUntriaged } from "../../disputes/parts/counted-sets";
import { dayOf, instantOf } from "../../kernel/shanghai";
import { addWorkdays, type DayOverrides, rollToWorkday, workdaysAfter } from "../../rules/workdays";

/**
 * How a step falls due (server/disputes/parts/next-step.ts): so many working days on at the same hour, or by a day. A session,
 * an answer, a hold and what the law has decided by a day were said to somebody: they stay.
 */
const fallsDueBy = {
  triage: "hours",
  identifyParty: "day",
  giveNotice: "hours",
  findViolation: "hours",
  tellGuardian: "hours",
  recordConsent: "hours",
  inviteForces: "hours",
  bookSession: "hours",
  confirmSession: null,
  holdSession: null,
  recordSession: "hours",
  draftAgreement: "hours",
  collectSignatures: "hours",
  sealAgreement: "hours",
  awaitAnswers: null,
  watchPerformance: "day",
  followBreach: "day",
  visit: "day",
  close: "hours",
  archive: "day",
  coordinate: "hours",
  awaitAssignments: null,
  settleAssignment: "hours",
  handOver: "hours",
  decideSettlement: "hours",
  decideLeadRequest: null,
  nameLead: "hours",
  clearGate: "hours",
  takeOver: "hours",
  leaveTrack: "hours",
} as const satisfies Record<NextStep, "hours" | "day" | null>;

interface Due extends Record<string, unknown> {
  id: string;
  step: NextStep;
  dueAt: Date;
}
export interface DaysOff {
  before: DayOverrides;
  after: DayOverrides;
}

/** An instant that lies so many working days ahead, by the days off as they are now; the days until today were counted and stay. */
export function movedHours(dueAt: Date, today: string, { before, after }: DaysOff): Date {
  const day = dayOf(dueAt);
  return day <= today ? dueAt : atHourOf(dueAt, day, addWorkdays(today, workdaysAfter(today, day, before), after));
}

/** The same hour on another day. */
const atHourOf = (dueAt: Date, day: string, to: string) =>
  new Date(dueAt.getTime() + instantOf(to, "00:00").getTime() - instantOf(day, "00:00").getTime());

/** When a step falls due by the days off as they are now. */
export function movedStep({ step, dueAt }: Pick<Due, "step" | "dueAt">, today: string, daysOff: DaysOff): Date {
  const day = dayOf(dueAt);
  const by = fallsDueBy[step];
  if (by === null || day <= today) return dueAt;
  return by === "hours" ? movedHours(dueAt, today, daysOff) : atHourOf(dueAt, day, rollToWorkday(day, daysOff.after));
}

/** Moves the steps of a county that are due from now on; an act that came first keeps what it worked out. */
export async function moveSteps(tx: Tx, at: { countyId: string; now: Date }, daysOff: DaysOff): Promise<void> {
  const { countyId, now } = at;
  const of = sql`county_id = ${countyId}::uuid`;
  const later = (column: SQL) => sql`${column} > ${now.toISOString()}::timestamptz`;
  const proceedings = await tx.execute<Due>(sql`
    select id, next_step as step, next_due_at as "dueAt" from proceedings where ${of} and next_step is not null and ${later(sql`next_due_at`)}`);
  const waiting = await tx.execute<Due>(sql`
    select id, waiting_step as step, waiting_due_at as "dueAt" from proceedings where ${of} and waiting_step is not null and ${later(sql`waiting_due_at`)}`);
  const untriaged = await tx.execute<Due>(sql`
    select d.id, 'triage' as step, d.triage_due_at as "dueAt" from disputes d where d.${of} and ${later(sql`d.triage_due_at`)} and ${isUntriaged}`);
  const moved = (rows: readonly Due[]) =>
    rows.flatMap(({ id, step, dueAt: found }) => {
      const was = new Date(found);
      const to = movedStep({ step, dueAt: was }, dayOf(now), daysOff);
      return to.getTime() === was.getTime() ? [] : [{ id, was: was.toISOString(), to: to.toISOString() }];
    });
  const list = (rows: ReturnType<typeof moved>) =>
    sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, was timestamptz, "to" timestamptz)`;
  await tx.execute(sql`update proceedings p set next_due_at = m."to" from ${list(moved(proceedings))}
    where p.${of} and p.id = m.id and p.next_due_at = m.was`);
  await tx.execute(sql`update proceedings p set waiting_due_at = m."to" from ${list(moved(waiting))}
    where p.${of} and p.id = m.id and p.waiting_due_at = m.was`);
  await tx.execute(sql`update disputes d set triage_due_at = m."to" from ${list(moved(untriaged))}
    where d.${of} and d.id = m.id and d.triage_due_at = m.was`);
}
