import { signatures } from "@/db/schema/agreements";
import type { SigningVisit } from "../access/link-entry";
import { checkSigner } from "../agreements/parts/check-signer";
import { agreementOf } from "../agreements/parts/find-agreement";
import { possibleFrom } from "../agreements/parts/possible-from";
import { signedOn } from "../agreements/parts/signed-on";
import { signerName } from "../binding/parts/signer-name";
import { perform } from "../disputes/perform";
import { actAs } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { requireSignature } from "../strokes/parts/require-signature";
import type { DrawnSignature } from "./inputs";
import { markUsed } from "./parts/mark-used";
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
    const { tx, countyId, dispute } = act;
    const agreement = await agreementOf(act);
    if (agreement.id !== request.agreementId || agreement.status !== "signing") throw conflict("notSigning");
    const signer = await checkSigner(act, { signer: signerOf(request), means: "sign" }, request.personId);
    requireSignature(strokes, await signerName(tx, countyId, request));
    const isLast = signer.signerKind === "mediator";
    const earliest = isLast ? await signedOn(act, agreement.id) : await possibleFrom(act, agreement.id);
    const signedAt = happenedAt(null, { now, earliest });
    const signatureId = newId(now);
    await tx.insert(signatures).values({
      ...signer,
      countyId,
      id: signatureId,
      disputeId: dispute.id,
      agreementId: agreement.id,
      means: "sign",
      signedAt,
      strokes,
      requestId,
      recordedBy: request.askedBy,
    });
    await markUsed(act, requestId);
    return {
      result: { signatureId },
      payload: {
        agreementId: agreement.id,
        signer: signer.signerKind,
        partyId: request.partyId,
        signedOn: dayOf(signedAt),
        request: requestId,
        byLink: true,
      },
    };
  });
}

const signerOf = ({ signerKind, partyId, byLinkId, personId }: SigningRequest) =>
  signerKind === "party"
    ? { kind: "party" as const, partyId: partyId ?? "", byLinkId }
    : signerKind === "witness"
      ? { kind: "witness" as const, personId: personId ?? "" }
      : { kind: "mediator" as const };
