import type { Tx } from "@/db/client";
import { sessionNeeds } from "@/db/schema/sessions";
import type { SessionKind, SessionMode } from "@/db/vocabulary";
import { type Act, proceedingOf } from "../disputes/perform";
import type { EventPayload } from "../kernel/events";
import { newId } from "../kernel/ids";
import type { NewJob } from "../kernel/jobs";
import { type BookableRoom, bookableRoom, requireOpen, sessionSpan } from "../slots/bookable-room";
import type { Span } from "../slots/free-starts";
import { knownOf, noteDespite, requireFree, type Uncertain, uncertainAmong } from "../slots/require-free";
import { takeSlots } from "../slots/take-slots";
import { requireAskable, requireComing, requireSides } from "./attendees";
import { holdJob } from "./hold-times";
import { releaseHold } from "./release-hold";
import { nextOrdinal, writeSessionRows } from "./write-session-rows";
import { requireVideoUrl, writeVideoLink } from "./write-video-link";

/** How many people of a force a session requires, or only wants. */
export interface Need {
  forceCode: string;
  seats: number;
  isRequired: boolean;
}

/** A requested session: the fields of bookings and holds, then those of holds alone. */
export interface SessionWish {
  kind: SessionKind;
  mode?: SessionMode;
  /** The https address of a session by video. */
  videoUrl?: string;
  startsAt: string;
  minutes: number;
  roomId: string;
  partyIds: readonly string[];
  /** Staff and helpers who have accepted; the lead comes whether named or not. */
  personIds: readonly string[];
  /** People to be asked; their hour is held until they answer. */
  askedIds?: readonly string[];
  needs?: readonly Need[];
  /** An earlier held session that this one replaces. */
  replacesSessionId?: string | null;
  /** Why people come who cannot as far as is known; "" = they are refused. */
  despite?: string;
}

export interface WrittenSession {
  sessionId: string;
  room: BookableRoom;
  startsAt: Date;
  endsAt: Date;
  payload: EventPayload;
  jobs: NewJob[];
  /** Who comes only if need be, and of whom nobody knows. */
  uncertain: Uncertain[];
}

/** The room, if it is open all through the span. */
async function openRoom(tx: Tx, countyId: string, roomId: string, span: Span): Promise<BookableRoom> {
  const room = await bookableRoom(tx, countyId, roomId);
  requireOpen(room, span);
  return room;
}

/**
 * How every session to come is created: takes its room and everyone's hours, and writes its parties, the people who have
 * accepted and what it requires. With `heldUntil` null the hours are promised (a booking), with a time they are held
 * until then. Refuses whoever is taken or, without a reason in `despite`, cannot come, by name and with their next free start.
 */
export async function writeSession(act: Act, wish: SessionWish, heldUntil: Date | null): Promise<WrittenSession> {
  const { tx, countyId, dispute, now } = act;
  const { mode = "onSite", videoUrl = "", askedIds = [], needs = [], replacesSessionId = null, despite = "" } = wish;
  const proceeding = proceedingOf(act);
  if (mode === "video") requireVideoUrl(videoUrl);
  const span = sessionSpan(wish.startsAt, wish.minutes, now);
  // Asked together; the first refusal in this order is the one that is told.
  const [room, personIds, , partyIds, ordinal] = await Promise.all([
    openRoom(tx, countyId, wish.roomId, span),
    requireComing(tx, dispute, proceeding, wish.personIds),
    requireAskable(tx, proceeding, askedIds),
    requireSides(tx, dispute, wish.kind, wish.partyIds),
    nextOrdinal(tx, proceeding),
  ]);
  const hours = [...new Set([...personIds, ...askedIds])];
  if (replacesSessionId) await releaseHold(act, replacesSessionId, [room.id, ...hours]);
  const sessionId = newId(now);
  const of = { countyId, disputeId: dispute.id, sessionId };
  const hour = { countyId, bookingId: sessionId, personIds: hours, span, now };
  // `execute` sends at once, so that they arrive in this order without waiting for each other.
  const [, , , , known] = await Promise.all([
    writeSessionRows(act, {
      id: sessionId,
      ordinal,
      kind: wish.kind,
      mode,
      span,
      roomId: room.id,
      heldUntil,
      people: { personIds, partyIds },
    }),
    mode === "video" ? writeVideoLink(act, sessionId, videoUrl) : null,
    needs.length > 0
      ? tx
          .insert(sessionNeeds)
          .values(needs.map((need) => ({ ...of, ...need, id: newId(now) })))
          .execute()
      : null,
    takeSlots(tx, { countyId, booking: { sessionId }, now, room, personIds: hours, span, heldUntil }),
    knownOf(tx, hour),
  ]);
  const overruled = await requireFree(tx, hour, known, { despite, room });
  if (overruled.length > 0) await noteDespite(tx, hour, { despite, overruled });
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
      people: personIds.length + partyIds.length,
      heldUntil: heldUntil?.toISOString(),
      replaces: replacesSessionId ?? undefined,
      ...(overruled.length > 0 ? { despite, overruled } : {}),
    },
    jobs: heldUntil ? [holdJob(countyId, sessionId, heldUntil)] : [],
    uncertain: uncertainAmong(known),
  };
}
