import { and, eq } from "drizzle-orm";
import { weeklyHours } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import type { WeeklyHoursInput } from "./inputs";
import { joinTouching } from "./parts/week";

/** Replaces the actor's usual week; an empty one means that they have told none. Booked sessions stay as they are. */
export function setWeeklyHours(ctx: ActContext, input: WeeklyHoursInput): Promise<{ spans: number }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const week = joinTouching(input.week);
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
