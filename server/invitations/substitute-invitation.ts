import { and, eq, inArray, sql } from "drizzle-orm";
import { invitations, type OfferedTime } from "@/db/schema/invitations";
import { sessionPeople, sessions } from "@/db/schema/sessions";
import { quorumOf, settleQuorum } from "../bookings/settle-quorum";
import { type Act, type Done, perform, proceedingOf } from "../disputes/perform";
import { type SystemActor, systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { keyOf } from "../kernel/ids";
import { conflict, Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { nextEligible } from "../panel/parts/next-eligible";
import { offeredTime } from "../slots/offered-time";
import type { Invitation } from "./parts/answer-invitation";
import { holdHour } from "./parts/hold-hour";
import { nextAnswerBy } from "./parts/substitute-time";
import { writeInvitation } from "./parts/write-invitation";

interface Target {
  disputeId: string;
  proceedingId: string;
  /** The declined or silent invitation whose seat is free. */
  invitationId: string;
  /** Set when the seat's owner stays in the dispute and misses this one session alone. */
  leftSessionId?: string;
}
type Span = { from: Date; to: Date } | null;
type Missing = "nobody" | "noTime" | "enough" | "inPerson";
/** What became of an invitation whose seat the system fills again: a tie that was found frees it like a no. */
const freeing = ["declined", "expired", "recused"] as const;
/** A free seat: who had it, which session it is in, and the invitation a new one takes the place of. */
interface Freed {
  left: Invitation;
  sessionId: string | null;
  replacesId: string | null;
}
type Substitute = { invitationId: string | null };

/**
 * The session's time, and whether it needs that very person, whom nobody can replace. Refuses with seatNotFreed when
 * the session will not be held or has enough people.
 */
async function placeOf(
  { tx, countyId, now }: Act,
  { left, sessionId }: Freed,
): Promise<{ during: Span; isNamed: boolean }> {
  if (!sessionId) return { during: null, isNamed: false };
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)))
    .for("update");
  if (session?.status !== "booked" || session.startsAt <= now) throw conflict("seatNotFreed");
  const { needs } = await quorumOf(tx, countyId, session.id);
  const need = needs.find((one) => one.forceCode === left.forceCode);
  if (need && need.come + need.waiting >= need.seats) throw conflict("seatNotFreed");
  const isNamed = !need && needs.some((one) => one.personId === left.personId);
  return { during: { from: session.startsAt, to: session.endsAt }, isNamed };
}

/** Refuses with seatNotFreed unless the seat is free and nobody else was asked for it meanwhile. */
async function freedSeat({ tx, countyId }: Act, { invitationId, leftSessionId }: Target): Promise<Freed> {
  const one = and(eq(invitations.countyId, countyId), eq(invitations.id, invitationId));
  const [left] = await tx.select().from(invitations).where(one).for("update");
  if (leftSessionId && left?.status === "accepted") {
    // They may have been seated there again meanwhile.
    const [seated] = await tx
      .select({ id: sessionPeople.id })
      .from(sessionPeople)
      .where(
        and(
          eq(sessionPeople.countyId, countyId),
          eq(sessionPeople.sessionId, leftSessionId),
          eq(sessionPeople.personId, left.personId),
        ),
      );
    if (seated) throw conflict("seatNotFreed");
    return { left, sessionId: leftSessionId, replacesId: null };
  }
  const isFree = left && freeing.some((status) => status === left.status);
  if (!left || !isFree) throw conflict("seatNotFreed");
  const [taken] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.countyId, countyId), eq(invitations.replacesId, invitationId)));
  if (taken) throw conflict("seatNotFreed");
  return { left, sessionId: left.sessionId, replacesId: left.id };
}

/** How many were asked for this seat before them. */
async function askedBefore({ tx, countyId }: Act, invitationId: string): Promise<number> {
  const [row] = await tx.execute<{ before: number }>(sql`
    with recursive chain as (
      select replaces_id from invitations where county_id = ${countyId}::uuid and id = ${invitationId}::uuid
      union all
      select i.replaces_id from invitations i join chain c on i.county_id = ${countyId}::uuid and i.id = c.replaces_id)
    select count(*)::int - 1 as before from chain`);
  return row?.before ?? 0;
}

/** The hour of a session in the form of an offer. */
async function hourOf({ tx, countyId }: Act, sessionId: string | null): Promise<OfferedTime[]> {
  if (!sessionId) return [];
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)));
  return session ? [await offeredTime(tx, countyId, { ...session, isHeld: true })] : [];
}

async function askNext(act: Act, freed: Freed): Promise<Done<Substitute>> {
  const { tx, countyId, now, rules } = act;
  const { left, sessionId, replacesId } = freed;
  const { forceCode, roleAsked, isRequired, sentBy } = left;
  const { during, isNamed } = await placeOf(act, freed);
  const payload = { replaces: left.id, force: forceCode };
  const none = async (reason: Missing): Promise<Done<Substitute>> => ({
    result: { invitationId: null },
    payload: { ...payload, noSubstitute: true, reason, ...(await settleQuorum(act, sessionId)).payload },
  });
  if (isNamed) return none("inPerson");
  if ((await askedBefore(act, left.id)) >= rules["substitute.perSeat"]) return none("enough");
  const answerBy = await nextAnswerBy(act, sessionId);
  if (!answerBy) return none("noTime");
  const of = { countyId, disputeId: act.dispute.id, proceedingId: proceedingOf(act).id };
  const next = await nextEligible(tx, of, { forceCode, now, during, sessionId });
  if (!next) return none("nobody");
  // The earlier offers belong to the session they were asked to; for another session its own hour is offered.
  const offers = sessionId === left.sessionId ? left.offers : await hourOf(act, sessionId);
  const wanted = { personId: next.personId, forceCode, roleAsked, sessionId, isRequired, offers, sentBy };
  const { invitationId, jobs } = await writeInvitation(act, { ...wanted, answerBy, replacesId });
  await holdHour(act, { sessionId, personId: next.personId, answerBy });
  const settled = await settleQuorum(act, sessionId);
  return {
    result: { invitationId },
    payload: {
      invitation: invitationId,
      person: next.personId,
      ...payload,
      answerBy: answerBy.toISOString(),
      ...settled.payload,
    },
    jobs: [...jobs, ...settled.jobs],
  };
}

/**
 * Asks the next eligible person for a seat freed by a refusal or by silence, in the name of whoever asked first: never
 * a person who is tied, busy or not agreed to, and only a limited number of times for one seat. When nobody is left
 * the event says so (`noSubstitute`, `reason`: nobody, noTime, enough, inPerson), and the session may be at risk.
 * Refuses with seatNotFreed when the seat needs nobody any more.
 */
export function substituteInvitation(ctx: ActContext<SystemActor>, input: Target): Promise<Substitute> {
  return perform(ctx, "invitation.substitute", input, async (act) => askNext(act, await freedSeat(act, input)));
}

const isOver: ReadonlySet<string> = new Set([
  "seatNotFreed",
  "notInThisStep",
  "notOnThisTrack",
  "noProceeding",
  "notFound",
]);

/** The worker's part. Run twice, or by two workers at once, it asks one person once: the freed invitation is its key. */
export async function fillSeat(
  payload: { countyId: string; invitationId: string; leftSessionId?: string },
  now: Date,
): Promise<void> {
  const { countyId, invitationId, leftSessionId } = payload;
  const actor = systemActor(countyId, "substituteInvitation");
  const [left] = await asActor({ actor, now }, (tx) =>
    tx
      .select({ disputeId: invitations.disputeId, proceedingId: invitations.proceedingId })
      .from(invitations)
      .where(
        and(
          eq(invitations.countyId, countyId),
          eq(invitations.id, invitationId),
          inArray(invitations.status, leftSessionId ? ["accepted", ...freeing] : [...freeing]),
        ),
      ),
  );
  if (!left) return;
  const key = leftSessionId
    ? keyOf(`invitation.substitute ${invitationId}`, leftSessionId)
    : keyOf("invitation.substitute", invitationId);
  try {
    await substituteInvitation(actAs(actor, now, key), { ...left, invitationId, leftSessionId });
  } catch (error) {
    // The seat is taken, the session cancelled or the proceeding over: nobody is needed any more. Any other refusal
    // leaves the seat empty and fails the job, which runs again: by then somebody may be free, or a summary written.
    if (!(error instanceof Problem) || !isOver.has(error.code)) throw error;
  }
}
