import type { Tx } from "@/db/client";
import { sealedPapers } from "@/db/schema/papers";
import { newCode, plainCode } from "../../access/link-secret";
import { signPdf } from "../../certificates/parts/pdf-signature";
import { sha256Of } from "../../certificates/parts/signed-data";
import { signerOf } from "../../certificates/parts/signer-of";
import { fileStore } from "../../files/parts/file-store";
import { systemActor } from "../../kernel/actor";
import { appendEvent } from "../../kernel/events";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { drawPdf } from "../../papers/draw/pdf";
import { sheetOf } from "../../papers/draw/sheet";
import { agreementFacts } from "../../papers/facts/agreement";
import { matterFacts } from "../../papers/facts/matter";
import { agreementPaper } from "../../papers/forms/agreement";
import { rulesOn } from "../../rules/queries";
import { withEvidence } from "./evidence";
import { type Sealing, sealingOf } from "./sealing";

export interface Target {
  countyId: string;
  agreementId: string;
}

/**
 * Draws the sealed agreement from the words that were signed, signs it with the committee's certificate and
 * keeps it, with its hash on the chain. Run twice, or at the same time, the first to end counts.
 */
export async function keepFile({ countyId, agreementId }: Target, now: Date): Promise<void> {
  const actor = systemActor(countyId, "keepSealed");
  const code = newCode();
  const composed = await asActor({ actor, now }, (tx) => composedSealed(tx, { countyId, agreementId }, code));
  if (!composed) return;
  const { paper, sealing, committeeName } = composed;
  const signer = await signerOf({ committeeId: sealing.committeeId, name: committeeName }, now);
  const [certificate] = signer.chain;
  if (!certificate) throw new Error("a committee without a certificate");
  const drawn = await drawPdf(sheetOf(paper), paper.names, now);
  const words = { name: committeeName, reason: "人民调解委员会加盖印章", contact: plainCode(code), at: now };
  const pdf = signPdf(drawn, words, signer);
  const pdfSha256 = await fileStore().put(countyId, pdf);
  const { disputeId, proceedingId } = sealing;
  const row = {
    ...{ countyId, agreementId, disputeId, code: plainCode(code), committeeName, pdfSha256, bytes: pdf.length },
    ...{ certificateSha256: sha256Of(certificate.raw).toString("hex") },
    ...{ sealedAt: new Date(sealing.sealedAt), signedAt: now },
  };
  await asActor({ actor, now }, async (tx) => {
    const kept = await tx.insert(sealedPapers).values(row).onConflictDoNothing().returning({ code: sealedPapers.code });
    if (kept.length === 0) return;
    const payload = { agreementId, sha256: pdfSha256 };
    await appendEvent(tx, actor, now, { action: "agreement.keepSealed", disputeId, proceedingId, payload });
  });
}

async function composedSealed(tx: Tx, { countyId, agreementId }: Target, code: string) {
  const sealing = await sealingOf(tx, countyId, agreementId);
  if (!sealing || sealing.isKept) return null;
  const at = { countyId, disputeId: sealing.disputeId, proceedingId: sealing.proceedingId };
  const [matter, facts, rules] = await Promise.all([
    matterFacts(tx, at),
    agreementFacts(tx, at, agreementId),
    rulesOn(tx, countyId, dayOf(new Date(sealing.sentToSignAt))),
  ]);
  if (!matter || !facts) return null;
  const form = {
    matter,
    facts,
    confirmationDays: rules["confirmation.days"],
    today: dayOf(new Date(sealing.sealedAt)),
  };
  const { paper } = agreementPaper({ ...form, hands: handsOf(sealing) });
  const baseUrl = (process.env.NEXTAUTH_URL ?? "http://localhost:3000").replace(/\/+$/, "");
  return { paper: withEvidence({ paper, facts, sealing, code, baseUrl }), sealing, committeeName: facts.committeeName };
}

const handsOf = ({ signatures, interpreters }: Sealing) =>
  new Map([...signatures, ...interpreters].flatMap(({ id, strokes }) => (strokes ? [[id, strokes] as const] : [])));
