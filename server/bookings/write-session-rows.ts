import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import type { Attendance } from "@/db/vocabulary";
import type { ProceedingRow } from "../access/gate";
import type { SpeakerInput } from "../binding/inputs";
import { speakerOf } from "../binding/parts/speaker-of";
import { type Act, proceedingOf } from "../disputes/perform";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { Span } from "../slots/free-starts";

type Columns = Omit<
  typeof sessions.$inferInsert,
  "countyId" | "disputeId" | "proceedingId" | "bookedBy" | "startsAt" | "endsAt"
>;

/** A session to write: its own columns, its time, and who belongs to it. */
export interface NewSession extends Columns {
  span: Span;
  people: {
    personIds: readonly string[];
    partyIds: readonly string[];
    attendance?: Attendance;
    /** Who came for a party, or as their guardian with them, where they are here. */
    speakers?: readonly SpeakerInput[] | undefined;
  };
}

/** A session that nobody booked is in a room of ours or at a place in words. Refuses neither and both. */
export function requirePlace({ roomId, place }: { roomId: string | null; place: string }): void {
  if ((roomId === null) === (place === "")) throw invalid("placeWordsNeeded");
}

/** The number of the next session of a proceeding. */
export async function nextOrdinal(tx: Tx, { countyId, id }: ProceedingRow): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${sessions.ordinal}), 0)::int` })
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.proceedingId, id)));
  return (row?.last ?? 0) + 1;
}

/**
 * Writes a session and its people; the only place where one is created. Both statements are sent at once and in this
 * order, so that the caller may send more without waiting.
 */
export function writeSessionRows(act: Act, { span, people, ...columns }: NewSession): Promise<unknown> {
  const { tx, countyId, dispute, now, actor } = act;
  const proceeding = proceedingOf(act);
  const of = { countyId, disputeId: dispute.id, sessionId: columns.id, attendance: people.attendance ?? "expected" };
  const who = [
    ...people.personIds.map((personId) => ({ personId })),
    ...people.partyIds.map((partyId) => ({ partyId, spokenByLinkId: speakerOf(people.speakers, partyId) })),
  ];
  return Promise.all([
    tx
      .insert(sessions)
      .values({
        ...columns,
        countyId,
        disputeId: dispute.id,
        proceedingId: proceeding.id,
        startsAt: span.from,
        endsAt: span.to,
        bookedBy: actor.kind === "person" ? actor.personId : proceeding.leadPersonId,
      })
      .execute(),
    tx
      .insert(sessionPeople)
      .values(who.map((one) => ({ ...of, ...one, id: newId(now) })))
      .execute(),
  ]);
}
