import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionNeeds, sessionPeople, sessions } from "@/db/schema/sessions";
import type { SessionKind, SessionMode } from "@/db/vocabulary";
import type { ProceedingRow } from "../access/gate";
import { type Act, proceedingOf } from "../disputes/perform";
import type { EventPayload } from "../kernel/events";
import { newId } from "../kernel/ids";
import type { NewJob } from "../kernel/jobs";
import { requireComing, requireSides } from "./attendees";
import { type BookableRoom, bookableRoom, requireOpen, sessionSpan } from "./bookable-room";
import { releaseHold } from "./release-hold";
import { takeSlots } from "./take-slots";

/** So many of a force, at least or if it can be. */
export interface Need {
  forceCode: string;
  seats: number;
  isRequired: boolean;
}

export interface HeldWish {
  kind: SessionKind;
  mode: SessionMode;
  startsAt: string;
  minutes: number;
  roomId: string;
  partyIds: readonly string[];
  /** Staff and helpers who have said yes; the lead comes whether named or not. */
  personIds: readonly string[];
  /** Those to be asked: their hour is held while they think. */
  askedIds: readonly string[];
  needs: readonly Need[];
  /** A session held here before, given back for this one. */
  replacesSessionId: string | null;
}

export interface HeldSession {
  sessionId: string;
  room: BookableRoom;
  startsAt: Date;
  endsAt: Date;
  payload: EventPayload;
  jobs: NewJob[];
}

const hour = 3_600_000;

/** The last moment at which a hold must be decided: an hour before the session, so that everyone hears of it. */
export const latestHold = (startsAt: Date, now: Date): Date =>
  new Date(Math.max(startsAt.getTime() - hour, Math.min(startsAt.getTime(), now.getTime() + hour / 2)));

/** The end of a hold wanted for so many hours. */
export function holdUntil(startsAt: Date, now: Date, hours: number): Date {
  return new Date(Math.min(now.getTime() + hours * hour, latestHold(startsAt, now).getTime()));
}

/** The job that decides a hold when its time is over; one per session, the newest counts. */
export const holdJob = (countyId: string, sessionId: string, runAt: Date): NewJob => ({
  task: "expireHold",
  payload: { countyId, sessionId },
  jobKey: `hold:${sessionId}`,
  runAt,
});

/** The number of the next session of a proceeding. */
export async function nextOrdinal(tx: Tx, { countyId, id }: ProceedingRow): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${sessions.ordinal}), 0)::int` })
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.proceedingId, id)));
  return (row?.last ?? 0) + 1;
}

/**
 * Writes a session whose room and people's hours are held until `heldUntil`, with its parties, those who have said
 * yes and what it needs. Whoever is taken is refused by name with the next free start.
 */
export async function writeHeldSession(act: Act, wish: HeldWish, heldUntil: Date): Promise<HeldSession> {
  const { tx, countyId, dispute, now, actor } = act;
  const proceeding = proceedingOf(act);
  const span = sessionSpan(wish.startsAt, wish.minutes, now);
  const room = await bookableRoom(tx, countyId, wish.roomId);
  requireOpen(room, span);
  const personIds = await requireComing(tx, dispute, proceeding, wish.personIds);
  const partyIds = await requireSides(tx, dispute, wish.kind, wish.partyIds);
  const hours = [...new Set([...personIds, ...wish.askedIds])];
  if (wish.replacesSessionId) await releaseHold(act, wish.replacesSessionId, [room.id, ...hours]);
  const sessionId = newId(now);
  const ordinal = await nextOrdinal(tx, proceeding);
  await tx.insert(sessions).values({
    countyId,
    id: sessionId,
    disputeId: dispute.id,
    proceedingId: proceeding.id,
    ordinal,
    kind: wish.kind,
    mode: wish.mode,
    startsAt: span.from,
    endsAt: span.to,
    roomId: room.id,
    bookedBy: actor.kind === "person" ? actor.personId : proceeding.leadPersonId,
    heldUntil,
  });
  const of = { countyId, disputeId: dispute.id, sessionId };
  const who = [...personIds.map((personId) => ({ personId })), ...partyIds.map((partyId) => ({ partyId }))];
  await tx.insert(sessionPeople).values(who.map((one) => ({ ...of, ...one, id: newId(now) })));
  if (wish.needs.length > 0) {
    await tx.insert(sessionNeeds).values(wish.needs.map((need) => ({ ...of, ...need, id: newId(now) })));
  }
  await takeSlots(tx, { countyId, booking: { sessionId }, now, room, personIds: hours, span, heldUntil });
  return {
    sessionId,
    room,
    startsAt: span.from,
    endsAt: span.to,
    payload: {
      sessionId,
      ordinal,
      startsAt: span.from.toISOString(),
      endsAt: span.to.toISOString(),
      room: room.name,
      people: who.length,
      heldUntil: heldUntil.toISOString(),
      replaces: wish.replacesSessionId ?? undefined,
    },
    jobs: [holdJob(countyId, sessionId, heldUntil)],
  };
}
