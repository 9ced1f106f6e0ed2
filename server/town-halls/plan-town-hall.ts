import type { Tx } from "@/db/client";
import { townHallMeetings, townHalls } from "@/db/schema/town-halls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, forbidden, Problem } from "../kernel/problem";
import { dayOverridesOf } from "../rules/queries";
import type { BookableRoom } from "../slots/bookable-room";
import { askHour } from "../slots/require-free";
import { queueFor, takeSlots } from "../slots/take-slots";
import type { PlanTownHallInput } from "./inputs";
import { checkSeries, type LeftOut, meetingSpan, reasonsAgainst } from "./parts/check-series";
import { seriesDates } from "./parts/series-dates";

/**
 * Plans a weekly town hall and books every meeting's room and chair in the same slots as sessions. Holidays are
 * skipped; dates already taken, or at which the chair cannot come, are left out and named. Refused when not one date is left.
 */
export function planTownHall(
  ctx: ActContext,
  input: PlanTownHallInput,
): Promise<{ townHallId: string; booked: number; leftOut: LeftOut[] }> {
  const { actor, now } = ctx;
  const { countyId, stationId } = actor;
  return act(
    ctx,
    "townHall.plan",
    input,
    (who) => requireRole(who, "townHall.change"),
    async (tx) => {
      if (!stationId) throw forbidden();
      const { room } = await checkSeries(tx, actor, input, now);
      const dates = seriesDates(input, await dayOverridesOf(tx, countyId));
      // Locks everything the series needs at once, so that acts that want one of its hours cannot deadlock with it.
      await queueFor(tx, countyId, [room.id, input.chairId]);
      const townHallId = newId(now);
      const { title, roomId, chairId, weekday, minutes, fromDay, untilDay } = input;
      await tx.insert(townHalls).values({
        countyId,
        id: townHallId,
        stationId,
        title,
        roomId,
        chairId,
        weekday,
        startsAt: input.time,
        minutes,
        fromDay,
        untilDay,
        createdBy: actor.personId,
        createdAt: now,
      });
      const leftOut: LeftOut[] = [];
      let booked = 0;
      for (const { day, isHoliday } of dates) {
        const span = meetingSpan(input, day);
        if (isHoliday) leftOut.push({ day, why: "holiday", name: "" });
        else if (span.from <= now) leftOut.push({ day, why: "past", name: "" });
        else {
          const taken = await bookMeeting(tx, { countyId, townHallId, room, chairId, span }, now);
          if (taken) leftOut.push({ day, ...taken });
          else booked += 1;
        }
      }
      if (booked === 0) throw conflict("noMeetingBooked");
      return { result: { townHallId, booked, leftOut }, payload: { townHallId, booked, leftOut: leftOut.length } };
    },
  );
}

interface Meeting {
  countyId: string;
  townHallId: string;
  room: BookableRoom;
  chairId: string;
  span: { from: Date; to: Date };
}

/** Books one meeting with its room and chair; otherwise gives who or what is taken or away, and leaves nothing behind. */
async function bookMeeting(
  tx: Tx,
  { countyId, townHallId, room, chairId, span }: Meeting,
  now: Date,
): Promise<Pick<LeftOut, "why" | "name"> | null> {
  const meetingId = newId(now);
  try {
    await tx.transaction(async (savepoint) => {
      await savepoint.insert(townHallMeetings).values({
        countyId,
        id: meetingId,
        townHallId,
        startsAt: span.from,
        endsAt: span.to,
        roomId: room.id,
      });
      await takeSlots(savepoint, { countyId, booking: { meetingId }, now, room, personIds: [chairId], span });
      const hour = { countyId, bookingId: meetingId, personIds: [chairId], span, now };
      await askHour(savepoint, hour, { despite: "", room: null });
    });
    return null;
  } catch (error) {
    const why = error instanceof Problem ? reasonsAgainst.find((code) => code === error.code) : undefined;
    if (!why) throw error;
    return { why, name: String((error as Problem).params.name) };
  }
}
