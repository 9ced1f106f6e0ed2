import { rooms } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreateRoomInput } from "./inputs";
import { changePlace } from "./parts/change-place";
import { requirePoint } from "./parts/require-place";
import { writeHours } from "./parts/write-hours";

/** Adds a room with its opening hours to a contact point. */
export function createRoom(ctx: ActContext, input: CreateRoomInput): Promise<{ roomId: string }> {
  return changePlace(ctx, "createRoom", input, async (tx, countyId) => {
    const { hours, ...room } = input;
    await requirePoint(tx, countyId, input.pointId);
    const roomId = newId(ctx.now);
    await tx.insert(rooms).values({ countyId, id: roomId, ...room });
    await writeHours(tx, countyId, roomId, hours);
    return { result: { roomId }, payload: { id: roomId, ...room, openDays: hours.length } };
  });
}
