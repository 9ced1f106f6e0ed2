import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OfferedTime } from "@/db/schema/invitations";
import { contactPoints, rooms } from "@/db/schema/places";
import type { SessionMode } from "@/db/vocabulary";

/** A time as it is copied into an invitation: with the names of room and point and the way there. */
export async function offeredTime(
  tx: Tx,
  countyId: string,
  time: {
    startsAt: Date;
    endsAt: Date;
    roomId: string | null;
    place?: string;
    mode?: SessionMode;
    isHeld: boolean;
  },
): Promise<OfferedTime> {
  const { startsAt, endsAt, isHeld } = time;
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), isHeld };
  // Nobody invited goes to the room in which the host of a video session sits.
  if (time.mode === "video") return { ...times, room: "", point: "", address: "", isVideo: true };
  const [found] = time.roomId
    ? await tx
        .select({ room: rooms.name, point: contactPoints.name, address: contactPoints.address })
        .from(rooms)
        .innerJoin(contactPoints, and(eq(contactPoints.countyId, rooms.countyId), eq(contactPoints.id, rooms.pointId)))
        .where(and(eq(rooms.countyId, countyId), eq(rooms.id, time.roomId)))
    : [];
  return {
    ...times,
    room: found?.room ?? time.place ?? "",
    point: found?.point ?? "",
    address: found?.address ?? "",
  };
}
