import { type SQL, sql } from "drizzle-orm";
import type { SessionRow } from "../../bookings/booked-session";
import { beganOn } from "../../disputes/parts/began-on";
import { earliestAcceptance, moveAcceptance } from "../../disputes/parts/move-acceptance";
import { type Act, proceedingOf } from "../../disputes/perform";
import { checkHappened } from "../../kernel/happened";
import { conflict, invalid } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import type { Span } from "../../slots/free-starts";
import { noteSlots } from "../../slots/take-slots";

/** When a session was held, as whoever was there says it: an ISO instant and minutes. */
export interface HeldAt {
  startsAt: string;
  minutes: number;
}

const day = 86_400_000;
const minute = 60_000;
/** No session lasts longer; the database says so too (sessions_start_before_end). */
const longest = 12 * 60 * minute;

/**
 * When it was held: over by now, and not longer ago than the county lets it be written down. One before the day of acceptance moves
 * the acceptance to its own day, as far back as a proceeding can have begun. Refuses with notHappenedYet, heldTooLongAgo, and with
 * dayTooEarly before that: then it was a session of another attempt.
 */
export async function heldSpan(act: Act, { startsAt, minutes }: HeldAt): Promise<Span> {
  const { now, rules } = act;
  const from = new Date(startsAt);
  const to = new Date(from.getTime() + minutes * minute);
  if (to > now) throw invalid("notHappenedYet");
  const days = rules["session.enterDays"];
  if (now.getTime() - to.getTime() > days * day) throw conflict("heldTooLongAgo", { days });
  const on = dayOf(from);
  if (on < (await beganOn(act))) {
    checkHappened(on, { now, earliest: await earliestAcceptance(act, proceedingOf(act).ordinal) });
    await moveAcceptance(act, on);
  }
  return { from, to };
}

/**
 * The hours of a booked session that is recorded now. It began as planned, or when its desk was started where that was before, or only
 * after the planned end; it ended as planned where that is over and after it began, else now, and lasted as long as was planned where it
 * would have lasted longer than any session does. Or the hours that are said, on the day on which its desk was started. Refuses with
 * what `heldSpan` refuses and dayOutOfOrder.
 */
export async function hoursOf(act: Act, session: SessionRow, heldAt: HeldAt | undefined): Promise<Span> {
  const { startedAt, startsAt, endsAt } = session;
  if (heldAt) {
    if (startedAt && dayOf(new Date(heldAt.startsAt)) !== dayOf(startedAt)) throw invalid("dayOutOfOrder");
    return heldSpan(act, heldAt);
  }
  const began = startedAt && (startedAt < startsAt || startedAt >= endsAt) ? startedAt : startsAt;
  const ended = endsAt > began && endsAt <= act.now ? endsAt : act.now;
  const lasted = Math.max(+ended - +began, minute);
  return { from: began, to: new Date(+began + (lasted > longest ? +endsAt - +startsAt : lasted)) };
}

export const isAsPlanned = ({ startsAt, endsAt }: SessionRow, { from, to }: Span): boolean =>
  +startsAt === +from && +endsAt === +to;

/**
 * Room and people were taken at the hours at which it was held and at no others; whoever did not come, at none. What others have
 * booked stays theirs.
 */
export async function followHours({ tx, countyId, now }: Act, sessionId: string, span: Span): Promise<void> {
  const had = await tx.execute<{ id: string; isRoom: boolean; isAbsent: boolean }>(taken(countyId, sessionId));
  const here = had.filter(({ isAbsent }) => !isAbsent);
  const roomId = here.find(({ isRoom }) => isRoom)?.id ?? null;
  const personIds = here.flatMap(({ id, isRoom }) => (isRoom ? [] : [id]));
  if (here.length > 0) await noteSlots(tx, { countyId, booking: { sessionId }, now, roomId, personIds, span });
}

const taken = (countyId: string, sessionId: string): SQL => sql`
  delete from slots t where t.county_id = ${countyId}::uuid and t.session_id = ${sessionId}::uuid
  returning t.resource_id as id, t.resource = 'room' as "isRoom", exists (select from session_people y
    where y.county_id = t.county_id and y.session_id = t.session_id and y.person_id = t.resource_id and y.attendance = 'absent') as "isAbsent"`;
