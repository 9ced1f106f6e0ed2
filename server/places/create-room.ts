import { rooms } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { changePlace } from "./change-place";
import type { CreateRoomInput } from "./inputs";
import { requirePoint } from "./require-place";
import { writeHours } from "./write-hours";

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
