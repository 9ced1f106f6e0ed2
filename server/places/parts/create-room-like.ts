import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "../../kernel/ids";

const nameMax = 60;

/**
 * Sets up a room like `roomId` at the point that goes on: same name, seats and hours. Past sessions stay in the old one, so
 * what they say of their place stays true. A name that is taken there gets the old point's name beside it.
 */
export async function createRoomLike(
  tx: Tx,
  { countyId, now }: { countyId: string; now: Date },
  roomId: string,
  { old, next }: { old: { name: string }; next: { id: string } },
): Promise<{ id: string; name: string }> {
  const id = newId(now);
  const [room] = await tx.execute<{ id: string; name: string }>(sql`
    insert into rooms (county_id, id, point_id, name, seats)
    select r.county_id, ${id}::uuid, ${next.id}::uuid, case when exists (
        select from rooms o where o.county_id = r.county_id and o.point_id = ${next.id}::uuid and o.name = r.name)
      then left(r.name || '（' || ${old.name} || '）', ${nameMax}::int) else r.name end, r.seats
    from rooms r where r.county_id = ${countyId}::uuid and r.id = ${roomId}::uuid returning id, name`);
  if (!room) throw new Error("no such room");
  await tx.execute(sql`
    insert into room_hours (county_id, room_id, weekday, opens_at, closes_at)
    select county_id, ${id}::uuid, weekday, opens_at, closes_at from room_hours
    where county_id = ${countyId}::uuid and room_id = ${roomId}::uuid`);
  return room;
}
