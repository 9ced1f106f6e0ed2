import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { proceedings } from "@/db/schema/proceedings";
import { sessions } from "@/db/schema/sessions";
import { isDisputeEvent } from "@/db/vocabulary-events";
import { type OpenDispute, openDispute } from "../../access/gate";
import type { Action, DisputeAction } from "../../access/policy";
import { requireUntied } from "../../access/steering-acts";
import type { SessionRow } from "../../bookings/booked-session";
import type { PersonActor } from "../../kernel/actor";
import { announcement } from "../../kernel/announced";
import type { ActContext } from "../../kernel/context";
import { appendEvent, type EventPayload } from "../../kernel/events";
import { enqueue } from "../../kernel/jobs";
import { once } from "../../kernel/once";
import { conflict, forbidden, notFound } from "../../kernel/problem";
import { isLive } from "./desk-hours";

export interface DeskAct extends OpenDispute {
  tx: Tx;
  actor: PersonActor;
  now: Date;
  countyId: string;
}
export interface DeskDone<T, E extends Action = DisputeAction> {
  /** Answer to the caller and to replays; ids and codes only. */
  result: T;
  /** Absent for the many small acts whose rows say everything; those leave no event. */
  event?: E extends DisputeAction ? EventPayload : undefined;
}

/**
 * The desk's counterpart of `perform`: one transaction with actor, idempotency key, gate and policy, but it changes no
 * version, works out no next step and locks no dispute, because a desk saves every few seconds
 * (docs/adr/0013-session-desk-writes.md). `keyed` is what the key's hash covers, where that is less than the input.
 */
export function deskAct<I extends { disputeId: string }, T, E extends Action>(
  ctx: ActContext,
  action: E,
  input: I,
  body: (act: DeskAct) => Promise<DeskDone<T, E>>,
  keyed: unknown = input,
): Promise<T> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  return once(ctx, action, keyed, async (tx, claimed) => {
    const [opened] = await Promise.all([openDispute(tx, actor, action, { disputeId: input.disputeId }), claimed]);
    await requireUntied(tx, actor, action, { disputeId: input.disputeId });
    const done = await body({ ...opened, tx, actor, now, countyId });
    if (!done.event || !isDisputeEvent(action)) return { response: done.result };
    const { dispute, proceeding } = opened;
    const event = { action, disputeId: dispute.id, proceedingId: proceeding?.id, payload: done.event };
    const seq = await appendEvent(tx, actor, now, event);
    await enqueue(tx, announcement(countyId, dispute.id, seq, action));
    return { response: done.result };
  });
}

/** A session of this dispute, locked for the act: with "share" it can neither end nor be moved meanwhile. */
export async function sessionAt(
  { tx, countyId, dispute }: DeskAct,
  sessionId: string,
  lock: "share" | "update" = "share",
): Promise<SessionRow> {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.disputeId, dispute.id), eq(sessions.id, sessionId)))
    .for(lock);
  if (!session) throw notFound();
  return session;
}

/** The same, for a session under way: confirmed, not recorded yet, started or within its own day. */
export function sessionAct<I extends { disputeId: string; sessionId: string }, T, E extends Action>(
  ctx: ActContext,
  action: E,
  input: I,
  body: (act: DeskAct & { session: SessionRow }) => Promise<DeskDone<T, E>>,
  { lock, keyed }: { lock?: "share" | "update"; keyed?: unknown } = {},
): Promise<T> {
  const withSession = async (act: DeskAct) => {
    const session = await sessionAt(act, input.sessionId, lock);
    await requireItsLead(act, session);
    if (session.status !== "booked") throw conflict("sessionNotBooked", { status: session.status });
    if (session.heldUntil) throw conflict("sessionNotConfirmed");
    if (!isLive(session, act.now)) throw conflict("deskNotOpen", { startsAt: session.startsAt.toISOString() });
    return body({ ...act, session });
  };
  return deskAct(ctx, action, input, withSession, keyed ?? input);
}

/** Only the lead of the session's own proceeding may use its desk, not the lead of an earlier or later one. */
async function requireItsLead({ tx, actor, countyId }: DeskAct, session: SessionRow): Promise<void> {
  const [its] = await tx
    .select({ leadPersonId: proceedings.leadPersonId })
    .from(proceedings)
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, session.proceedingId)));
  if (its?.leadPersonId !== actor.personId) throw forbidden();
}
