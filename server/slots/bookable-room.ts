import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contactPoints, roomHours, rooms } from "@/db/schema/places";
import { conflict, invalid } from "../kernel/problem";
import { addDays, dayOf, timeOf, weekdayOf } from "../kernel/shanghai";
import type { Hours, Span } from "./free-starts";

export interface BookableRoom {
  id: string;
  name: string;
  hours: Hours;
}

const bookableDays = 180;

/** The span of a session that starts in the future and within 180 days. */
export function sessionSpan(startsAt: string, minutes: number, now: Date): Span {
  const from = new Date(startsAt);
  if (from <= now) throw conflict("sessionInPast");
  if (dayOf(from) > addDays(dayOf(now), bookableDays)) throw conflict("sessionTooFar", { days: bookableDays });
  return { from, to: new Date(from.getTime() + minutes * 60_000) };
}

/** A room that is not disabled, with its opening hours. */
export async function bookableRoom(tx: Tx, countyId: string, roomId: string): Promise<BookableRoom> {
  const rows = await tx
    .select({ name: rooms.name, weekday: roomHours.weekday, opens: roomHours.opensAt, closes: roomHours.closesAt })
    .from(rooms)
    .leftJoin(roomHours, and(eq(roomHours.countyId, rooms.countyId), eq(roomHours.roomId, rooms.id)))
    .where(and(eq(rooms.countyId, countyId), eq(rooms.id, roomId), isNull(rooms.disabledAt)));
  const [first] = rows;
  if (!first) throw invalid("roomUnknown");
  const hours = new Map<number, { opens: string; closes: string }>();
  for (const { weekday, opens, closes } of rows) {
    if (weekday !== null && opens && closes)
      hours.set(weekday, { opens: opens.slice(0, 5), closes: closes.slice(0, 5) });
  }
  return { id: roomId, name: first.name, hours };
}

/** Refuses rooms of another station where nothing is booked in them; a booking's own room is refused by the database. */
export async function requireRoomsOf(tx: Tx, of: { countyId: string; stationId: string }, roomIds: readonly string[]) {
  if (roomIds.length === 0) return;
  const elsewhere = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .innerJoin(contactPoints, and(eq(contactPoints.countyId, rooms.countyId), eq(contactPoints.id, rooms.pointId)))
    .where(
      and(eq(rooms.countyId, of.countyId), inArray(rooms.id, [...roomIds]), ne(contactPoints.stationId, of.stationId)),
    );
  if (elsewhere.length > 0) throw invalid("placeElsewhere");
}

/** Refuses a span outside the room's opening hours of that day (Shanghai local time). */
export function requireOpen(room: BookableRoom, { from, to }: Span): void {
  const open = room.hours.get(weekdayOf(dayOf(from)));
  if (!open) throw conflict("roomClosedThatDay", { name: room.name });
  if (dayOf(to) !== dayOf(from) || timeOf(from) < open.opens || timeOf(to) > open.closes) {
    throw conflict("roomClosed", { name: room.name, opens: open.opens, closes: open.closes });
  }
}
