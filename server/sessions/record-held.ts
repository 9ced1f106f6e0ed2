import { and, eq, inArray } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { requireComing } from "../bookings/attendees";
import { requireSidesPresent } from "../bookings/require-presence";
import { nextOrdinal, requirePlace, writeSessionRows } from "../bookings/write-session-rows";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { bookableRoom } from "../slots/bookable-room";
import { noteSlots } from "../slots/take-slots";
import type { RecordHeldInput } from "./inputs";
import { heldSpan } from "./parts/follow-hours";
import { requireRecordText, requireWholeRecord, statusAfterSession, writeRecord } from "./parts/write-record";

/** A session is held by somebody of the station or the committee. Refuses with hostNeeded where only helpers came. */
async function requireHost({ tx, countyId }: Act, personIds: readonly string[]): Promise<void> {
  const hosts = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.countyId, countyId),
        inArray(people.id, [...personIds]),
        inArray(people.role, ["mediator", "committeeHead", "officer", "stationHead"]),
      ),
    );
  if (hosts.length === 0) throw conflict("hostNeeded");
}

/**
 * Writes down a session that has been held already: at night, at a bedside, in the street. It says when (ISO instant,
 * minutes), where (a room, or words), who was there and what came of it, and is recorded at once (人民调解法 27). It takes no
 * hour from what is booked already. Refuses with dayTooEarly, notHappenedYet, heldTooLongAgo, hostNeeded, notJoined,
 * sidesNeeded, oneSideInCaucus, recordTextNeeded, caucusTextInLane, placeWordsNeeded, roomUnknown and what `requirePresence` refuses.
 */
export function recordHeld(ctx: ActContext, input: RecordHeldInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.recordHeld", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceeding = proceedingOf(act);
    requirePlace(input);
    requireRecordText(input.kind, input);
    const span = await heldSpan(act, input);
    const room = input.roomId ? await bookableRoom(tx, countyId, input.roomId) : null;
    const personIds = await requireComing(tx, dispute, proceeding, input.personIds, { withLead: false });
    await requireHost(act, personIds);
    const partyIds = await requireSidesPresent(act, input, dayIfEarlier(dayOf(span.from), now));
    const sessionId = newId(now);
    const ordinal = await nextOrdinal(tx, proceeding);
    await writeSessionRows(act, {
      id: sessionId,
      ordinal,
      kind: input.kind,
      status: "ended",
      result: input.result,
      span,
      roomId: input.roomId,
      place: input.place,
      othersPresent: input.othersPresent,
      enteredAt: now,
      people: { personIds, partyIds, attendance: "present", speakers: input.speakers },
    });
    await noteSlots(tx, { countyId, booking: { sessionId }, now, roomId: room?.id ?? null, personIds, span });
    await requireWholeRecord(act, { id: sessionId, kind: input.kind, result: input.result }, input);
    await writeRecord(act, sessionId, input, ctx.actor.personId);
    return {
      result: { sessionId },
      payload: {
        sessionId,
        ordinal,
        startsAt: span.from.toISOString(),
        endsAt: span.to.toISOString(),
        result: input.result,
        present: personIds.length + partyIds.length,
      },
      to: statusAfterSession(act, input.result),
    };
  });
}
