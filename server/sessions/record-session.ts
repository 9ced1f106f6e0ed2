import { and, eq, sql } from "drizzle-orm";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import { bookedSession } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import type { RecordSessionInput } from "./inputs";
import { requireRecordText, statusAfterSession, writeRecord } from "./parts/write-record";

/**
 * Records a held session: who came, what came of it, and for a joint one what was said (Art. 27).
 * The words of a caucus never enter a record; they belong to a lane.
 */
export function recordSession(ctx: ActContext, input: RecordSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.record", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await bookedSession(act, input);
    if (session.heldUntil) throw conflict("sessionNotConfirmed");
    if (!session.startedAt && now < session.startsAt)
      throw conflict("sessionNotStarted", { startsAt: session.startsAt.toISOString() });
    requireRecordText(session.kind, input.text);
    const rows = await tx
      .select({ id: sessionPeople.id, attendance: sessionPeople.attendance })
      .from(sessionPeople)
      .where(and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, session.id)));
    const ticked = rows.filter((row) => row.attendance === "present").map((row) => row.id);
    const present = new Set(input.presentIds ?? ticked);
    if ([...present].some((id) => !rows.some((row) => row.id === id))) throw invalid("unknownReference");
    const came = sql.join(
      [...present].map((id) => sql`${id}::uuid`),
      sql`, `,
    );
    await tx
      .update(sessionPeople)
      .set({
        attendance:
          present.size > 0
            ? sql`case when ${sessionPeople.id} in (${came}) then 'present'::attendance else 'absent'::attendance end`
            : "absent",
      })
      .where(and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, session.id)));
    await tx
      .update(sessions)
      .set({ status: "ended", result: input.result, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    await writeRecord(act, session.id, input.text, ctx.actor.personId);
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        result: input.result,
        present: present.size,
        expected: rows.length,
      },
      to: statusAfterSession(act, input.result),
    };
  });
}
