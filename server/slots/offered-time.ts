import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OfferedTime } from "@/db/schema/invitations";
import { contactPoints, rooms } from "@/db/schema/places";

/** A time as it is copied into an invitation: with the names of room and point and the way there. */
export async function offeredTime(
  tx: Tx,
  countyId: string,
  time: { startsAt: Date; endsAt: Date; roomId: string | null; place?: string; isHeld: boolean },
): Promise<OfferedTime> {
  const [found] = time.roomId
    ? await tx
        .select({ room: rooms.name, point: contactPoints.name, address: contactPoints.address })
        .from(rooms)
        .innerJoin(contactPoints, and(eq(contactPoints.countyId, rooms.countyId), eq(contactPoints.id, rooms.pointId)))
        .where(and(eq(rooms.countyId, countyId), eq(rooms.id, time.roomId)))
    : [];
  return {
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    room: found?.room ?? time.place ?? "",
    point: found?.point ?? "",
    address: found?.address ?? "",
    isHeld: time.isHeld,
  };
}
