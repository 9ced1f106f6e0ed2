import { and, eq } from "drizzle-orm";
import { deskCards } from "@/db/schema/desk";
import { people } from "@/db/schema/people";
import { conflict, notFound, type Problem } from "../../kernel/problem";
import { privateLanes } from "../../notes/parts/writable-lanes";
import type { DeskAct } from "./desk-act";

export type CardRow = typeof deskCards.$inferSelect;

/** A card of this dispute, if row-level security shows it to the actor; with `lock`, its row is locked for the act. */
export async function cardOf({ tx, countyId, dispute }: DeskAct, cardId: string): Promise<CardRow> {
  const [card] = await tx
    .select()
    .from(deskCards)
    .where(and(eq(deskCards.countyId, countyId), eq(deskCards.disputeId, dispute.id), eq(deskCards.id, cardId)));
  if (!card) throw notFound();
  return card;
}

/**
 * The card changed meanwhile: the refusal contains the newest words and who wrote them, so that the desk can show both
 * versions side by side. Words of a private lane are left out; they are opened like any covered card.
 */
export async function cardChanged(act: DeskAct, cardId: string): Promise<Problem> {
  const card = await cardOf(act, cardId);
  // Only the lead changes cards, so any later version was written by them.
  const by = card.version > 1 && act.proceeding ? act.proceeding.leadPersonId : card.authorId;
  const [writer] = await act.tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.countyId, act.countyId), eq(people.id, by)));
  return conflict("cardChanged", {
    by: writer?.name ?? "",
    version: card.version,
    state: card.state,
    ...(privateLanes.includes(card.lane) ? {} : { text: card.text }),
  });
}
