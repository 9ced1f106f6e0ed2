import { signatures } from "@/db/schema/agreements";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { dayOf } from "../kernel/shanghai";
import type { SignAgreementInput } from "./inputs";
import { checkSigner } from "./parts/check-signer";
import { agreementOf } from "./parts/find-agreement";
import { possibleFrom } from "./parts/possible-from";
import { signedOn } from "./parts/signed-on";

/**
 * Records one signature, seal or fingerprint put on the paper: parties in any order, the lead after
 * all of them (人民调解法 29), on the day on which they signed. Nobody signs twice; a signature is never changed.
 * Refuses with dayInFuture and dayTooEarly.
 */
export function signAgreement(ctx: ActContext, input: SignAgreementInput): Promise<{ signatureId: string }> {
  return perform(ctx, "agreement.sign", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const agreement = await agreementOf(act);
    const signer = await checkSigner(act, input);
    const isLast = input.signer.kind === "mediator";
    const earliest = isLast ? await signedOn(act, agreement.id) : await possibleFrom(act, agreement.id);
    const signedAt = happenedAt(input.happenedOn, { now, earliest });
    const signatureId = newId(now);
    await tx.insert(signatures).values({
      ...signer,
      countyId,
      id: signatureId,
      disputeId: dispute.id,
      agreementId: agreement.id,
      means: input.means,
      signedAt,
      recordedBy: actor.personId,
    });
    return {
      result: { signatureId },
      payload: {
        agreementId: agreement.id,
        signer: signer.signerKind,
        partyId: signer.partyId ?? null,
        signedOn: dayOf(signedAt),
      },
    };
  });
}
