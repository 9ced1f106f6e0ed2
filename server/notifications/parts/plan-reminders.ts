import type { Tx } from "@/db/client";
import { enqueue, type NewJob } from "../../kernel/jobs";
import type { Rules } from "../../rules/defaults";
import type { EventAudience } from "./event-audience";

const hour = 3_600_000;

/** The two reminders of a session: which rule says how long before. */
export const reminders = {
  day: { rule: "reminder.firstHours", kind: "reminderDay" },
  hours: { rule: "reminder.secondHours", kind: "reminderHours" },
} as const;
export type Reminder = keyof typeof reminders;

interface SessionAt {
  countyId: string;
  sessionId: string;
  startsAt: Date;
}

/** The job of one reminder, at its hour by these rules; a later one of the same session replaces it. */
export function reminderJob({ countyId, sessionId, startsAt }: SessionAt, which: Reminder, rules: Rules) {
  return {
    task: "remind",
    payload: { countyId, sessionId, which, startsAt: startsAt.toISOString() },
    jobKey: `remind:${sessionId}:${which}`,
    runAt: new Date(startsAt.getTime() - rules[reminders[which].rule] * hour),
  } satisfies NewJob;
}

interface Plan {
  countyId: string;
  audience: EventAudience;
  rules: Rules;
  now: Date;
  /** The event is told of late: then only reminders that are still ahead are planned. */
  isPast: boolean;
}

/**
 * Plans both reminders of a confirmed session; the job key names session and reminder, so that a move replaces the old
 * ones. A reminder whose hour was over when the session was made is left out: people have just been told.
 */
export async function planReminders(tx: Tx, { countyId, audience, rules, now, isPast }: Plan): Promise<void> {
  const { session, flags, at } = audience;
  if (!session || !flags.certain) return;
  const sessionAt = { countyId, sessionId: session.id, startsAt: new Date(session.startsAt) };
  const jobs = (Object.keys(reminders) as Reminder[])
    .map((which) => reminderJob(sessionAt, which, rules))
    .filter(({ runAt }) => runAt > (isPast ? now : at));
  await enqueue(tx, jobs);
}
