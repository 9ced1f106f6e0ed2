import type { SigningVisit } from "../access/link-entry";
import { markUsed } from "../access/new-link";
import { checkSigner } from "../agreements/parts/check-signer";
import { agreementOf } from "../agreements/parts/find-agreement";
import { writeSignature } from "../agreements/parts/write-signature";
import { signerName } from "../binding/parts/signer-name";
import { type Act, perform } from "../disputes/perform";
import { addToInterpreter } from "../interpreters/parts/add-to-interpreter";
import { interpreterOf } from "../interpreters/parts/interpreter-of";
import { sameInterpreter } from "../interpreters/parts/same-interpreter";
import { actAs } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
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
    if (request.interpreterId) {
      const signed = await signAsInterpreter(act, { ...request, interpreterId: request.interpreterId }, strokes);
      await markUsed(tx, countyId, { requestId }, now);
      return {
        result: { signatureId: request.interpreterId },
        payload: { ...signed, request: requestId, byLink: true },
      };
    }
    const signer = await checkSigner(act, { signer: signerOf(request), means }, request.personId);
    requireSignature(strokes, await signerName(tx, countyId, request));
    const signed = { agreementId, signer, means, happenedOn: null, recordedBy: request.askedBy } as const;
    const { signatureId, said } = await writeSignature(act, { ...signed, drawn: { strokes, requestId } });
    await markUsed(tx, countyId, { requestId }, now);
    return { result: { signatureId }, payload: { ...said, request: requestId, byLink: true } };
  });
}

/** Under the paper as an interpreter, reader or witness, once for everybody they are there for; after the parties. */
async function signAsInterpreter(
  act: Act,
  { interpreterId, agreementId, askedBy }: SigningRequest & { interpreterId: string },
  strokes: DrawnSignature["strokes"],
) {
  const rows = await sameInterpreter(act, await interpreterOf(act, interpreterId));
  const [first] = rows;
  if (!first) throw conflict("alreadySigned");
  requireSignature(strokes, first.called);
  const signedAt = act.now;
  const signed = { means: "sign", signedAt, recordedBy: askedBy, strokes, isByLink: true } as const;
  for (const { id } of rows) await addToInterpreter(act, id, signed);
  return { agreementId, signer: "witness", interpreter: interpreterId, partyId: null, signedOn: dayOf(signedAt) };
}

const signerOf = ({ signerKind, partyId, byLinkId, personId }: SigningRequest) =>
  signerKind === "party"
    ? { kind: "party" as const, partyId: partyId ?? "", byLinkId }
    : signerKind === "witness"
      ? { kind: "witness" as const, personId: personId ?? "" }
      : { kind: "mediator" as const };
