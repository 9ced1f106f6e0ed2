import { and, eq } from "drizzle-orm";
import { sessionPeople } from "@/db/schema/sessions";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { TickAttendanceInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";

/** Ticks who is present. A tick leaves no event: the session's record states the attendance at the end. */
export function tickAttendance(ctx: ActContext, input: TickAttendanceInput): Promise<{ rowId: string }> {
  return sessionAct(ctx, "desk.write", input, async ({ tx, countyId, session }) => {
    const ticked = await tx
      .update(sessionPeople)
      .set({ attendance: input.attendance })
      .where(
        and(
          eq(sessionPeople.countyId, countyId),
          eq(sessionPeople.sessionId, session.id),
          eq(sessionPeople.id, input.rowId),
        ),
      )
      .returning({ id: sessionPeople.id });
    if (ticked.length === 0) throw notFound();
    return { result: { rowId: input.rowId } };
  });
}
