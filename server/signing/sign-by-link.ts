import type { SigningVisit } from "../access/link-entry";
import { markUsed } from "../access/new-link";
import { checkSigner } from "../agreements/parts/check-signer";
import { agreementOf } from "../agreements/parts/find-agreement";
import { writeSignature } from "../agreements/parts/write-signature";
import { signerName } from "../binding/parts/signer-name";
import { perform } from "../disputes/perform";
import { actAs } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { DrawnSignature } from "../strokes/inputs";
import { requireSignature } from "../strokes/parts/require-signature";
import { requestOf, type SigningRequest } from "./parts/request-of";

/**
 * A signature drawn on the signer's own phone, through their link: the same act, order and refusals as at the table
 * (`signAgreement`), and the drawing has to be a written name. Whoever was asked signs, and nobody in their place: a link to
 * a guardian or agent signs while they still may. The event names the request, and counts for whoever made the link.
 */
export async function signByLink(
  { actor, now, requestId }: SigningVisit,
  key: string,
  { strokes }: DrawnSignature,
): Promise<{ signatureId: string }> {
  const ctx = actAs(actor, now, key);
  const request = await requestOf(ctx, requestId);
  const { disputeId, proceedingId } = request;
  return perform(ctx, "agreement.sign", { disputeId, proceedingId, requestId, strokes }, async (act) => {
    const { tx, countyId } = act;
    const { id: agreementId, status } = await agreementOf(act);
    if (agreementId !== request.agreementId || status !== "signing") throw conflict("notSigning");
    const means = "sign";
    const signer = await checkSigner(act, { signer: signerOf(request), means }, request.personId);
    requireSignature(strokes, await signerName(tx, countyId, request));
    const signed = { agreementId, signer, means, happenedOn: null, recordedBy: request.askedBy } as const;
    const { signatureId, said } = await writeSignature(act, { ...signed, drawn: { strokes, requestId } });
    await markUsed(tx, countyId, { requestId }, now);
    return { result: { signatureId }, payload: { ...said, request: requestId, byLink: true } };
  });
}

const signerOf = ({ signerKind, partyId, byLinkId, personId }: SigningRequest) =>
  signerKind === "party"
    ? { kind: "party" as const, partyId: partyId ?? "", byLinkId }
    : signerKind === "witness"
      ? { kind: "witness" as const, personId: personId ?? "" }
      : { kind: "mediator" as const };
