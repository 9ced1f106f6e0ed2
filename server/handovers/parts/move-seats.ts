import { and, eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { queueForSessions } from "../../bookings/keep-slots";
import { seatInvitee, unseatInvitee } from "../../bookings/seat-invitee";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { EventPayload } from "../../kernel/events";
import { conflict } from "../../kernel/problem";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { askHour } from "../../slots/require-free";
import type { NotFreeWay } from "../choices";
import { seatsToCome } from "../reads/coming-seats";

interface Leads {
  from: string;
  to: { id: string; name: string };
}

/** A session that asks for the former lead by name asks for the new one. */
async function moveNeed({ tx, countyId }: Act, sessionId: string, { from, to }: Leads): Promise<void> {
  await tx.execute(sql`
    delete from session_needs n where n.county_id = ${countyId}::uuid and n.session_id = ${sessionId}::uuid and n.person_id = ${from}::uuid
      and exists (select from session_needs o where o.county_id = n.county_id and o.session_id = n.session_id and o.person_id = ${to.id}::uuid)`);
  await tx.execute(sql`
    update session_needs set person_id = ${to.id}::uuid
    where county_id = ${countyId}::uuid and session_id = ${sessionId}::uuid and person_id = ${from}::uuid`);
}

/**
 * The new lead takes the former one's seat, hour and need at every session that has not begun; at one that has, those stay
 * who were there. Where the new lead is not free, `whereNotFree` decides: "ask" refuses with leadNotFree (`name`, `count`),
 * "formerStays" leaves the former lead there, "comeAnyway" refuses with personTaken only where another booking has the hour; the
 * `reason` of the change then stands at their seat.
 * Gives at how many sessions the seat moved and at how many the former lead stays.
 */
export function handOverSeats(
  act: Act,
  leads: Leads,
  { whereNotFree, reason }: { whereNotFree: NotFreeWay; reason: string },
): Promise<{ moved: number; stayed: number; payload: EventPayload }> {
  const { tx, countyId, now } = act;
  const { from, to } = leads;
  return withSystemPrivileges(tx, async () => {
    const { id } = proceedingOf(act);
    const ids = (await seatsToCome(tx, { countyId, proceedingId: id, personId: to.id, now })).map(
      ({ sessionId }) => sessionId,
    );
    if (ids.length === 0) return { moved: 0, stayed: 0, payload: {} };
    await queueForSessions(tx, countyId, ids, [from, to.id]);
    // Asked again behind the locks.
    const seats = await seatsToCome(tx, { countyId, proceedingId: id, personId: to.id, now });
    const notFree = seats.filter(({ isFree, isSeated }) => !isFree && !isSeated);
    if (whereNotFree === "ask" && notFree.length > 0)
      throw conflict("leadNotFree", { name: to.name, count: notFree.length });
    const staying = whereNotFree === "formerStays" ? notFree : [];
    for (const seat of seats.filter((one) => !staying.includes(one))) {
      const { sessionId } = seat;
      await unseatInvitee(act, { sessionId, personId: from });
      await seatInvitee(act, { sessionId, personId: to.id });
      if (!seat.isSeated && !seat.isFree) {
        const span = { from: new Date(seat.startsAt), to: new Date(seat.endsAt) };
        const hour = { countyId, bookingId: sessionId, personIds: [to.id], span, now };
        await askHour(tx, hour, { despite: reason, room: null });
      }
      await moveNeed(act, sessionId, leads);
      await tx
        .update(sessions)
        .set({ version: sql`${sessions.version} + 1` })
        .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)));
    }
    const overruled = whereNotFree === "comeAnyway" && notFree.length > 0 ? [to.id] : [];
    return {
      moved: seats.length - staying.length,
      stayed: staying.length,
      payload: overruled.length > 0 ? { despite: reason, overruled } : {},
    };
  });
}
