import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionPeople } from "@/db/schema/sessions";
import { conflict, type Problem } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { rulesOn } from "../rules/queries";
import type { BookableRoom } from "./bookable-room";
import { busySpans } from "./busy-spans";
import { freeStarts, type Span } from "./free-starts";
import { type Presence, presenceAmong } from "./presence";

/** An hour that is given to people, and by what: their own hours of that booking do not count. */
export interface GivenHour {
  countyId: string;
  /** A session or a town-hall meeting, already written with its room. */
  bookingId: string;
  personIds: readonly string[];
  span: Span;
  now: Date;
}

/** What is known of one person at an hour. */
export interface Known {
  id: string;
  name: string;
  state: Presence;
  /** Another booking is the reason; behind the exclusion of slots that is one from which the way is too long. */
  isTaken: boolean;
}

/** Said with the answer of an act: who comes only if need be, and of whom nobody knows. */
export type Uncertain = Pick<Known, "name" | "state">;

/** What `app.presence_among` says of each of these people, in one statement that is sent at once. */
export async function knownOf(tx: Tx, { countyId, bookingId, personIds, span, now }: GivenHour): Promise<Known[]> {
  if (personIds.length === 0) return [];
  const people = sql`${`{${[...new Set(personIds)].join(",")}}`}::uuid[]`;
  const during = sql`tstzrange(${span.from.toISOString()}::timestamptz, ${span.to.toISOString()}::timestamptz)`;
  const among = presenceAmong({ countyId, people, during, booking: sql`${bookingId}::uuid`, now });
  return tx
    .execute<Known & Record<string, unknown>>(sql`
    select f.person_id as id, p.name, f.state, f.is_taken as "isTaken" from ${among} f
      join people p on p.county_id = ${countyId}::uuid and p.id = f.person_id order by p.name, p.id`)
    .execute();
}

export const uncertainAmong = (known: readonly Known[]): Uncertain[] =>
  known.filter(({ state }) => state === "ifNeedBe" || state === "unknown").map(({ name, state }) => ({ name, state }));

/**
 * Refuses people who cannot come at that hour: `personAway` (on leave, busy by their own calendar, or outside the week
 * they told; which of these nobody is told) or `personTooFar` (`minutes`: the way from another booking). Both name them and
 * the next free start of all (`nextFree`, ISO; "" when none is near or no room is asked for). A reason given in `despite`
 * lets them be booked all the same. Gives those it was needed for.
 */
export async function requireFree(
  tx: Tx,
  hour: GivenHour,
  known: readonly Known[],
  { despite, room }: { despite: string; room: BookableRoom | null },
): Promise<string[]> {
  const cannot = known.filter(({ state }) => state === "cannot");
  if (cannot.length > 0 && !despite) throw await notFreeProblem(tx, hour, cannot, room);
  return cannot.map(({ id }) => id);
}

/** Notes at the seats of a session why some people were booked although they could not come; takes away what stood there. */
export async function noteDespite(
  tx: Tx,
  { countyId, bookingId, personIds }: GivenHour,
  { despite, overruled }: { despite: string; overruled: readonly string[] },
): Promise<void> {
  const seats = and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, bookingId));
  const among = sql`${sessionPeople.personId} = any (${`{${overruled.join(",")}}`}::uuid[])`;
  await tx
    .update(sessionPeople)
    .set({ despite: sql`case when ${among} then ${despite} else '' end` })
    .where(and(seats, inArray(sessionPeople.personId, [...personIds])));
}

/**
 * Asks whether people can come to a session's hour that is already written and refuses like `requireFree`; notes a reason
 * that was needed at their seats. Gives what an answer and an event say of it.
 */
export async function askHour(
  tx: Tx,
  hour: GivenHour,
  { despite, room }: { despite: string; room: BookableRoom | null },
): Promise<{ uncertain: Uncertain[]; payload: { despite?: string; overruled?: string[] } }> {
  const known = await knownOf(tx, hour);
  const overruled = await requireFree(tx, hour, known, { despite, room });
  if (overruled.length > 0) await noteDespite(tx, { ...hour, personIds: overruled }, { despite, overruled });
  return { uncertain: uncertainAmong(known), payload: overruled.length > 0 ? { despite, overruled } : {} };
}

async function notFreeProblem(
  tx: Tx,
  { countyId, bookingId, personIds, span, now }: GivenHour,
  cannot: readonly Known[],
  room: BookableRoom | null,
): Promise<Problem> {
  const away = cannot.filter(({ isTaken }) => !isTaken);
  const named = away.length > 0 ? away : cannot;
  const minutes = (span.to.getTime() - span.from.getTime()) / 60_000;
  const { "travel.minutes": way } = await rulesOn(tx, countyId, dayOf(now));
  const ids = [...new Set([...(room ? [room.id] : []), ...personIds])];
  const around = { bookingId, roomId: room?.id ?? null, travelMinutes: way };
  const busy = room ? await busySpans(tx, countyId, ids, span.from, around) : [];
  const [next] = room ? freeStarts({ hours: room.hours, busy, minutes, from: span.from, max: 1 }) : [];
  return conflict(away.length > 0 ? "personAway" : "personTooFar", {
    name: named.map(({ name }) => name).join("、"),
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    minutes: way,
    nextFree: next?.toISOString() ?? "",
  });
}
