import { agreements } from "@/db/schema/agreements";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { RenegotiateInput } from "./inputs";
import { agreementOf } from "./parts/find-agreement";
import { nextOrdinal } from "./parts/next-ordinal";
import { openClauses } from "./parts/open-clauses";
import { writeObligations } from "./parts/write-obligations";

/**
 * The sides agree anew on what is still open of an agreement in force (民法典 543): begins its next version, a draft with the
 * rest of every open clause. The earlier one stays in force, and payments on it go on, until the new one is signed and takes
 * effect like the first; then the database puts it out of force (app.replace_agreement), with everything that was paid.
 * Refuses needs.nothingDrafted where a version is being written already.
 */
export function renegotiateAgreement(ctx: ActContext, input: RenegotiateInput): Promise<{ agreementId: string }> {
  return perform(ctx, "agreement.renegotiate", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const earlier = await agreementOf(act);
    const proceedingId = proceedingOf(act).id;
    const clauses = await openClauses(act);
    const agreementId = newId(now);
    await tx.insert(agreements).values({
      countyId,
      id: agreementId,
      disputeId: dispute.id,
      proceedingId,
      ordinal: nextOrdinal(countyId, proceedingId),
      form: earlier.form,
      facts: earlier.facts,
      replacesId: earlier.id,
      renegotiatedReason: input.reason,
      draftedBy: actor.personId,
      draftedAt: now,
    });
    await writeObligations(tx, { countyId, disputeId: dispute.id, agreementId, now }, clauses);
    return {
      result: { agreementId },
      payload: { agreementId, replaces: earlier.number ?? earlier.id, clauses: clauses.length, reason: input.reason },
    };
  });
}
