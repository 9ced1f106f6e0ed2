import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Track } from "@/db/vocabulary";
import { dueOnOf } from "../../disputes/parts/open-proceeding";
import { performWithin } from "../../disputes/perform";
import { systemActor } from "../../kernel/actor";
import { actAs } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import type { Rules } from "../../rules/defaults";
import { dayOverridesOf, type Owned, rulesByOwner } from "../../rules/queries";
import { type DayOverrides, rollToWorkday } from "../../rules/workdays";

interface Open extends Owned, Record<string, unknown> {
  id: string;
  disputeId: string;
  track: Track;
  committeeId: string;
  acceptedAt: string;
  dueOn: string;
}
interface Calendar {
  overrides: DayOverrides;
  rulesOn: Map<string, (proceeding: Owned) => Rules>;
}

/** What open proceedings' last days are worked out from: the rules of each day of acceptance, and the days off. */
async function calendarFor(tx: Tx, countyId: string, open: readonly Open[]): Promise<Calendar> {
  const days = [...new Set(open.map(({ acceptedAt }) => dayOf(new Date(acceptedAt))))];
  const [overrides, rules] = await Promise.all([
    dayOverridesOf(tx, countyId),
    Promise.all(days.map((day) => rulesByOwner(tx, countyId, day))),
  ]);
  return { overrides, rulesOn: new Map(days.map((day, n) => [day, rules[n] as (proceeding: Owned) => Rules])) };
}

function dueOf(one: Open, { overrides, rulesOn }: Calendar): string | null {
  const accepted = dayOf(new Date(one.acceptedAt));
  const rules = rulesOn.get(accepted)?.(one);
  return rules ? dueOnOf(one.track, accepted, rules, overrides) : null;
}

/** The last day as it is to be. One that was set otherwise, by an extension, only leaves a day that is now free. */
function movedTo(one: Open, before: Calendar, after: Calendar): string {
  const due = dueOf(one, before) === one.dueOn ? dueOf(one, after) : null;
  return due ?? rollToWorkday(one.dueOn, after.overrides);
}

/**
 * Carries out `change`, of rules or days off, and moves the last days of the county's open proceedings that depend on
 * them, in the same transaction; each leaves an event with the old and the new day on its dispute's chain. A last day that
 * has passed stays: it was missed by what counted then. Gives how many were moved and names none: whoever changes a rule
 * need not know the disputes.
 */
export async function movingDueDays(
  tx: Tx,
  { countyId, now }: { countyId: string; now: Date },
  change: () => Promise<unknown>,
): Promise<number> {
  const today = dayOf(now);
  const open = await withSystemPrivileges(tx, async () => {
    const rows = await tx.execute<Open>(sql`
      select id, dispute_id as "disputeId", track, committee_id as "committeeId", to_json(accepted_at) #>> '{}' as "acceptedAt",
        due_on::text as "dueOn" from proceedings
      where county_id = ${countyId}::uuid and ended_at is null and due_on >= ${today}::date order by dispute_id, id`);
    return [...rows];
  });
  const before = await calendarFor(tx, countyId, open);
  await change();
  const after = await calendarFor(tx, countyId, open);
  const moves = open.map((one) => ({ one, to: movedTo(one, before, after) })).filter(({ one, to }) => to !== one.dueOn);
  const system = actAs(systemActor(countyId, "moveDueDays"), now);
  await withSystemPrivileges(tx, async () => {
    for (const { one, to } of moves) {
      const target = { disputeId: one.disputeId, proceedingId: one.id };
      await performWithin(tx, system, "proceeding.moveDueDay", target, async () => ({
        result: null,
        payload: { was: one.dueOn, dueOn: to },
        stamps: { dueOn: to },
      }));
    }
  });
  return moves.length;
}
