import { and, eq } from "drizzle-orm";
import { importedCalendars } from "@/db/schema/availability";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { CalendarIdInput } from "./inputs";

/** Deletes an imported calendar of the actor, its address and the busy times it gave. */
export function removeCalendar(ctx: ActContext, input: CalendarIdInput): Promise<{ calendarId: string }> {
  const { countyId, personId } = ctx.actor;
  return act(
    ctx,
    "availability.change",
    input,
    (who) => requireRole(who, "availability.change"),
    async (tx) => {
      const gone = await tx
        .delete(importedCalendars)
        .where(
          and(
            eq(importedCalendars.countyId, countyId),
            eq(importedCalendars.personId, personId),
            eq(importedCalendars.id, input.calendarId),
          ),
        )
        .returning({ id: importedCalendars.id });
      if (gone.length === 0) throw notFound();
      return { result: { calendarId: input.calendarId }, payload: { calendarId: input.calendarId } };
    },
  );
}
