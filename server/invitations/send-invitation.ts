import { and, eq } from "drizzle-orm";
import { invitations, type OfferedTime } from "@/db/schema/invitations";
import { sessions } from "@/db/schema/sessions";
import { settleQuorum } from "../bookings/settle-quorum";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { afterOfficeHours, isOfficeTime } from "../rules/office-hours";
import { offeredTime } from "../slots/offered-time";
import type { SendInvitationInput } from "./inputs";
import { holdHour } from "./parts/hold-hour";
import { nextAnswerBy } from "./parts/substitute-time";
import { writeInvitation } from "./parts/write-invitation";

interface Seat {
  sessionId: string | null;
  isRequired: boolean;
  offers: OfferedTime[];
  /** The latest time for an answer; null where no session waits. */
  latest: Date | null;
}

/** What a freed seat was for: the session to come whose hour is fixed already, unless too little time is left to answer. */
async function seatOf(act: Act, replacesId: string | null): Promise<Seat> {
  const none = { sessionId: null, isRequired: true, offers: [], latest: null };
  if (!replacesId) return none;
  const { tx, countyId } = act;
  const [freed] = await tx
    .select({ isRequired: invitations.isRequired, session: sessions })
    .from(invitations)
    .innerJoin(sessions, and(eq(sessions.countyId, invitations.countyId), eq(sessions.id, invitations.sessionId)))
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.id, replacesId),
        eq(invitations.proceedingId, proceedingOf(act).id),
      ),
    );
  const latest = freed && (await nextAnswerBy(act, freed.session.id));
  if (!freed || !latest) return none;
  const offers = [await offeredTime(tx, countyId, { ...freed.session, isHeld: true })];
  return { sessionId: freed.session.id, isRequired: freed.isRequired, offers, latest };
}

/**
 * Asks a member of a force to help. The invitation freezes the neutral summary and the parties' names;
 * it holds nothing else of the dispute. It lapses by itself at `answerBy` (ISO),
 * which is in office hours; refuses with outsideOfficeHours. Whoever takes a freed seat is asked to its session, whose hour is
 * held for them: refused with personTaken, and with personAway or personTooFar without a reason in `despite`.
 */
export function sendInvitation(
  ctx: ActContext,
  input: SendInvitationInput,
): Promise<{ invitationId: string; answerBy: string }> {
  return perform(ctx, "invitation.send", input, async (act) => {
    const { personId, forceCode, roleAsked, replacesId, despite } = input;
    if (input.answerBy && !isOfficeTime(new Date(input.answerBy), act)) throw invalid("outsideOfficeHours");
    const { latest, ...seat } = await seatOf(act, replacesId);
    const wished = input.answerBy
      ? new Date(input.answerBy)
      : afterOfficeHours(act.now, act.rules["invitation.answerHours"], act);
    const answerBy = latest && latest < wished ? latest : wished;
    const wanted = { personId, forceCode, roleAsked, answerBy, replacesId, ...seat };
    const { invitationId, jobs } = await writeInvitation(act, wanted);
    const overruled = await holdHour(act, { sessionId: seat.sessionId, personId, answerBy, despite });
    const settled = await settleQuorum(act, seat.sessionId);
    const payload = {
      invitation: invitationId,
      person: personId,
      force: forceCode,
      answerBy: answerBy.toISOString(),
      replaces: replacesId,
      ...overruled,
      ...settled.payload,
    };
    return {
      result: { invitationId, answerBy: answerBy.toISOString() },
      payload,
      jobs: [...jobs, ...settled.jobs],
    };
  });
}
