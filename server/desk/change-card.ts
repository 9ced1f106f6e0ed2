import { and, eq } from "drizzle-orm";
import { deskCards } from "@/db/schema/desk";
import type { SessionRow } from "../bookings/booked-session";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import type { ChangeCardInput } from "./inputs";
import { type DeskAct, sessionAct } from "./parts/desk-act";
import { cardChanged, cardOf } from "./parts/find-card";

/**
 * Rewrites a card, agrees to it, withdraws it, takes it up again or moves it to another column of its lane; refuses with
 * `cardChanged` when it is no longer the version the user saw. A proposal with a counter-offer, and the counter-offer
 * itself, stay in the column of proposals.
 */
export function changeCard(ctx: ActContext, input: ChangeCardInput): Promise<{ cardId: string; version: number }> {
  return sessionAct(ctx, "desk.write", input, async (act) => {
    const { tx, countyId, session, now } = act;
    const { cardId, cardVersion, text, state } = input;
    const card = await cardOf(act, cardId);
    const kind = input.kind ?? card.kind;
    if ((state ?? card.state) === "agreed" && (kind === "note" || kind === "claim")) throw invalid("notToBeAgreed");
    if (kind !== card.kind && (card.answersId || (await isAnswered(act, cardId)))) throw invalid("answersNoProposal");
    const [changed] = await tx
      .update(deskCards)
      .set({
        ...(text === undefined ? {} : { text }),
        ...(state ? { state } : {}),
        kind,
        changedAt: now,
        version: cardVersion + 1,
      })
      .where(
        and(
          eq(deskCards.countyId, countyId),
          eq(deskCards.sessionId, session.id),
          eq(deskCards.id, cardId),
          eq(deskCards.version, cardVersion),
        ),
      )
      .returning({ version: deskCards.version });
    if (!changed) throw await cardChanged(act, cardId);
    return { result: { cardId, version: changed.version } };
  });
}

async function isAnswered({ tx, countyId, session }: DeskAct & { session: SessionRow }, cardId: string) {
  const answers = and(
    eq(deskCards.countyId, countyId),
    eq(deskCards.sessionId, session.id),
    eq(deskCards.answersId, cardId),
  );
  return (await tx.select({ id: deskCards.id }).from(deskCards).where(answers).limit(1)).length > 0;
}
