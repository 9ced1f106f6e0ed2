import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { requireRole } from "../access/gate";
import { endSignIns } from "../access/sign-in";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { MergePlaceInput } from "./inputs";
import { createRoomLike } from "./parts/create-room-like";
import { type MovedBookings, moveBookings, type Way } from "./parts/move-bookings";
import { movePointWork } from "./parts/move-point-work";
import { refuseBooked } from "./parts/refuse-booked";

interface Place {
  id: string;
  name: string;
  stationId: string;
  isClosed: boolean;
}

/**
 * Closes a contact point or room whose work another one of the same station takes: open matters, waiting clues and questions,
 * people, sessions and meetings to come. Who was to come is told of the new room; matters keep the old point in their history
 * and in the figures of its time, and what is over stays where it was. Refuses alreadyClosed, successorUnfit, roomBooked
 * (a booked room without another), sessionRunning and, of an existing room, roomsBothBooked and roomClosed.
 */
export function mergePlace(ctx: ActContext, input: MergePlaceInput): Promise<{ id: string }> {
  const { countyId } = ctx.actor;
  const { kind, id, successorId, reason } = input;
  return act(
    ctx,
    "place.merge",
    input,
    (who) => requireRole(who, "place.merge"),
    async (tx) => {
      const [old, next] = await lockedPlaces(tx, countyId, input);
      const pairs = kind === "room" ? [{ roomId: id, toRoomId: successorId }] : input.rooms;
      const ways: Way[] = [];
      for (const pair of pairs) ways.push(await wayOf(tx, ctx, pair, { old, next, kind }));
      const table = sql.raw(kind === "room" ? "rooms" : "contact_points");
      const at = sql`county_id = ${countyId}::uuid and id = ${id}::uuid`;
      const closed = sql`disabled_at = ${ctx.now.toISOString()}::timestamptz`;
      // Of a point before the matters move: whatever goes to its successor stays counted under it.
      if (kind === "point")
        await tx.execute(sql`update contact_points set successor_id = ${successorId}::uuid where ${at}`);
      const moved = await withSystemPrivileges(tx, async () => {
        const bookings = await moveBookings(tx, { countyId, now: ctx.now }, ways);
        const work = kind === "point" ? await movePointWork(tx, { countyId, from: id, to: successorId, reason }) : null;
        return { bookings, work };
      });
      const people = kind === "point" ? await movePeople(tx, countyId, id, successorId) : [];
      for (const personId of people) await endSignIns(tx, countyId, personId, ctx.now);
      await refuseBooked(tx, { countyId, now: ctx.now }, kind, id);
      for (const { from, to } of ways)
        await tx.execute(
          sql`update rooms set successor_id = ${to.id}::uuid, ${closed} where county_id = ${countyId}::uuid and id = ${from}::uuid`,
        );
      if (kind === "point") await tx.execute(sql`update ${table} set ${closed} where ${at}`);
      const disputes = moved.work?.disputes ?? [];
      return {
        result: { id },
        payload: {
          kind,
          id,
          name: old.name,
          successor: successorId,
          reason,
          people,
          ...countsOf(moved.bookings),
          ...moved.work?.counts,
        },
        after: [
          ...disputes.map((disputeId) => ({
            action: "dispute.correct" as const,
            disputeId,
            payload: { fields: ["pointId"], reason, closed: old.name },
          })),
          ...moved.bookings.events,
        ],
      };
    },
  );
}

const countsOf = ({ sessions, meetings }: MovedBookings) => ({ sessions, meetings });

/** The place that closes and the one that goes on, locked in one order, so that two administrators wait for each other. */
async function lockedPlaces(
  tx: Tx,
  countyId: string,
  { kind, id, successorId }: MergePlaceInput,
): Promise<[Place, Place]> {
  const ids = sql`(${id}::uuid, ${successorId}::uuid)`;
  const rows =
    kind === "point"
      ? await tx.execute<Place & Record<string, unknown>>(sql`
          select id, name, station_id as "stationId", disabled_at is not null as "isClosed" from contact_points
          where county_id = ${countyId}::uuid and id in ${ids} order by id for update`)
      : await tx.execute<Place & Record<string, unknown>>(sql`
          select r.id, r.name, p.station_id as "stationId", coalesce(r.disabled_at, p.disabled_at) is not null as "isClosed"
          from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
          where r.county_id = ${countyId}::uuid and r.id in ${ids} order by r.id for update of r`);
  const [old, next] = [id, successorId].map((one) => rows.find((row) => row.id === one));
  if (!old || !next) throw notFound();
  if (old.isClosed) throw conflict("alreadyClosed");
  if (next.isClosed || next.id === old.id || next.stationId !== old.stationId) throw invalid("successorUnfit");
  return [old, next];
}

type Pair = MergePlaceInput["rooms"][number];

/** Which room takes the bookings of which; one like it is set up where none is named. */
async function wayOf(
  tx: Tx,
  ctx: ActContext,
  { roomId, toRoomId }: Pair,
  of: { old: Place; next: Place; kind: string },
) {
  const { countyId } = ctx.actor;
  if (of.kind === "point") {
    const [room] = await tx.execute(sql`
      select 1 from rooms where county_id = ${countyId}::uuid and id = ${roomId}::uuid and point_id = ${of.old.id}::uuid
        and disabled_at is null for update`);
    if (!room) throw conflict("changedMeanwhile");
  }
  if (toRoomId === null)
    return { from: roomId, to: await createRoomLike(tx, { countyId, now: ctx.now }, roomId, of), isLike: true };
  const [other] = await tx.execute<{ id: string; name: string }>(sql`
    select r.id, r.name from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
    where r.county_id = ${countyId}::uuid and r.id = ${toRoomId}::uuid and p.station_id = ${of.old.stationId}::uuid and r.id <> ${roomId}::uuid
      and r.disabled_at is null and p.disabled_at is null and (${of.kind} = 'room' or p.id <> ${of.old.id}::uuid) for share of r`);
  if (!other) throw invalid("successorUnfit");
  return { from: roomId, to: other, isLike: false };
}

/** Whoever has their post there has it at the successor. */
async function movePeople(tx: Tx, countyId: string, from: string, to: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update people set point_id = ${to}::uuid where county_id = ${countyId}::uuid and point_id = ${from}::uuid returning id`);
  const inRoles = await tx.execute<{ id: string }>(sql`
    update person_roles set point_id = ${to}::uuid
    where county_id = ${countyId}::uuid and point_id = ${from}::uuid and ended_at is null returning person_id as id`);
  return [...new Set([...rows, ...inRoles].map(({ id }) => id))];
}
