import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookedSession, type SessionRow } from "../bookings/booked-session";
import { confirmHeldSession } from "../bookings/make-certain";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { askHour, type Uncertain } from "../slots/require-free";
import type { ConfirmSessionInput } from "./inputs";

/** Those of a session who did not say yes to this very hour themselves, and for whom no reason was noted already. */
async function toBeAsked(tx: Tx, { countyId, id }: SessionRow): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select sp.person_id as id from session_people sp
    where sp.county_id = ${countyId}::uuid and sp.session_id = ${id}::uuid and sp.person_id is not null and sp.despite = ''
      and not exists (select from invitations i where i.county_id = sp.county_id and i.session_id = sp.session_id
        and i.person_id = sp.person_id and i.status = 'accepted')`);
  return rows.map((row) => row.id);
}

/**
 * The lead decides that a held session takes place: it is confirmed from now on, even if answers are still open.
 * Refused when it is not held (any more), or when the room or a person was taken after the hold expired, or somebody
 * cannot come any more and no reason speaks for it.
 */
export function confirmSession(
  ctx: ActContext,
  input: ConfirmSessionInput,
): Promise<{ sessionId: string; uncertain: Uncertain[] }> {
  return perform(ctx, "session.confirm", input, async (act) => {
    const session = await bookedSession(act, input);
    if (!session.heldUntil) throw conflict("notHeld");
    if (session.startsAt <= act.now) throw conflict("sessionInPast");
    const to = await confirmHeldSession(act, session);
    const { uncertain, payload } = await askHour(
      act.tx,
      {
        countyId: act.countyId,
        bookingId: session.id,
        personIds: await toBeAsked(act.tx, session),
        span: { from: session.startsAt, to: session.endsAt },
        now: act.now,
      },
      { despite: input.despite, room: null },
    );
    return {
      result: { sessionId: session.id, uncertain },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        ...payload,
      },
      to,
    };
  });
}
