import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { obligations } from "@/db/schema/agreements";
import type { AgreementForm, Satisfaction } from "@/db/vocabulary";
import { draftAgreement } from "../../agreements/draft-agreement";
import { draftAgreementInput } from "../../agreements/inputs";
import { sealAgreement } from "../../agreements/seal-agreement";
import { sendToSign } from "../../agreements/send-to-sign";
import { signAgreement } from "../../agreements/sign-agreement";
import { takeEffect } from "../../agreements/take-effect";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { closeProceeding } from "../../disputes/close-proceeding";
import { recordPerformance } from "../../performance/record-performance";
import { recordVisit } from "../../performance/record-visit";
import { dayIn, onDay, soonAfter } from "./clock";
import type { Tale } from "./tale";

/** Writes what was agreed: side B's promise to side A, due after some days. */
export async function draft(tale: Tale, form: AgreementForm, dueInDays: number): Promise<void> {
  tale.at = soonAfter(tale.at, 15);
  const { promise } = tale.matter;
  const [obligee, obligor] = tale.partyIds;
  await draftAgreement(
    tale.stage.as(tale.lead, tale.at),
    draftAgreementInput.parse({
      disputeId: tale.disputeId,
      form,
      facts: tale.matter.facts,
      clauses: [
        {
          kind: promise.kind,
          text: promise.text,
          amountFen: promise.yuan ? promise.yuan * 100 : null,
          dueOn: dayIn(onDay(tale.at, dueInDays, "12:00")),
          proof: promise.kind === "pay" ? "receipt" : "photo",
          obligorPartyIds: [obligor],
          obligeePartyIds: [obligee],
        },
      ],
    }),
  );
}

/** Everyone signs at the table, then the mediator; the committee head seals within the hour when told to. */
export async function sign(tale: Tale, sealedBy: string | null): Promise<void> {
  const { disputeId, stage, lead } = tale;
  tale.at = soonAfter(tale.at, 10);
  await sendToSign(stage.as(lead, tale.at), { disputeId });
  for (const partyId of tale.partyIds) {
    tale.at = soonAfter(tale.at, 3);
    await signAgreement(stage.as(lead, tale.at), {
      disputeId,
      signer: { kind: "party", partyId, byLinkId: null },
      means: "sign",
    });
  }
  tale.at = soonAfter(tale.at, 2);
  await signAgreement(stage.as(lead, tale.at), { disputeId, signer: { kind: "mediator" }, means: "sign" });
  if (!sealedBy) return;
  tale.at = soonAfter(tale.at, 50);
  await sealAgreement(stage.as(sealedBy, tale.at), { disputeId });
}

/** An oral agreement counts on reaching it (Art. 30); a police agreement once all have signed. */
export async function effect(tale: Tale): Promise<void> {
  tale.at = soonAfter(tale.at, 5);
  await takeEffect(tale.stage.as(tale.lead, tale.at), { disputeId: tale.disputeId });
}

/** Side B kept the promise on a later day; `yuan` pays only a part. */
export async function keep(tale: Tale, days: number, yuan?: number): Promise<void> {
  const [owed] = await database()
    .select()
    .from(obligations)
    .where(eq(obligations.disputeId, tale.disputeId))
    .orderBy(obligations.ordinal)
    .limit(1);
  const obligor = tale.partyIds[1];
  if (!owed || !obligor) throw new Error("nothing is owed");
  tale.at = onDay(tale.at, days, "16:20");
  await recordPerformance(tale.stage.as(tale.lead, tale.at), {
    disputeId: tale.disputeId,
    obligationId: owed.id,
    partyId: obligor,
    amountFen: owed.kind === "pay" ? (yuan ? yuan * 100 : owed.amountFen) : null,
    performedOn: dayIn(tale.at),
    proof: owed.proof,
    proofNote: owed.kind === "pay" ? "收条已拍照存卷" : "现场照片 3 张",
  });
}

export async function visit(tale: Tale, days: number, satisfaction: Satisfaction): Promise<void> {
  tale.at = onDay(tale.at, days, "10:10");
  await recordVisit(tale.stage.as(tale.lead, tale.at), {
    disputeId: tale.disputeId,
    partyId: null,
    visitedOn: dayIn(tale.at),
    satisfaction,
    escalationSigns: "",
    note: "两家关系缓和，没有再争吵。",
  });
}

/** Closes, and files the dossier when told to. */
export async function close(tale: Tale, archive: boolean): Promise<void> {
  const { disputeId, stage, lead } = tale;
  tale.at = soonAfter(tale.at, 30);
  await closeProceeding(stage.as(lead, tale.at), { disputeId, note: "" });
  if (!archive) return;
  tale.at = onDay(tale.at, 2, "15:00");
  await archiveProceeding(stage.as(lead, tale.at), { disputeId, retention: "long" });
}
