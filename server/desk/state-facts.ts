import { and, eq, inArray, sql } from "drizzle-orm";
import { deskCards, factStatements } from "@/db/schema/desk";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { StateFactsInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";

/**
 * Writes a statement of the facts nobody disputes, to be signed separately from any agreement. Its lines are the texts of
 * agreed fact cards of the joint lane only. A new list is a new statement.
 */
export function stateFacts(ctx: ActContext, input: StateFactsInput): Promise<{ statementId: string; ordinal: number }> {
  return sessionAct(
    ctx,
    "fact.state",
    input,
    async ({ tx, countyId, dispute, session, actor, now }) => {
      const ids = [...new Set(input.cardIds)];
      const cards = await tx
        .select()
        .from(deskCards)
        .where(and(eq(deskCards.countyId, countyId), eq(deskCards.sessionId, session.id), inArray(deskCards.id, ids)))
        .for("share");
      const lines = ids.map((id) => {
        const card = cards.find((one) => one.id === id);
        if (!card) throw invalid("unknownReference");
        if (card.lane !== "joint" || card.kind !== "fact" || card.state !== "agreed") throw conflict("factNotAgreed");
        return card.text;
      });
      const [last] = await tx
        .select({ ordinal: sql<number>`coalesce(max(${factStatements.ordinal}), 0)::int` })
        .from(factStatements)
        .where(and(eq(factStatements.countyId, countyId), eq(factStatements.sessionId, session.id)));
      const statementId = newId(now);
      const ordinal = (last?.ordinal ?? 0) + 1;
      await tx.insert(factStatements).values({
        countyId,
        id: statementId,
        disputeId: dispute.id,
        sessionId: session.id,
        ordinal,
        lines,
        writtenBy: actor.personId,
        writtenAt: now,
      });
      return { result: { statementId, ordinal }, event: { statementId, sessionId: session.id, lines: lines.length } };
    },
    // Two statements written at once take their numbers one after the other.
    { lock: "update" },
  );
}
