import { and, eq } from "drizzle-orm";
import { rooms } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { AmendRoomInput } from "./inputs";
import { changePlace } from "./parts/change-place";
import { writeHours } from "./parts/write-hours";

/** Changes name, seats and opening hours. Sessions already booked keep their time. */
export function amendRoom(ctx: ActContext, input: AmendRoomInput): Promise<{ roomId: string }> {
  return changePlace(ctx, "amendRoom", input, async (tx, countyId) => {
    const { roomId, hours, ...words } = input;
    const changed = await tx
      .update(rooms)
      .set(words)
      .where(and(eq(rooms.countyId, countyId), eq(rooms.id, roomId)))
      .returning({ id: rooms.id });
    if (changed.length === 0) throw notFound();
    await writeHours(tx, countyId, roomId, hours);
    return {
      result: { roomId },
      payload: { id: roomId, ...words, hours: hours.map((day) => `${day.weekday} ${day.opensAt}–${day.closesAt}`) },
    };
  });
}
