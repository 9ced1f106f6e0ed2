import { and, eq, inArray } from "drizzle-orm";
import { invitations, type OfferedTime } from "@/db/schema/invitations";
import { sessionNeeds } from "@/db/schema/sessions";
import { sessionOf } from "../bookings/booked-session";
import { confirmHeldSession } from "../bookings/make-certain";
import { quorumOf } from "../bookings/settle-quorum";
import { type WrittenSession, writeSession } from "../bookings/write-session";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import { withdrawAsked } from "../invitations/parts/withdraw-asked";
import { writeInvitation } from "../invitations/parts/write-invitation";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { NewJob } from "../kernel/jobs";
import { conflict, invalid } from "../kernel/problem";
import { offeredTime } from "../slots/offered-time";
import type { ConveneInput } from "./inputs";
import { answerTimes } from "./parts/answer-times";

type Open = typeof invitations.$inferSelect;

/** Invitations of this proceeding that still stand, by person. */
async function standing(act: Act): Promise<Map<string, Open>> {
  const rows = await act.tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, act.countyId),
        eq(invitations.proceedingId, proceedingOf(act).id),
        inArray(invitations.status, ["sent", "seen", "accepted"]),
      ),
    )
    .for("update");
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The held hour first, then those they may name instead. */
async function offersOf({ tx, countyId }: Act, held: WrittenSession, input: ConveneInput): Promise<OfferedTime[]> {
  const others = input.alternatives.filter((one) => Date.parse(one.startsAt) !== held.startsAt.getTime());
  const times = others.map(({ startsAt, roomId }) => {
    const start = new Date(startsAt);
    return { startsAt: start, endsAt: new Date(start.getTime() + input.minutes * 60_000), roomId, isHeld: false };
  });
  const first = { startsAt: held.startsAt, endsAt: held.endsAt, roomId: held.room.id, isHeld: true };
  return Promise.all([first, ...times].map((time) => offeredTime(tx, countyId, time)));
}

/** Asks everyone: a new invitation, or the one that stands gets this hour. */
async function ask(
  act: Act,
  held: WrittenSession,
  input: ConveneInput,
  { before, answerBy }: { before: ReadonlyMap<string, Open>; answerBy: Date },
) {
  const { tx, countyId } = act;
  const offers = await offersOf(act, held, input);
  const named = new Set(input.namedIds);
  const required = new Set(input.needs.filter((need) => need.isRequired).map((need) => need.forceCode));
  const sent: string[] = [];
  const jobs: NewJob[] = [];
  for (const { personId, forceCode, roleAsked } of input.invitees) {
    const asked = before.get(personId);
    const isRequired = required.has(forceCode) || named.has(personId);
    if (asked) {
      // Another hour is being asked of them already; two at once nobody can answer.
      const isElsewhere = asked.sessionId !== null && asked.sessionId !== input.replacesSessionId;
      if (isElsewhere) throw conflict("alreadyInvited");
      await tx
        .update(invitations)
        .set({ sessionId: held.sessionId, offers, answerBy, isRequired })
        .where(and(eq(invitations.countyId, countyId), eq(invitations.id, asked.id)));
      sent.push(asked.id);
      jobs.push({
        task: "expireInvitations",
        payload: { countyId, invitationId: asked.id },
        jobKey: `expire:${asked.id}`,
        runAt: answerBy,
      });
      continue;
    }
    const written = await writeInvitation(act, {
      personId,
      forceCode,
      roleAsked,
      answerBy,
      replacesId: null,
      sessionId: held.sessionId,
      isRequired,
      offers,
    });
    sent.push(written.invitationId);
    jobs.push(...written.jobs);
  }
  return { sent, jobs };
}

/** Writes down who must come in person; each of them is asked here or sits here already. */
async function bindNamed({ tx, countyId, dispute, now }: Act, sessionId: string, input: ConveneInput): Promise<void> {
  const here = new Set([...input.personIds, ...input.invitees.map((one) => one.personId)]);
  const named = [...new Set(input.namedIds)];
  if (named.some((personId) => !here.has(personId))) throw invalid("unknownReference");
  if (named.length === 0) return;
  const of = { countyId, disputeId: dispute.id, sessionId };
  await tx
    .insert(sessionNeeds)
    .values(named.map((personId) => ({ ...of, id: newId(now), personId, isRequired: true })));
}

/** Helpers who have joined count in any session they sit in, not only in the one they were first asked to. */
const freeJoined = (act: Act, personIds: readonly string[]) =>
  personIds.length === 0
    ? null
    : act.tx
        .update(invitations)
        .set({ sessionId: null })
        .where(
          and(
            eq(invitations.countyId, act.countyId),
            eq(invitations.proceedingId, proceedingOf(act).id),
            eq(invitations.status, "accepted"),
            inArray(invitations.personId, [...personIds]),
          ),
        );

/**
 * Convenes: in one act the room and everyone's hour are held, the session is written with its parties, its people
 * and what it needs, and everybody not yet in is asked, with this hour and the alternatives. When all who must come
 * are in already it is certain at once. `answerBy` and `heldUntil` are ISO; the hold is null when it is certain.
 */
export function conveneSession(
  ctx: ActContext,
  input: ConveneInput,
): Promise<{ sessionId: string; heldUntil: string | null; answerBy: string; invited: number }> {
  return perform(ctx, "convening.send", input, async (act) => {
    const { tx, countyId, now, rules } = act;
    const { answerBy, heldUntil } = answerTimes(new Date(input.startsAt), now, rules);
    const before = await standing(act);
    // Whoever said yes while the sentence was being written sits down like the others who have.
    const hasJoined = (one: { personId: string }) => before.get(one.personId)?.status === "accepted";
    const invitees = input.invitees.filter((one) => !hasJoined(one));
    const personIds = [...input.personIds, ...input.invitees.filter(hasJoined).map((one) => one.personId)];
    const askedIds = invitees.map((one) => one.personId);
    const held = await writeSession(act, { ...input, personIds, kind: "joint", askedIds }, heldUntil);
    await bindNamed(act, held.sessionId, input);
    await freeJoined(act, personIds);
    const asked = await ask(act, held, { ...input, invitees }, { before, answerBy });
    if (input.replacesSessionId) await withdrawAsked(act, input.replacesSessionId);
    const { isMet } = await quorumOf(tx, countyId, held.sessionId);
    const scheduled = isMet ? await confirmHeldSession(act, await sessionOf(act, held.sessionId)) : undefined;
    return {
      result: {
        sessionId: held.sessionId,
        heldUntil: isMet ? null : heldUntil.toISOString(),
        answerBy: answerBy.toISOString(),
        invited: asked.sent.length,
      },
      payload: { ...held.payload, invitations: asked.sent, answerBy: answerBy.toISOString(), confirmed: isMet },
      jobs: [...held.jobs, ...asked.jobs],
      to: scheduled ?? (proceedingOf(act).status === "accepted" ? "convening" : undefined),
    };
  });
}
