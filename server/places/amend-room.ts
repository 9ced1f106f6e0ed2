import { and, eq } from "drizzle-orm";
import { rooms } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { AmendRoomInput } from "./inputs";
import { changePlace } from "./parts/change-place";
import { changedPlace } from "./parts/tell-changed-place";
import { writeHours } from "./parts/write-hours";

/** Changes name, seats and opening hours. Sessions already booked keep their time; of a new name everybody is told. */
export function amendRoom(ctx: ActContext, input: AmendRoomInput): Promise<{ roomId: string; version: number }> {
  return changePlace(ctx, "amendRoom", input, async (tx, countyId) => {
    const { roomId, roomVersion, hours, ...words } = input;
    const { done: version, events } = await changedPlace(tx, { countyId, now: ctx.now }, { roomId }, () =>
      updateInVersion(tx, rooms, {
        where: and(eq(rooms.countyId, countyId), eq(rooms.id, roomId)),
        version: roomVersion,
        set: words,
      }),
    );
    await writeHours(tx, countyId, roomId, hours);
    return {
      result: { roomId, version },
      payload: { id: roomId, ...words, hours: hours.map((day) => `${day.weekday} ${day.opensAt}–${day.closesAt}`) },
      after: events,
    };
  });
}
