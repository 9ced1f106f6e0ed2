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
import { requireRoomsOf } from "../slots/bookable-room";
import { offeredTime } from "../slots/offered-time";
import type { Uncertain } from "../slots/require-free";
import type { ConveneInput } from "./inputs";
import { answerTimes } from "./parts/answer-times";

type Asked = typeof invitations.$inferSelect;

/** Invitations of this proceeding that are waiting or accepted, by person. */
async function askedBefore(act: Act): Promise<Map<string, Asked>> {
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

/** The held hour first, then the alternatives they may choose instead. */
async function offersOf(
  { tx, countyId, dispute }: Act,
  held: WrittenSession,
  input: ConveneInput,
): Promise<OfferedTime[]> {
  const { stationId } = dispute;
  await requireRoomsOf(
    tx,
    { countyId, stationId },
    input.alternatives.map(({ roomId }) => roomId),
  );
  const others = input.alternatives.filter((one) => Date.parse(one.startsAt) !== held.startsAt.getTime());
  const times = others.map(({ startsAt, roomId }) => {
    const start = new Date(startsAt);
    return {
      startsAt: start,
      endsAt: new Date(start.getTime() + input.minutes * 60_000),
      roomId,
      mode: input.mode,
      isHeld: false,
    };
  });
  const first = { startsAt: held.startsAt, endsAt: held.endsAt, roomId: held.room.id, mode: input.mode, isHeld: true };
  return Promise.all([first, ...times].map((time) => offeredTime(tx, countyId, time)));
}

/** Asks everyone: by a new invitation, or by adding this hour to the one they already have. */
async function ask(
  act: Act,
  held: WrittenSession,
  input: ConveneInput,
  { before, answerBy }: { before: ReadonlyMap<string, Asked>; answerBy: Date },
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
      // They are already asked to another hour; an invitation can offer only one session.
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

/** Writes who must come in person; each of them is asked to this session or already attends it. */
async function requireNamed(
  { tx, countyId, dispute, now }: Act,
  sessionId: string,
  input: ConveneInput,
): Promise<void> {
  const here = new Set([...input.personIds, ...input.invitees.map((one) => one.personId)]);
  const named = [...new Set(input.namedIds)];
  if (named.some((personId) => !here.has(personId))) throw invalid("unknownReference");
  if (named.length === 0) return;
  const of = { countyId, disputeId: dispute.id, sessionId };
  await tx
    .insert(sessionNeeds)
    .values(named.map((personId) => ({ ...of, id: newId(now), personId, isRequired: true })));
}

/** Helpers who have joined count in every session they attend, not only in the one they were first asked to. */
const countInEverySession = (act: Act, personIds: readonly string[]) =>
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
 * Convenes in one act: holds the room and everyone's hour, writes the session with its parties, people and needs, and
 * invites everybody who has not joined yet, with this hour and the alternatives. When everyone needed has already joined,
 * the session is confirmed at once. `answerBy` and `heldUntil` are ISO; `heldUntil` is null when confirmed.
 */
export function conveneSession(
  ctx: ActContext,
  input: ConveneInput,
): Promise<{ sessionId: string; heldUntil: string | null; answerBy: string; invited: number; uncertain: Uncertain[] }> {
  return perform(ctx, "convening.send", input, async (act) => {
    const { tx, countyId, now } = act;
    const { answerBy, heldUntil } = answerTimes(new Date(input.startsAt), now, act);
    const before = await askedBefore(act);
    // People who accepted while the lead was filling in the form are seated like the others who accepted.
    const hasJoined = (one: { personId: string }) => before.get(one.personId)?.status === "accepted";
    const invitees = input.invitees.filter((one) => !hasJoined(one));
    const personIds = [...input.personIds, ...input.invitees.filter(hasJoined).map((one) => one.personId)];
    const askedIds = invitees.map((one) => one.personId);
    const held = await writeSession(act, { ...input, personIds, kind: "joint", askedIds }, heldUntil);
    await requireNamed(act, held.sessionId, input);
    await countInEverySession(act, personIds);
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
        uncertain: held.uncertain,
      },
      payload: { ...held.payload, invitations: asked.sent, answerBy: answerBy.toISOString(), confirmed: isMet },
      jobs: [...held.jobs, ...asked.jobs],
      to: scheduled ?? (proceedingOf(act).status === "accepted" ? "convening" : undefined),
    };
  });
}
