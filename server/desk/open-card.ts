import { and, eq } from "drizzle-orm";
import { deskCards } from "@/db/schema/desk";
import { people } from "@/db/schema/people";
import { readDispute } from "../access/gate";
import { partyName } from "../access/party-as-read";
import type { ActContext } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { privateLanes } from "../notes/parts/writable-lanes";
import type { OpenCardInput } from "./inputs";

/**
 * Gives the words of one covered card and logs the opening, without naming the lane. Row-level security decides who may:
 * the lead for a caucus, the head for what is sealed. No idempotency key, like `openNote`: the words would be stored
 * with it.
 */
export function openCard(ctx: ActContext, { disputeId, cardId }: OpenCardInput) {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "note.read", disputeId);
    const { countyId } = actor;
    const [card] = await tx
      .select({
        lane: deskCards.lane,
        text: deskCards.text,
        partyId: deskCards.partyId,
        personId: deskCards.personId,
        party: partyName(deskCards.countyId, deskCards.partyId),
        person: people.name,
      })
      .from(deskCards)
      .leftJoin(people, and(eq(people.countyId, deskCards.countyId), eq(people.id, deskCards.personId)))
      .where(and(eq(deskCards.countyId, countyId), eq(deskCards.disputeId, disputeId), eq(deskCards.id, cardId)));
    if (!card) throw notFound();
    const { lane, party, person, ...shownCard } = card;
    if (privateLanes.includes(lane))
      await appendEvent(tx, actor, now, {
        action: "note.read",
        disputeId,
        proceedingId: proceeding?.id,
        payload: { cardId },
      });
    return { ...shownCard, speaker: party ?? person };
  });
}
