import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dayOverrides, dayYears } from "@/db/schema/rules";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { dayOf, weekdayOf, yearOf } from "../kernel/shanghai";
import { dayOverridesOf } from "../rules/queries";
import { yearsAhead } from "./choices";
import type { SetDaysInput } from "./inputs";
import { changedDays, missingHoliday } from "./parts/days-of-year";
import { movingDueDays } from "./parts/move-due-days";

/**
 * Enters the days off and the make-up days of a year as a whole, as the State Council's notice or the county has them.
 * Days that have begun stay as they were, because deadlines have been counted by them. Last days of open proceedings
 * move with them; gives how many. Refuses with yearNotOpen, makeUpOnWorkday, holidayMissing, dayBegun, changedMeanwhile.
 */
export function setDays(ctx: ActContext, input: SetDaysInput): Promise<{ changed: number; moved: number }> {
  const { year, notice } = input;
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  return act(
    ctx,
    "daysOff.set",
    input,
    (who) => requireRole(who, "daysOff.set"),
    async (tx) => {
      requireYear(input, yearOf(now));
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`days ${countyId} ${year}`}, 0))`);
      await requireSeen(tx, countyId, input);
      const changes = changedDays(input, await dayOverridesOf(tx, countyId));
      const begun = changes.find(({ day }) => day <= dayOf(now));
      if (begun) throw invalid("dayBegun", { day: begun.day });
      const by = { changedBy: personId, changedAt: now };
      const moved = await movingDueDays(tx, { countyId, now }, async () => {
        await tx
          .insert(dayYears)
          .values({ countyId, id: newId(now), year, notice, enteredBy: personId, enteredAt: now });
        if (changes.length > 0)
          await tx
            .insert(dayOverrides)
            .values(
              changes.map(({ day, to }) => ({ countyId, id: newId(now), day, isWorkday: to, note: notice, ...by })),
            );
      });
      const payload = {
        year,
        notice,
        changes: changes.map(({ day, was, to }) => `${day} ${wordOf(was)} ${wordOf(to)}`),
        moved,
      };
      return { result: { changed: changes.length, moved }, payload };
    },
  );
}

/** An exception as its event says it. */
const wordOf = (local: boolean | null): string => (local === null ? "none" : local ? "worked" : "free");

function requireYear({ year, free, worked }: SetDaysInput, thisYear: number): void {
  if (year < thisYear || year > thisYear + yearsAhead)
    throw invalid("yearNotOpen", { from: thisYear, until: thisYear + yearsAhead });
  const onWorkday = worked.find((day) => weekdayOf(day) <= 5);
  if (onWorkday) throw invalid("makeUpOnWorkday", { day: onWorkday });
  const missing = missingHoliday(year, free);
  if (missing) throw invalid("holidayMissing", { day: missing });
}

/** Refuses when somebody entered the year since the user saw it. */
async function requireSeen(tx: Tx, countyId: string, { year, entrySeen }: SetDaysInput): Promise<void> {
  const [newest] = await tx.execute<{ id: string }>(sql`
    select id from day_years where county_id = ${countyId}::uuid and year = ${year} order by entered_at desc, id desc limit 1`);
  if ((newest?.id ?? null) !== entrySeen) throw conflict("changedMeanwhile");
}
