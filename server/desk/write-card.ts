import { and, eq } from "drizzle-orm";
import { deskCards } from "@/db/schema/desk";
import { parties } from "@/db/schema/parties";
import { sessionPeople } from "@/db/schema/sessions";
import type { SessionRow } from "../bookings/booked-session";
import type { ActContext } from "../kernel/context";
import { conflict, forbidden, invalid, Problem } from "../kernel/problem";
import { dayOf, instantOf } from "../kernel/shanghai";
import { writableLanes } from "../notes/parts/writable-lanes";
import type { WriteCardInput } from "./inputs";
import { type DeskAct, sessionAct } from "./parts/desk-act";
import { type CardRow, cardChanged, cardOf } from "./parts/find-card";

/**
 * Puts a card on the desk. The client makes its id, so that sending it again after a lost connection adds no second card;
 * cards written offline arrive later with the time they were typed at.
 */
export function writeCard(ctx: ActContext, input: WriteCardInput): Promise<{ cardId: string; version: number }> {
  return sessionAct(ctx, "desk.write", input, async (act) => {
    const { tx, countyId, dispute, session, actor, now } = act;
    const { cardId, lane, side, kind, partyId, personId, text, answersId } = input;
    if (!writableLanes(actor.role, act.relations).includes(lane)) throw forbidden("laneNotYours");
    if ((lane === "side") !== (side !== null)) throw invalid("sideNeeded");
    if (partyId && personId) throw invalid("invalidValue");
    await requireSpeaker(act, session, input);
    if (answersId) await requireAnswerable(act, input, answersId);
    const card = { lane, side, kind, partyId, personId, text, answersId };
    const put = await tx
      .insert(deskCards)
      .values({
        ...card,
        countyId,
        id: cardId,
        disputeId: dispute.id,
        sessionId: session.id,
        authorId: actor.personId,
        writtenAt: typedAt(input.writtenAt, session, now),
        changedAt: now,
      })
      // No conflict target and no RETURNING: both would need to read the row, which a sealed card's writer may not.
      .onConflictDoNothing();
    if (put.count === 0 && lane !== "sealed") return { result: await sameCard(act, cardId, card) };
    return { result: { cardId, version: 1 } };
  });
}

/** The time a card was typed at: within the session's day or since its start, and not later than its arrival. */
function typedAt(writtenAt: string | undefined, session: SessionRow, now: Date): Date {
  if (!writtenAt) return now;
  const from = session.startedAt ?? instantOf(dayOf(session.startsAt), "00:00");
  return new Date(Math.min(Math.max(Date.parse(writtenAt), from.getTime()), now.getTime()));
}

/** The card that already has this id, if it says the same. */
async function sameCard(act: DeskAct, cardId: string, wanted: Partial<CardRow>) {
  const found = await cardOf(act, cardId).catch((error: unknown) => {
    throw error instanceof Problem ? conflict("alreadyThere") : error;
  });
  const fields = Object.keys(wanted) as (keyof CardRow)[];
  if (fields.every((field) => found[field] === wanted[field])) return { cardId, version: found.version };
  throw await cardChanged(act, cardId);
}

/** Refuses a speaker who is neither a party of the dispute nor an attendee, and a lane of a side that does not exist. */
async function requireSpeaker({ tx, countyId, dispute }: DeskAct, session: SessionRow, input: WriteCardInput) {
  if (input.side !== null) {
    const there = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.side, input.side));
    if ((await tx.select({ id: parties.id }).from(parties).where(there).limit(1)).length === 0)
      throw invalid("sideNeeded");
  }
  if (!input.personId) return;
  const seated = and(
    eq(sessionPeople.countyId, countyId),
    eq(sessionPeople.sessionId, session.id),
    eq(sessionPeople.personId, input.personId),
  );
  if ((await tx.select({ id: sessionPeople.id }).from(sessionPeople).where(seated)).length === 0)
    throw invalid("unknownReference");
}

/** A counter-offer answers a proposal of its own lane: across lanes it would reveal that the proposal exists. */
async function requireAnswerable(act: DeskAct, { sessionId, kind, lane, side }: WriteCardInput, answersId: string) {
  const answered = await cardOf(act, answersId).catch(() => null);
  if (kind !== "proposal" || answered?.kind !== "proposal") throw invalid("answersNoProposal");
  if (answered.sessionId !== sessionId || answered.lane !== lane || answered.side !== side)
    throw invalid("answersOtherLane");
}
