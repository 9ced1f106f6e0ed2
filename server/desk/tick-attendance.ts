import { and, eq } from "drizzle-orm";
import { sessionPeople } from "@/db/schema/sessions";
import { requirePresence } from "../bookings/require-presence";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { TickAttendanceInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";

/**
 * Ticks who is present, and who came for a party: a child is there with their guardian. A tick leaves no event: the session's
 * record states the attendance at the end. Refuses what `requirePresence` refuses.
 */
export function tickAttendance(ctx: ActContext, input: TickAttendanceInput): Promise<{ rowId: string }> {
  return sessionAct(ctx, "desk.write", input, async (act) => {
    const { tx, countyId, session } = act;
    const { rowId, attendance, spokenByLinkId = null } = input;
    const its = and(
      eq(sessionPeople.countyId, countyId),
      eq(sessionPeople.sessionId, session.id),
      eq(sessionPeople.id, rowId),
    );
    const [row] = await tx.select().from(sessionPeople).where(its);
    if (!row) throw notFound();
    const linkId = attendance === "present" && row.partyId ? spokenByLinkId : null;
    if (attendance === "present") await requirePresence(act, [{ partyId: row.partyId, linkId }]);
    await tx.update(sessionPeople).set({ attendance, spokenByLinkId: linkId }).where(its);
    return { result: { rowId } };
  });
}
