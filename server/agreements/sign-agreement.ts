import { signerName } from "../binding/parts/signer-name";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { requireSignature } from "../strokes/parts/require-signature";
import type { SignAgreementInput } from "./inputs";
import { checkSigner } from "./parts/check-signer";
import { agreementOf } from "./parts/find-agreement";
import { writeSignature } from "./parts/write-signature";

/**
 * One signature at the table: put on the paper (signed, sealed or by fingerprint) and recorded here, or drawn by the signer
 * on the screen that is handed round. Parties sign in any order, the lead after all of them (人民调解法 29). What is on paper
 * is dated by the day on which they signed; what is drawn is drawn now and has to be a written name. Nobody signs twice; a
 * signature is never changed. Refuses with dayInFuture, dayTooEarly, drawnAnotherDay and a fault of the drawing.
 */
export function signAgreement(ctx: ActContext, input: SignAgreementInput): Promise<{ signatureId: string }> {
  return perform(ctx, "agreement.sign", input, async (act) => {
    const { id: agreementId } = await agreementOf(act);
    const { means, happenedOn } = input;
    const strokes = input.drawn?.strokes;
    if (strokes && means !== "sign") throw invalid("invalidValue");
    if (strokes && happenedOn) throw invalid("drawnAnotherDay");
    const signer = await checkSigner(act, input);
    const { partyId = null, signedByLinkId: byLinkId = null, personId = null } = signer;
    if (strokes) requireSignature(strokes, await signerName(act.tx, act.countyId, { partyId, byLinkId, personId }));
    const recordedBy = act.actor.personId;
    const drawn = strokes && { strokes, requestId: null };
    const signed = { agreementId, signer, means, happenedOn, recordedBy, drawn };
    const { signatureId, said } = await writeSignature(act, signed);
    return { result: { signatureId }, payload: strokes ? { ...said, drawn: true } : said };
  });
}
