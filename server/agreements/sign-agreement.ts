import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { SignAgreementInput } from "./inputs";
import { checkSigner } from "./parts/check-signer";
import { agreementOf } from "./parts/find-agreement";
import { writeSignature } from "./parts/write-signature";

/**
 * Records one signature, seal or fingerprint put on the paper: parties in any order, the lead after
 * all of them (人民调解法 29), on the day on which they signed. Nobody signs twice; a signature is never changed.
 * Refuses with dayInFuture and dayTooEarly.
 */
export function signAgreement(ctx: ActContext, input: SignAgreementInput): Promise<{ signatureId: string }> {
  return perform(ctx, "agreement.sign", input, async (act) => {
    const { id: agreementId } = await agreementOf(act);
    const signer = await checkSigner(act, input);
    const { means, happenedOn } = input;
    const recordedBy = act.actor.personId;
    const { signatureId, said } = await writeSignature(act, { agreementId, signer, means, happenedOn, recordedBy });
    return { result: { signatureId }, payload: said };
  });
}
