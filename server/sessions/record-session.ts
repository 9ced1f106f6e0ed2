import { and, eq, sql } from "drizzle-orm";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import { bookedSession } from "../bookings/booked-session";
import { requirePresence } from "../bookings/require-presence";
import { type Act, perform } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordSessionInput } from "./inputs";
import { followHours, hoursOf, isAsPlanned } from "./parts/follow-hours";
import { requireRecordText, requireWholeRecord, statusAfterSession, writeRecord } from "./parts/write-record";

/**
 * Records a held session: who came and who came for them, what came of it, and for a joint one what was said (人民调解法 27). Where it
 * was held at other hours than planned, or on another day, it says which; its room and people were taken then and not as planned. The words of a caucus never enter a record; they belong to a lane.
 */
export function recordSession(ctx: ActContext, input: RecordSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.record", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await bookedSession(act, input);
    if (session.heldUntil) throw conflict("sessionNotConfirmed");
    if (!session.startedAt && now < session.startsAt && !input.heldAt)
      throw conflict("sessionNotStarted", { startsAt: session.startsAt.toISOString() });
    requireRecordText(session.kind, input);
    const span = await hoursOf(act, session, input.heldAt);
    const isOther = !isAsPlanned(session, span);
    // Before the attendance: nobody comes to what is still ahead.
    await tx
      .update(sessions)
      .set({
        status: "ended",
        result: input.result,
        version: session.version + 1,
        ...(isOther ? { startsAt: span.from, endsAt: span.to } : {}),
      })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    const { present, expected } = await recordAttendance(act, { id: session.id, startsAt: span.from }, input);
    if (isOther) await followHours(act, session.id, span);
    await requireWholeRecord(act, { ...session, result: input.result }, input);
    await writeRecord(act, session.id, input, ctx.actor.personId);
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        result: input.result,
        present,
        expected,
        ...(isOther ? { startsAt: span.from.toISOString(), endsAt: span.to.toISOString() } : {}),
      },
      to: statusAfterSession(act, input.result),
    };
  });
}

/** Writes who came and who came for them; everyone else was absent. Whoever signed facts at the desk was there. */
async function recordAttendance(
  act: Act<PersonActor>,
  { id: sessionId, startsAt }: { id: string; startsAt: Date },
  { presentIds, speakers }: RecordSessionInput,
): Promise<{ present: number; expected: number }> {
  const { tx, countyId } = act;
  const ofSession = and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, sessionId));
  const [rows, signed] = await Promise.all([
    tx.select().from(sessionPeople).where(ofSession),
    tx.execute<{ partyId: string }>(sql`select distinct s.party_id as "partyId" from fact_signatures s
      join fact_statements f on f.county_id = s.county_id and f.id = s.statement_id
      where f.county_id = ${countyId}::uuid and f.session_id = ${sessionId}::uuid`),
  ]);
  const ids = new Set(presentIds ?? rows.filter((row) => row.attendance === "present").map((row) => row.id));
  if ([...ids].some((id) => !rows.some((row) => row.id === id))) throw invalid("unknownReference");
  const came = rows
    .filter((row) => ids.has(row.id))
    .map((row) => {
      const said = speakers?.find((one) => one.partyId === row.partyId);
      return { id: row.id, partyId: row.partyId, linkId: said ? said.linkId : row.spokenByLinkId };
    });
  if (signed.some(({ partyId }) => !came.some((one) => one.partyId === partyId))) throw conflict("signedSoPresent");
  await requirePresence(act, came, dayIfEarlier(dayOf(startsAt), act.now));
  await tx.update(sessionPeople).set({ attendance: "absent", spokenByLinkId: null }).where(ofSession);
  if (came.length > 0) {
    const values = sql.join(
      came.map(({ id, linkId }) => sql`(${id}::uuid, ${linkId}::uuid)`),
      sql`, `,
    );
    await tx.execute(sql`update session_people y set attendance = 'present', spoken_by_link_id = c.link_id
      from (values ${values}) c (id, link_id) where y.county_id = ${countyId}::uuid and y.session_id = ${sessionId}::uuid and y.id = c.id`);
  }
  return { present: came.length, expected: rows.length };
}
