import { and, eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { type SessionRow, sessionOf } from "../bookings/booked-session";
import { confirmHeldSession } from "../bookings/make-certain";
import { giveBack, releaseReasons } from "../bookings/release-hold";
import { quorumOf } from "../bookings/settle-quorum";
import { type Act, perform } from "../disputes/perform";
import { withdrawAsked } from "../invitations/parts/withdraw-asked";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { statusWithout } from "./parts/status-without";

interface Target {
  disputeId: string;
  proceedingId: string;
  sessionId: string;
}

/** Whether anybody was asked to this session. The system never confirms one that was only held. */
async function wasSent({ tx, countyId }: Act, sessionId: string): Promise<boolean> {
  const [row] = await tx.execute<{ sent: boolean }>(sql`
    select exists (select from invitations where county_id = ${countyId}::uuid and session_id = ${sessionId}::uuid) as sent`);
  return row?.sent ?? false;
}

/** The session whose hold has expired. Refuses with notHeld or stillHeld. */
async function dueHold(act: Act, sessionId: string): Promise<SessionRow> {
  const session = await sessionOf(act, sessionId);
  if (session.status !== "booked" || !session.heldUntil) throw conflict("notHeld");
  if (session.heldUntil > act.now) throw conflict("stillHeld");
  return session;
}
const endedPayload = (session: SessionRow) => ({
  sessionId: session.id,
  ordinal: session.ordinal,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
});

/**
 * Confirms a session whose hold has expired, because everyone who must come has accepted. Refuses with quorumOpen when
 * somebody is missing or nobody was ever asked, and with roomTaken or personTaken when their time was taken meanwhile.
 */
function confirmDue(ctx: ActContext<SystemActor>, input: Target): Promise<{ confirmed: boolean }> {
  return perform(ctx, "session.confirm", input, async (act) => {
    const session = await dueHold(act, input.sessionId);
    const quorum = await quorumOf(act.tx, act.countyId, session.id);
    if (!quorum.isMet || session.startsAt <= act.now || !(await wasSent(act, session.id))) throw conflict("quorumOpen");
    return { result: { confirmed: true }, payload: endedPayload(session), to: await confirmHeldSession(act, session) };
  });
}

/**
 * Releases a session whose hold has expired, because somebody who must come is missing: room and people are free again,
 * open invitations to it end, and the lead is notified. Refuses with notHeld or stillHeld.
 */
export function expireHold(ctx: ActContext<SystemActor>, input: Target): Promise<{ confirmed: boolean }> {
  return perform(ctx, "session.expireHold", input, async (act) => {
    const session = await dueHold(act, input.sessionId);
    await giveBack(act, session, releaseReasons.expired);
    const withdrawn = await withdrawAsked(act, session.id);
    return {
      result: { confirmed: false },
      payload: { ...endedPayload(session), withdrawn: withdrawn.length },
      to: await statusWithout(act, session),
    };
  });
}

/** Whether the act of the system went through; a refusal means that the session was changed meanwhile. */
async function isDone(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/**
 * The worker's part: confirms or releases one expired hold. Does nothing if it was confirmed, moved or cancelled
 * meanwhile, or on a second run.
 */
export async function endHold(payload: { countyId: string; sessionId: string }, now: Date): Promise<void> {
  const { countyId, sessionId } = payload;
  const actor = systemActor(countyId, "expireHold");
  const [session] = await asActor({ actor, now }, (tx) =>
    tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId))),
  );
  if (session?.status !== "booked" || !session.heldUntil || session.heldUntil > now) return;
  const input = { disputeId: session.disputeId, proceedingId: session.proceedingId, sessionId };
  if (await isDone(confirmDue(actAs(actor, now), input))) return;
  await isDone(expireHold(actAs(actor, now), input));
}
