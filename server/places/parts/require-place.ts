import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contactPoints, stations } from "@/db/schema/places";
import { requireOpenPlace } from "../../access/require-open-place";
import { notFound } from "../../kernel/problem";

/** Refuses to add to a station that does not exist or is closed. */
export async function requireStation(tx: Tx, countyId: string, stationId: string): Promise<void> {
  const [station] = await tx
    .select({ disabledAt: stations.disabledAt })
    .from(stations)
    .where(and(eq(stations.countyId, countyId), eq(stations.id, stationId)))
    .for("share");
  if (!station) throw notFound();
  if (station.disabledAt) await requireOpenPlace(tx, countyId, { stationId });
}

/** Refuses to add to a contact point that does not exist or is closed. */
export async function requirePoint(tx: Tx, countyId: string, pointId: string): Promise<void> {
  const [point] = await tx
    .select({ disabledAt: contactPoints.disabledAt })
    .from(contactPoints)
    .where(and(eq(contactPoints.countyId, countyId), eq(contactPoints.id, pointId)))
    .for("share");
  if (!point) throw notFound();
  if (point.disabledAt) await requireOpenPlace(tx, countyId, { pointId });
}
