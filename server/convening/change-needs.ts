import { and, eq, inArray } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { sessionNeeds, sessions } from "@/db/schema/sessions";
import { bookedSession, type SessionRow } from "../bookings/booked-session";
import { type Quorum, quorumOf } from "../bookings/settle-quorum";
import { type Act, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { ChangeNeedsInput } from "./inputs";

type Need = ChangeNeedsInput["needs"][number];

const sameNeed = (a: Need, b: { forceCode: string | null; personId: string | null }) =>
  a.forceCode === b.forceCode && a.personId === b.personId;
/** A need as the event keeps it: "lawyer 1 required"; a person by their id. */
const needText = ({ forceCode, personId, seats, isRequired }: Need): string =>
  `${personId ?? forceCode} ${seats} ${isRequired ? "required" : "optional"}`;

/** Refuses needs for which nobody was asked or has joined: they could never be met. */
function requireAsked(needs: readonly Need[], before: Quorum, asked: readonly (typeof invitations.$inferSelect)[]) {
  for (const need of needs) {
    const isKnown =
      before.needs.some((one) => sameNeed(need, one)) ||
      asked.some((one) => (need.personId ? one.personId === need.personId : one.forceCode === need.forceCode));
    if (!isKnown) throw conflict("needUnknown");
  }
}

/** The proceeding's invitations that are waiting or accepted, locked. */
const askedOf = ({ tx, countyId }: Act, session: SessionRow) =>
  tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.proceedingId, session.proceedingId),
        inArray(invitations.status, ["sent", "seen", "accepted"]),
      ),
    )
    .for("update");

/** Keeps `isRequired` of this session's invitations in step with its needs: the invitee and the board read it there. */
async function markInvitations(
  { tx, countyId }: Act,
  session: SessionRow,
  asked: readonly (typeof invitations.$inferSelect)[],
  needs: readonly Need[],
): Promise<void> {
  const isWanted = (one: (typeof asked)[number]) =>
    needs.some(
      (need) => need.isRequired && (need.personId ? need.personId === one.personId : need.forceCode === one.forceCode),
    );
  const turned = asked.filter((one) => one.sessionId === session.id && one.isRequired !== isWanted(one));
  for (const isRequired of [true, false]) {
    const ids = turned.filter((one) => isWanted(one) === isRequired).map((one) => one.id);
    if (ids.length === 0) continue;
    await tx
      .update(invitations)
      .set({ isRequired })
      .where(and(eq(invitations.countyId, countyId), inArray(invitations.id, ids)));
  }
}

/**
 * The lead replaces, with a reason, the needs of a coming session: how many of which forces, whom in person, and what is
 * only optional. Whether it is at risk is worked out again at once; a held session whose needs are all met now is
 * confirmed by a separate act, so that everyone is notified. Refuses with sessionNotBooked, changedMeanwhile,
 * sessionStarted, needUnknown.
 */
export function changeNeeds(
  ctx: ActContext,
  input: ChangeNeedsInput,
): Promise<{ sessionId: string; sessionVersion: number; isMet: boolean; canBeMet: boolean; isHeld: boolean }> {
  return perform(ctx, "session.changeNeeds", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const session = await bookedSession(act, input);
    if (session.startedAt) throw conflict("sessionStarted");
    const asked = await askedOf(act, session);
    const before = await quorumOf(tx, countyId, session.id);
    requireAsked(input.needs, before, asked);
    const one = and(eq(sessionNeeds.countyId, countyId), eq(sessionNeeds.sessionId, session.id));
    await tx.delete(sessionNeeds).where(one);
    const of = { countyId, disputeId: dispute.id, sessionId: session.id };
    if (input.needs.length > 0)
      await tx.insert(sessionNeeds).values(input.needs.map((need) => ({ ...of, ...need, id: newId(now) })));
    await markInvitations(act, session, asked, input.needs);
    const after = await quorumOf(tx, countyId, session.id);
    const isAtRisk = !after.canBeMet;
    const version = session.version + 1;
    await tx
      .update(sessions)
      .set({ version, atRiskSince: isAtRisk ? (session.atRiskSince ?? now) : null })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    const isHeld = session.heldUntil !== null;
    return {
      result: { sessionId: session.id, sessionVersion: version, isMet: after.isMet, canBeMet: after.canBeMet, isHeld },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        reason: input.reason,
        before: before.needs.map(needText),
        after: input.needs.map(needText),
        ...(isAtRisk === (session.atRiskSince !== null) ? {} : { atRisk: isAtRisk }),
      },
    };
  });
}
