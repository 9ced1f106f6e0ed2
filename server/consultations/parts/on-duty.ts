import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NewJob } from "../../kernel/jobs";

/** A lawyer on duty at a moment, and until when. */
export interface OnDuty {
  personId: string;
  name: string;
  until: Date;
}

/** Who is on duty at a moment, the earliest shift first; people who are no experts any more are not. */
export async function onDutyAt(tx: Tx, countyId: string, at: Date): Promise<OnDuty[]> {
  const rows = await tx.execute<{ personId: string; name: string; until: string }>(sql`
    select s.person_id as "personId", p.name, to_json(upper(s.during)) as until
    from duty_shifts s join people p on p.county_id = s.county_id and p.id = s.person_id and app.is_expert(p)
    where s.county_id = ${countyId}::uuid and s.during @> ${at.toISOString()}::timestamptz order by lower(s.during), s.person_id`);
  return rows.map((row) => ({ ...row, until: new Date(row.until) }));
}

/** When the next shift after a moment begins, and whose; null while none is planned. */
export async function nextShiftAfter(tx: Tx, countyId: string, at: Date): Promise<{ name: string; from: Date } | null> {
  const [row] = await tx.execute<{ name: string; from: string }>(sql`
    select p.name, to_json(lower(s.during)) as "from"
    from duty_shifts s join people p on p.county_id = s.county_id and p.id = s.person_id and app.is_expert(p)
    where s.county_id = ${countyId}::uuid and lower(s.during) > ${at.toISOString()}::timestamptz order by lower(s.during) limit 1`);
  return row ? { name: row.name, from: new Date(row.from) } : null;
}

/** Of those on duty, the one whose turn is after this person's; null when there is no other. */
export function otherThan(on: readonly OnDuty[], personId: string | null): OnDuty | null {
  const at = on.findIndex((one) => one.personId === personId);
  const inTurn = [...on.slice(at + 1), ...on.slice(0, Math.max(at, 0))];
  return inTurn.find((one) => one.personId !== personId) ?? null;
}

interface Awaited {
  now: Date;
  /** How long a lawyer has to answer. */
  minutes: number;
  on: OnDuty | null;
  next: { from: Date } | null;
}

/** When an answer is due: counted from now if somebody is on duty, else from the beginning of the next shift. */
export function dueOf({ now, minutes, on, next }: Awaited): Date {
  const since = on ? now : (next?.from ?? now);
  return new Date(since.getTime() + minutes * 60_000);
}

/** The job that checks a waiting question when its time is up or the shift changes; a later one replaces an earlier. */
export function passJob(countyId: string, consultationId: string, runAt: Date): NewJob {
  return {
    task: "passConsultation",
    payload: { countyId, consultationId },
    jobKey: `consultation:${consultationId}`,
    runAt,
  };
}

/**
 * When to check again: when the time to answer or the shift ends, or when the next shift begins. Null: only when the
 * roster changes.
 */
export function lookAgainAt({ now, dueAt, on, next }: Omit<Awaited, "minutes"> & { dueAt: Date }): Date | null {
  if (!on) return next?.from ?? null;
  const moments = [dueAt, on.until, next?.from].filter((at): at is Date => at !== undefined && at > now);
  const beforeDue = dueAt > now ? [dueAt, on.until].filter((at) => at > now) : moments;
  return beforeDue.length === 0 ? null : new Date(Math.min(...beforeDue.map((at) => at.getTime())));
}
