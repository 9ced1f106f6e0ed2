import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clockChanges, clocks } from "@/db/schema/clocks";
import type { ClockKind, Track } from "@/db/vocabulary";
import { type Act, performWithin } from "../../disputes/perform";
import { type Actor, systemActor } from "../../kernel/actor";
import { type ActContext, actAs } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { type ClockStory, lastDay } from "../../rules/clock-days";
import type { Rules } from "../../rules/defaults";
import { dayOverridesOf, type Owned, rulesByOwner } from "../../rules/queries";
import { type DayOverrides, rollToWorkday } from "../../rules/workdays";
import { moveAnswers } from "./move-answers";
import { moveSteps } from "./move-steps";

/** A clock that runs, and whose rules count for it. */
interface Open extends Owned, Record<string, unknown> {
  id: string;
  kind: ClockKind;
  startedOn: string;
  dueOn: string;
  proceedingId: string;
  disputeId: string;
  track: Track;
  committeeId: string;
  pauses: ClockStory["pauses"];
}
interface Calendar {
  overrides: DayOverrides;
  rulesOn: Map<string, (proceeding: Owned) => Rules>;
}

/** What the last days are worked out from: the rules of each day on which a clock started, and the days off. */
async function calendarFor(tx: Tx, countyId: string, open: readonly Open[]): Promise<Calendar> {
  const days = [...new Set(open.map(({ startedOn }) => startedOn))];
  const [overrides, rules] = await Promise.all([
    dayOverridesOf(tx, countyId),
    Promise.all(days.map((day) => rulesByOwner(tx, countyId, day))),
  ]);
  return { overrides, rulesOn: new Map(days.map((day, n) => [day, rules[n] as (proceeding: Owned) => Rules])) };
}

function dueOf(one: Open, { overrides, rulesOn }: Calendar): string | null {
  const rules = rulesOn.get(one.startedOn)?.(one);
  return rules ? lastDay(one, rules, overrides) : null;
}

/** The last day as it is to be. One that was set otherwise, by an extension, only leaves a day that is now free. */
function movedTo(one: Open, before: Calendar, after: Calendar): string {
  const due = dueOf(one, before) === one.dueOn ? dueOf(one, after) : null;
  return due ?? rollToWorkday(one.dueOn, after.overrides);
}

const isSame = (one: DayOverrides, other: DayOverrides): boolean =>
  one.size === other.size && [...one].every(([day, isWorked]) => other.get(day) === isWorked);

/** Moves one clock, with the row that keeps the old and the new day. */
async function moveClock({ tx, countyId, now }: Act<Actor>, one: Open, to: string): Promise<void> {
  await tx.insert(clockChanges).values({
    countyId,
    id: newId(now),
    disputeId: one.disputeId,
    proceedingId: one.proceedingId,
    clockId: one.id,
    kind: "recomputed",
    happenedOn: dayOf(now),
    oldDueOn: one.dueOn,
    newDueOn: to,
    reason: "",
    recordedAt: now,
  });
  await tx
    .update(clocks)
    .set({ dueOn: to })
    .where(and(eq(clocks.countyId, countyId), eq(clocks.id, one.id)));
}

/** A clause of an agreement in force whose day was counted from the day of signing and is another by the days off as they are now. */
interface DueClause extends Record<string, unknown> {
  id: string;
  ordinal: number;
  was: string;
  dueOn: string;
  disputeId: string;
  proceedingId: string;
}

/** Moves the days of clauses that were counted from the day of signing; app.due_by_effect works them out. Gives how many. */
async function moveClauses(tx: Tx, system: ActContext<Actor>, today: string): Promise<number> {
  const { countyId } = system.actor;
  const due = await tx.execute<DueClause>(sql`
    select o.id, o.ordinal, o.due_on::text as was, n.due_on::text as "dueOn", o.dispute_id as "disputeId", a.proceeding_id as "proceedingId"
    from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      cross join lateral (select app.due_by_effect(o.county_id, o.agreement_id, o.due_after_days) as due_on) n
    where o.county_id = ${countyId}::uuid and a.status = 'effective' and o.due_after_days > 0 and o.due_on >= ${today}::date
      and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0 and n.due_on <> o.due_on and n.due_on >= ${today}::date
    order by o.dispute_id, o.ordinal`);
  for (const { id, ordinal, was, dueOn, disputeId, proceedingId } of due)
    await performWithin(tx, system, "proceeding.moveDueDay", { disputeId, proceedingId }, async () => {
      await tx.execute(sql`update obligations set due_on = ${dueOn}::date, version = version + 1
        where county_id = ${countyId}::uuid and id = ${id}::uuid`);
      return { result: null, payload: { clause: ordinal, was, dueOn } };
    });
  return due.length;
}

/**
 * Carries out `change`, of rules or days off, and moves the last days of the county's running clocks that depend on them,
 * and the days of clauses counted from the day of signing, in the same transaction; each leaves an event with the old and the new day on its dispute's chain. The
 * steps of this office move with the days off, without one: nothing falls due while it is closed. A last day that has passed stays: it was missed by what counted then; so does one that is paused, for it does not count. Gives how many were
 * moved and names none: whoever changes a rule need not know the disputes.
 */
export async function movingDueDays(
  tx: Tx,
  { countyId, now }: { countyId: string; now: Date },
  change: () => Promise<unknown>,
): Promise<number> {
  const today = dayOf(now);
  const open = await withSystemPrivileges(tx, async () => {
    const rows = await tx.execute<Open>(sql`
      select c.id, c.kind, c.started_on::text as "startedOn", c.due_on::text as "dueOn", c.proceeding_id as "proceedingId",
        c.dispute_id as "disputeId", p.track, p.committee_id as "committeeId", app.pauses_of(c) as pauses
      from clocks c join proceedings p on p.county_id = c.county_id and p.id = c.proceeding_id
      where c.county_id = ${countyId}::uuid and c.stopped_on is null and c.paused_on is null and c.due_on >= ${today}::date
      order by c.dispute_id, c.id`);
    return [...rows];
  });
  const before = await calendarFor(tx, countyId, open);
  await change();
  const after = await calendarFor(tx, countyId, open);
  const moves = open.map((one) => ({ one, to: movedTo(one, before, after) })).filter(({ one, to }) => to !== one.dueOn);
  const system = actAs(systemActor(countyId, "moveDueDays"), now);
  const clauses = await withSystemPrivileges(tx, async () => {
    for (const { one, to } of moves) {
      const { disputeId, proceedingId } = one;
      await performWithin(tx, system, "proceeding.moveDueDay", { disputeId, proceedingId }, async (act) => {
        await moveClock(act, one, to);
        return { result: null, payload: { clock: one.kind, was: one.dueOn, dueOn: to } };
      });
    }
    const moved = await moveClauses(tx, system, today);
    if (!isSame(before.overrides, after.overrides)) {
      const daysOff = { before: before.overrides, after: after.overrides };
      await moveSteps(tx, { countyId, now }, daysOff);
      await moveAnswers(tx, { countyId, now }, daysOff);
    }
    return moved;
  });
  return moves.length + clauses;
}
