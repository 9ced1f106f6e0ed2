import { and, eq } from "drizzle-orm";
import { parties } from "@/db/schema/parties";
import { sessionPeople, sessionTellings } from "@/db/schema/sessions";
import { mayCome } from "../bookings/attendees";
import { sessionOf } from "../bookings/booked-session";
import { beganOn } from "../disputes/parts/began-on";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappenedSince } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordTellingInput } from "./inputs";

/** The party is expected at the session, and somebody in particular: nobody can be told whom nobody has found. */
async function requireExpected({ tx, countyId, dispute }: Act, { sessionId, partyId }: RecordTellingInput) {
  const [party] = await tx
    .select({ kind: parties.kind, rowId: sessionPeople.id })
    .from(parties)
    .leftJoin(
      sessionPeople,
      and(
        eq(sessionPeople.countyId, parties.countyId),
        eq(sessionPeople.partyId, parties.id),
        eq(sessionPeople.sessionId, sessionId),
      ),
    )
    .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
  if (!party) throw invalid("unknownReference");
  if (!party.rowId) throw conflict("notExpected");
  if (party.kind === "unidentified") throw conflict("partyUnidentified");
}

/**
 * Writes down that a party was told of a session in person or by telephone: when (ISO instant), by whom, which hour they
 * were told and what they said. Once the session moves they have not been told of its new hour. A later row stands
 * beside an earlier one. Refuses with hourChanged, notHappenedYet, dayTooEarly, notExpected, partyUnidentified.
 */
export function recordTelling(ctx: ActContext, input: RecordTellingInput): Promise<{ tellingId: string }> {
  return perform(ctx, "session.tell", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const session = await sessionOf(act, input.sessionId);
    if (session.status === "cancelled") throw conflict("sessionNotBooked", { status: session.status });
    if (session.startsAt.getTime() !== Date.parse(input.startsAt)) throw conflict("hourChanged");
    const toldAt = new Date(input.toldAt);
    if (toldAt > now) throw invalid("notHappenedYet");
    await checkHappenedSince(dayOf(toldAt), { now, earliest: () => beganOn(act) });
    await requireExpected(act, input);
    const toldBy = input.toldBy ?? ctx.actor.personId;
    if (!(await mayCome(tx, dispute, proceedingOf(act), toldBy))) throw invalid("unknownReference");
    const id = newId(now);
    const { partyId, means, toldTo, answer, note } = input;
    const said = { partyId, means, toldTo, answer, note, startsAt: session.startsAt, toldAt, toldBy };
    await tx.insert(sessionTellings).values({
      ...said,
      countyId,
      id,
      disputeId: dispute.id,
      sessionId: session.id,
      enteredBy: ctx.actor.personId,
      enteredAt: now,
    });
    return {
      result: { tellingId: id },
      payload: { sessionId: session.id, party: partyId, means, toldBy, toldAt: toldAt.toISOString(), answer },
    };
  });
}
