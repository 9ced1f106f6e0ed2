import { and, count, eq } from "drizzle-orm";
import { importedCalendars } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { AddCalendarInput } from "./inputs";
import { calendarAddress } from "./parts/calendar-address";
import { readingOf } from "./parts/reading";

const mostCalendars = 5;

/** Imports an outside calendar of the actor by its ICS address; the worker reads it at once and every half hour. */
export function addCalendar(ctx: ActContext, input: AddCalendarInput): Promise<{ calendarId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const address = calendarAddress(input.address);
      if (!address) throw invalid("calendarAddress");
      const own = and(eq(importedCalendars.countyId, countyId), eq(importedCalendars.personId, personId));
      const [before] = await tx.select({ rows: count() }).from(importedCalendars).where(own);
      if ((before?.rows ?? 0) >= mostCalendars) throw conflict("tooManyCalendars", { most: mostCalendars });
      const calendarId = newId(ctx.now);
      await tx
        .insert(importedCalendars)
        .values({ countyId, id: calendarId, personId, address, label: input.label, addedAt: ctx.now });
      return { result: { calendarId }, payload: { calendarId }, jobs: [readingOf(countyId, calendarId)] };
    },
  );
}
