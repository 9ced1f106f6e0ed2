import { and, eq, isNotNull } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { requireComing } from "../bookings/attendees";
import { requireSidesPresent } from "../bookings/require-presence";
import { nextOrdinal, requirePlace, writeSessionRows } from "../bookings/write-session-rows";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { bookableRoom } from "../slots/bookable-room";
import { noteSlots, takeSlots } from "../slots/take-slots";
import type { BeginNowInput } from "./inputs";

async function requireNoneRunning({ tx, countyId }: Act, proceedingId: string): Promise<void> {
  const running = and(
    eq(sessions.countyId, countyId),
    eq(sessions.proceedingId, proceedingId),
    eq(sessions.status, "booked"),
    isNotNull(sessions.startedAt),
  );
  const [one] = await tx.select({ id: sessions.id }).from(sessions).where(running).limit(1);
  if (one) throw conflict("sessionRunning");
}

/**
 * Everybody is here: creates a session that begins at this moment, in a room that is free or at a place in words, opens
 * its desk and ticks everyone named as present. Nothing was planned, so a room's opening hours do not matter, and whoever
 * is here is here, whatever else stands in their calendar. Refuses with roomTaken, sessionRunning and what a booking is
 * refused with.
 */
export function beginNow(ctx: ActContext, input: BeginNowInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.beginNow", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceeding = proceedingOf(act);
    await requireNoneRunning(act, proceeding.id);
    requirePlace(input);
    const span = { from: now, to: new Date(now.getTime() + input.minutes * 60_000) };
    const room = input.roomId ? await bookableRoom(tx, countyId, input.roomId) : null;
    const personIds = await requireComing(tx, dispute, proceeding, input.personIds);
    const partyIds = await requireSidesPresent(act, input);
    const sessionId = newId(now);
    const ordinal = await nextOrdinal(tx, proceeding);
    await writeSessionRows(act, {
      id: sessionId,
      ordinal,
      kind: input.kind,
      span,
      roomId: input.roomId,
      place: input.place,
      othersPresent: input.othersPresent,
      startedAt: now,
      people: { personIds, partyIds, attendance: "present", speakers: input.speakers },
    });
    const hours = { countyId, booking: { sessionId }, now, span };
    if (room) await takeSlots(tx, { ...hours, room, personIds: [] });
    await noteSlots(tx, { ...hours, roomId: null, personIds });
    return {
      result: { sessionId },
      payload: {
        sessionId,
        ordinal,
        startsAt: span.from.toISOString(),
        endsAt: span.to.toISOString(),
        people: personIds.length + partyIds.length,
      },
    };
  });
}
