import { and, desc, eq } from "drizzle-orm";
import { factSignatures, factStatements } from "@/db/schema/desk";
import { parties, partyLinks } from "@/db/schema/disputes";
import { whoTheyAre } from "../access/party-as-read";
import { barToSigning } from "../agreements/parts/check-signer";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import type { SignFactsInput } from "./inputs";
import { type DeskAct, sessionAct } from "./parts/desk-act";
import { strokesFault } from "./parts/signature-strokes";

/**
 * A party signs the undisputed facts. Agents and representatives with authority sign for their party, a guardian for a
 * minor: the same people as may sign an agreement. Only the newest statement can be signed.
 */
export function signFacts(ctx: ActContext, input: SignFactsInput): Promise<{ statementId: string }> {
  return sessionAct(ctx, "fact.sign", input, async (act) => {
    const { tx, countyId, dispute, session, actor, now } = act;
    const [newest] = await tx
      .select({ id: factStatements.id })
      .from(factStatements)
      .where(and(eq(factStatements.countyId, countyId), eq(factStatements.sessionId, session.id)))
      .orderBy(desc(factStatements.ordinal))
      .limit(1);
    if (!newest) throw notFound();
    if (newest.id !== input.statementId) throw conflict("newerStatement");
    await requireSigner(act, input);
    if (input.strokes) {
      if (input.means !== "sign") throw invalid("invalidValue");
      const fault = strokesFault(input.strokes);
      if (fault) throw invalid(fault);
    }
    await tx
      .insert(factSignatures)
      .values({
        countyId,
        statementId: newest.id,
        disputeId: dispute.id,
        partyId: input.partyId,
        means: input.means,
        strokes: input.strokes ?? null,
        recordedBy: actor.personId,
        signedAt: now,
      })
      .catch((error: unknown) => {
        const twice = postgresError(error)?.constraint_name === "fact_signatures_county_id_statement_id_party_id_pk";
        throw twice ? conflict("alreadySigned") : error;
      });
    return {
      result: { statementId: newest.id },
      event: { statementId: newest.id, partyId: input.partyId, means: input.means, byLinkId: input.byLinkId },
    };
  });
}

async function requireSigner(act: DeskAct, { partyId, byLinkId, means }: SignFactsInput): Promise<void> {
  const { tx, countyId, dispute, proceeding } = act;
  if (!proceeding) throw conflict("noProceeding");
  const [party] = await tx
    .select(whoTheyAre)
    .from(parties)
    .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
  if (!party) throw invalid("unknownReference");
  const [link] = byLinkId
    ? await tx
        .select({ id: partyLinks.id, kind: partyLinks.kind, maySign: partyLinks.maySign })
        .from(partyLinks)
        .where(and(eq(partyLinks.countyId, countyId), eq(partyLinks.partyId, partyId), eq(partyLinks.id, byLinkId)))
    : [];
  if (byLinkId && !link) throw invalid("unknownReference");
  const bar = barToSigning(proceeding.track, party, link ?? null, means);
  if (bar) throw conflict(bar, { party: party.name });
}
