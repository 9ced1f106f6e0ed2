import { and, eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { queueForSessions } from "../bookings/keep-slots";
import { unseatInvitee } from "../bookings/seat-invitee";
import { type Act, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { LeaveSessionInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";
import { isStillGathering, substituteJob } from "./parts/free-place";
import { settleSeats } from "./parts/release-seat";

/** The session they have a seat in, not begun yet; refuses with notAtTable. */
function ownSeat({ tx, countyId, now, ...act }: Act, sessionId: string, personId: string) {
  return withSystemPrivileges(tx, async () => {
    const [session] = await tx
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.countyId, countyId),
          eq(sessions.proceedingId, proceedingOf(act).id),
          eq(sessions.id, sessionId),
          eq(sessions.status, "booked"),
          sql`exists (select from session_people sp where sp.county_id = ${countyId}::uuid and sp.session_id = ${sessionId}::uuid
            and sp.person_id = ${personId}::uuid)`,
        ),
      );
    if (!session) throw conflict("notAtTable");
    if (session.startedAt || session.startsAt <= now) throw conflict("sessionStarted");
    return session;
  });
}

/**
 * A helper who has joined cannot come to one session and says why: their seat and hour there are free, and they stay
 * in the dispute and its other sessions. If that puts the session at risk the event says so; while the proceeding
 * still asks people, the system looks for a substitute for this session alone. Refuses with notAtTable,
 * sessionStarted.
 */
export function leaveSession(ctx: ActContext, input: LeaveSessionInput): Promise<{ invitationId: string }> {
  return answerInvitation(
    ctx,
    "invitation.leaveSession",
    input,
    async (act, invitation) => {
      const { tx, countyId } = act;
      const { personId } = invitation;
      const session = await ownSeat(act, input.sessionId, personId);
      await withSystemPrivileges(tx, () => queueForSessions(tx, countyId, [session.id], [personId]));
      await unseatInvitee(act, { sessionId: session.id, personId });
      return {
        result: { invitationId: invitation.id },
        payload: {
          invitation: invitation.id,
          person: personId,
          force: invitation.forceCode,
          reason: input.reason,
          sessionId: session.id,
          ordinal: session.ordinal,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          ...(await settleSeats(act, [session.id])),
        },
        jobs: isStillGathering(act) ? [substituteJob(invitation, session.id)] : [],
      };
    },
    ["accepted"],
  );
}
