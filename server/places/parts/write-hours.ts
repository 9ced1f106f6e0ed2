import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roomHours } from "@/db/schema/places";
import type { RoomHours } from "../inputs";

/** Replaces a room's opening hours. */
export async function writeHours(tx: Tx, countyId: string, roomId: string, hours: RoomHours): Promise<void> {
  await tx.delete(roomHours).where(and(eq(roomHours.countyId, countyId), eq(roomHours.roomId, roomId)));
  if (hours.length > 0) await tx.insert(roomHours).values(hours.map((day) => ({ countyId, roomId, ...day })));
}
