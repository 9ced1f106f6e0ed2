import { and, eq, sql } from "drizzle-orm";
import { weeklyHours } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { joinTouching, type WeekSpan } from "./choices";
import type { WeeklyHoursInput } from "./inputs";
import { weekSpan } from "./parts/week-span";

/** The spans of a week as one text, in the order of the week. */
const wordsOf = (week: readonly WeekSpan[]): string =>
  week
    .map(({ weekday, from, until, mood }) => [weekday, from, until, mood].join(" "))
    .sort()
    .join();

/**
 * Replaces the actor's usual week, if it is still the one they saw; an empty one means that they have told none. Booked
 * sessions stay as they are. Refuses with changedMeanwhile.
 */
export function setWeeklyHours(ctx: ActContext, input: WeeklyHoursInput): Promise<{ spans: number }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const week = joinTouching(input.week);
      // Two saves of one week follow each other; the second then sees what the first has written.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`week ${personId}`}, 0))`);
      const before = await tx.execute<{ [K in keyof WeekSpan]: WeekSpan[K] }>(sql`select ${weekSpan} from weekly_hours
        where county_id = ${countyId}::uuid and person_id = ${personId}::uuid`);
      if (wordsOf([...before]) !== wordsOf(joinTouching(input.weekSeen))) throw conflict("changedMeanwhile");
      await tx.delete(weeklyHours).where(and(eq(weeklyHours.countyId, countyId), eq(weeklyHours.personId, personId)));
      if (week.length > 0) {
        await tx.insert(weeklyHours).values(
          week.map(({ weekday, from, until, mood }) => ({
            countyId,
            personId,
            weekday,
            fromTime: from,
            untilTime: until,
            mood,
          })),
        );
      }
      return { result: { spans: week.length }, payload: { week: week.length } };
    },
  );
}
