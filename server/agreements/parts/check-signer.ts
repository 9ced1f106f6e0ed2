import { sql } from "drizzle-orm";
import { requireSpeakers } from "../../binding/parts/require-speakers";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { dayIfEarlier } from "../../kernel/happened";
import { conflict, invalid } from "../../kernel/problem";
import type { SignAgreementInput } from "../inputs";

/**
 * Refuses a signer whom the law or the authority papers do not allow; gives the columns of the signature. A witness is
 * whoever was present at a session of the proceeding, however they were asked.
 */
export async function checkSigner(act: Act<PersonActor>, { signer, means, happenedOn }: SignAgreementInput) {
  const { tx, countyId, dispute, actor, now } = act;
  const { id, track, leadPersonId } = proceedingOf(act);
  if (signer.kind === "mediator") {
    if (leadPersonId !== actor.personId) throw conflict("leadSignsInPerson");
    return { signerKind: "mediator" as const, personId: actor.personId };
  }
  if (signer.kind === "witness") {
    const [there] = await tx.execute<{ present: boolean }>(
      sql`select app.was_present(${countyId}::uuid, ${id}::uuid, ${signer.personId}::uuid) as present`,
    );
    if (!there?.present || signer.personId === leadPersonId) throw invalid("witnessNotPresent");
    return { signerKind: "witness" as const, personId: signer.personId };
  }
  const { partyId, byLinkId } = signer;
  await requireSpeakers({ tx, countyId, disputeId: dispute.id, track }, [
    { partyId, linkId: byLinkId, purpose: "bind", means, on: dayIfEarlier(happenedOn, now) },
  ]);
  return { signerKind: "party" as const, partyId, signedByLinkId: byLinkId };
}
