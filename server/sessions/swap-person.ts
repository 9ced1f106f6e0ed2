import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import { mayCome } from "../bookings/attendees";
import { bookedSession, type SessionRow } from "../bookings/booked-session";
import { holdUntil } from "../bookings/hold-times";
import { queueForSession } from "../bookings/keep-slots";
import { seatInvitee, unseatInvitee } from "../bookings/seat-invitee";
import { settleQuorum } from "../bookings/settle-quorum";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import { writeInvitation } from "../invitations/parts/write-invitation";
import type { ActContext } from "../kernel/context";
import type { NewJob } from "../kernel/jobs";
import { conflict } from "../kernel/problem";
import { offeredTime } from "../slots/offered-time";
import { askHour, type Uncertain } from "../slots/require-free";
import { takeSlots } from "../slots/take-slots";
import type { SwapPersonInput } from "./inputs";

/** Whether they are in another coming session of this proceeding. */
async function sitsElsewhere({ tx, countyId }: Act, session: SessionRow, personId: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: sessions.id })
    .from(sessionPeople)
    .innerJoin(sessions, and(eq(sessions.countyId, sessionPeople.countyId), eq(sessions.id, sessionPeople.sessionId)))
    .where(
      and(
        eq(sessionPeople.countyId, countyId),
        eq(sessionPeople.personId, personId),
        eq(sessions.proceedingId, session.proceedingId),
        eq(sessions.status, "booked"),
        ne(sessions.id, session.id),
      ),
    )
    .limit(1);
  return Boolean(other);
}

/** Withdraws and returns the invitation of the person who leaves, unless they are in another session of this proceeding. */
async function endInvitation(act: Act, session: SessionRow, personId: string) {
  const { tx, countyId } = act;
  const [asked] = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.proceedingId, session.proceedingId),
        eq(invitations.personId, personId),
        inArray(invitations.status, ["sent", "seen", "accepted"]),
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(1);
  if (!asked || (await sitsElsewhere(act, session, personId))) return null;
  await tx
    .update(invitations)
    .set({ status: "withdrawn", answeredAt: null })
    .where(and(eq(invitations.countyId, countyId), eq(invitations.id, asked.id)));
  return asked;
}

/** Seats staff and people who have joined; invites anybody else and holds their hour until they must answer. */
async function bringIn(
  act: Act,
  session: SessionRow,
  input: SwapPersonInput,
  replaces: typeof invitations.$inferSelect | null,
) {
  const { tx, countyId, dispute, now, rules } = act;
  const personId = input.inPersonId;
  if (await mayCome(tx, dispute, proceedingOf(act), personId)) {
    await seatInvitee(act, { sessionId: session.id, personId });
    return { seated: true, jobs: [] as NewJob[], invitation: undefined };
  }
  const answerBy = holdUntil(session.startsAt, now, rules["invitation.answerHours"], act);
  const forceCode = input.forceCode ?? replaces?.forceCode;
  if (!forceCode) throw conflict("notOfThisForce");
  await takeSlots(tx, {
    countyId,
    booking: { sessionId: session.id },
    now,
    room: null,
    personIds: [personId],
    span: { from: session.startsAt, to: session.endsAt },
    heldUntil: answerBy,
  });
  const { invitationId, jobs } = await writeInvitation(act, {
    personId,
    forceCode,
    roleAsked: replaces?.roleAsked ?? "",
    answerBy,
    replacesId: replaces?.forceCode === forceCode ? replaces.id : null,
    sessionId: session.id,
    isRequired: replaces?.isRequired ?? true,
    offers: [await offeredTime(tx, countyId, { ...session, isHeld: true })],
  });
  return { seated: false, jobs, invitation: invitationId };
}

/**
 * Replaces one person of a session by another in one act. Staff and people who have joined are seated at once; anybody
 * else is invited, with this hour held for them. The lead cannot be replaced. Refuses with notAtTable, leadStays,
 * alreadyAtTable, personTaken, personAway and personTooFar without a reason in `despite`, and the refusals of an invitation.
 */
export function swapPerson(
  ctx: ActContext,
  input: SwapPersonInput,
): Promise<{ sessionId: string; seated: boolean; uncertain: Uncertain[] }> {
  return perform(ctx, "session.swapPerson", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await bookedSession(act, input);
    if (input.outPersonId === proceedingOf(act).leadPersonId) throw conflict("leadStays");
    const seats = await tx
      .select({ id: sessionPeople.personId })
      .from(sessionPeople)
      .where(and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, session.id)));
    if (!seats.some(({ id }) => id === input.outPersonId)) throw conflict("notAtTable");
    if (seats.some(({ id }) => id === input.inPersonId)) throw conflict("alreadyAtTable");
    await queueForSession(tx, session, [input.inPersonId]);
    await unseatInvitee(act, { sessionId: session.id, personId: input.outPersonId });
    const left = await endInvitation(act, session, input.outPersonId);
    const came = await bringIn(act, session, input, left);
    const span = { from: session.startsAt, to: session.endsAt };
    const hour = { countyId, bookingId: session.id, personIds: [input.inPersonId], span, now };
    // At a session that has begun nobody is asked: whoever is here is here.
    const asked = session.startsAt > now ? await askHour(tx, hour, { despite: input.despite, room: null }) : null;
    await tx
      .update(sessions)
      .set({ version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    const settled = await settleQuorum(act, session.id);
    return {
      result: { sessionId: session.id, seated: came.seated, uncertain: asked?.uncertain ?? [] },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        out: input.outPersonId,
        in: input.inPersonId,
        invitation: came.invitation,
        ...asked?.payload,
        ...settled.payload,
      },
      jobs: [...came.jobs, ...settled.jobs],
      to: settled.to,
    };
  });
}
