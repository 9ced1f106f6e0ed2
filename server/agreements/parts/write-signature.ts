import { signatures } from "@/db/schema/signing";
import type { SignatureMeans } from "@/db/vocabulary";
import type { Act } from "../../disputes/perform";
import { happenedAt } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import type { Strokes } from "../../strokes/inputs";
import type { SignerColumns } from "./check-signer";
import { possibleFrom } from "./possible-from";
import { signedOn } from "./signed-on";

interface Signed {
  agreementId: string;
  signer: SignerColumns;
  means: SignatureMeans;
  /** The day, where it was not today: 'YYYY-MM-DD'. */
  happenedOn: string | null | undefined;
  recordedBy: string;
  /** What was drawn on a screen, and the request by whose link it was; null at the table. */
  drawn?: { strokes: Strokes; requestId: string | null } | undefined;
}

/**
 * Writes a signature, at the table or by link, dated no earlier than it can have been made: the lead signs after everybody
 * else. Gives its id and what the event says of it.
 */
export async function writeSignature(act: Act, signed: Signed) {
  const { tx, countyId, now, dispute } = act;
  const { agreementId, signer, means, happenedOn, recordedBy, drawn } = signed;
  const isLast = signer.signerKind === "mediator";
  const earliest = isLast ? await signedOn(act, agreementId) : await possibleFrom(act, agreementId);
  const signedAt = happenedAt(happenedOn, { now, earliest });
  const signatureId = newId(now);
  const row = { ...signer, countyId, id: signatureId, disputeId: dispute.id, agreementId, means, signedAt, recordedBy };
  await tx.insert(signatures).values({ ...row, ...drawn });
  const said = { agreementId, signer: signer.signerKind, partyId: signer.partyId ?? null, signedOn: dayOf(signedAt) };
  return { signatureId, said };
}
