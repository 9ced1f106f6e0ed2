import { and, eq } from "drizzle-orm";
import { importedCalendars } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { spend } from "../access/limits";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { CalendarIdInput } from "./inputs";
import { readingOf } from "./parts/reading";

/** Enqueues a reading of one of the actor's imported calendars now, without waiting for the next half hour. */
export function orderReading(ctx: ActContext, input: CalendarIdInput): Promise<{ calendarId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      await spend("calendarReading", personId);
      const [own] = await tx
        .select({ id: importedCalendars.id })
        .from(importedCalendars)
        .where(
          and(
            eq(importedCalendars.countyId, countyId),
            eq(importedCalendars.personId, personId),
            eq(importedCalendars.id, input.calendarId),
          ),
        );
      if (!own) throw notFound();
      return {
        result: { calendarId: own.id },
        payload: { calendarId: own.id },
        jobs: [readingOf(countyId, own.id)],
      };
    },
  );
}
