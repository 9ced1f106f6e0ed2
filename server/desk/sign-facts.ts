import { and, desc, eq } from "drizzle-orm";
import { factSignatures, factStatements } from "@/db/schema/desk";
import { sessionPeople } from "@/db/schema/sessions";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { signerName } from "../binding/parts/signer-name";
import type { SessionRow } from "../bookings/booked-session";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";
import { requireSignature } from "../strokes/parts/require-signature";
import type { SignFactsInput } from "./inputs";
import { type DeskAct, sessionAct } from "./parts/desk-act";

/**
 * A party signs the undisputed facts. Agents and representatives with authority sign for their party, a guardian for a
 * minor: the same people as may sign an agreement, and only those who are present. Only the newest statement can be signed.
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
      requireSignature(input.strokes, await signerName(tx, countyId, input));
    }
    await tx
      .insert(factSignatures)
      .values({
        countyId,
        statementId: newest.id,
        disputeId: dispute.id,
        partyId: input.partyId,
        means: input.means,
        signedByLinkId: input.byLinkId,
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

/** Whoever may bind the party signs, and only where the session has them as present. */
async function requireSigner(act: DeskAct & { session: SessionRow }, input: SignFactsInput): Promise<void> {
  const { tx, countyId, dispute, proceeding, session } = act;
  if (!proceeding) throw conflict("noProceeding");
  const { partyId, byLinkId: linkId, means } = input;
  const at = { tx, countyId, disputeId: dispute.id, track: proceeding.track };
  await requireSpeakers(at, [{ partyId, linkId, purpose: "bind", means }]);
  const [there] = await tx
    .select({ attendance: sessionPeople.attendance })
    .from(sessionPeople)
    .where(
      and(
        eq(sessionPeople.countyId, countyId),
        eq(sessionPeople.sessionId, session.id),
        eq(sessionPeople.partyId, partyId),
      ),
    );
  if (there?.attendance !== "present") throw conflict("signerNotPresent");
}
