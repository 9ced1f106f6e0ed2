import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conflict } from "../kernel/problem";

interface Places {
  stationId?: string | null | undefined;
  committeeId?: string | null | undefined;
  pointId?: string | null | undefined;
}

/** Refuses a place that is closed: placeSucceeded with the name of who goes on, or placeClosed where nobody does. */
export async function requireOpenPlace(tx: Tx, countyId: string, places: Places): Promise<void> {
  const [station, committee, point] = [places.stationId, places.committeeId, places.pointId].map(
    (id) => sql`${id ?? null}::uuid`,
  );
  const [closed] = await tx.execute<{ isClosed: boolean; name: string | null }>(sql`
    select exists (select from stations where county_id = ${countyId}::uuid and id = ${station} and disabled_at is not null)
        or exists (select from committees where county_id = ${countyId}::uuid and id = ${committee} and disabled_at is not null)
        or exists (select from contact_points where county_id = ${countyId}::uuid and id = ${point} and disabled_at is not null) as "isClosed",
      app.successor_name(${countyId}::uuid, ${station}, ${committee}, ${point}) as name`);
  if (!closed?.isClosed) return;
  throw closed.name ? conflict("placeSucceeded", { name: closed.name }) : conflict("placeClosed");
}
