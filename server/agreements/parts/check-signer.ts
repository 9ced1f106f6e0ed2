import { sql } from "drizzle-orm";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { type Act, proceedingOf } from "../../disputes/perform";
import { dayIfEarlier } from "../../kernel/happened";
import { conflict, invalid } from "../../kernel/problem";
import type { SignAgreementInput } from "../inputs";

/** Who signs, as the columns of a signature. */
export type SignerColumns =
  | { signerKind: "party"; partyId: string; signedByLinkId: string | null; personId?: undefined }
  | { signerKind: "witness" | "mediator"; personId: string; partyId?: undefined; signedByLinkId?: undefined };

/**
 * Refuses a signer whom the law or the authority papers do not allow; gives the columns of the signature. A witness is
 * whoever was present at a session of the proceeding, however they were asked. The lead signs in person: `inPerson` is whoever
 * acts, or whom a link was made for.
 */
export async function checkSigner(
  act: Act,
  { signer, means, happenedOn }: Pick<SignAgreementInput, "signer" | "means"> & Partial<SignAgreementInput>,
  inPerson: string | null = act.actor.kind === "person" ? act.actor.personId : null,
): Promise<SignerColumns> {
  const { tx, countyId, dispute, now } = act;
  const { id, track, leadPersonId } = proceedingOf(act);
  if (signer.kind === "mediator") {
    if (leadPersonId !== inPerson) throw conflict("leadSignsInPerson");
    return { signerKind: "mediator", personId: leadPersonId };
  }
  if (signer.kind === "witness") {
    const [there] = await tx.execute<{ present: boolean }>(
      sql`select app.was_present(${countyId}::uuid, ${id}::uuid, ${signer.personId}::uuid) as present`,
    );
    if (!there?.present || signer.personId === leadPersonId) throw invalid("witnessNotPresent");
    return { signerKind: "witness", personId: signer.personId };
  }
  const { partyId, byLinkId } = signer;
  await requireSpeakers({ tx, countyId, disputeId: dispute.id, track }, [
    { partyId, linkId: byLinkId, purpose: "bind", means, on: dayIfEarlier(happenedOn, now) },
  ]);
  return { signerKind: "party", partyId, signedByLinkId: byLinkId };
}
