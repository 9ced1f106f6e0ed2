import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { obligations } from "@/db/schema/agreements";
import type { AgreementForm, Outcome, Satisfaction } from "@/db/vocabulary";
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
import { dayIn, onDay, soonAfter, workMoment } from "./clock";
import { goOn, type Scenario, speakerIn } from "./scenario-steps";

/** Writes what was agreed: side B's promise to side A, due after some days. */
export async function draft(scenario: Scenario, form: AgreementForm, dueInDays: number): Promise<void> {
  await goOn(scenario, soonAfter(scenario.at, 15));
  const { promise } = scenario.matter;
  const [obligee, obligor] = scenario.partyIds;
  await draftAgreement(
    scenario.demo.as(scenario.lead, scenario.at),
    draftAgreementInput.parse({
      agreementVersion: null,
      disputeId: scenario.disputeId,
      form,
      facts: scenario.matter.facts,
      clauses: [
        {
          kind: promise.kind,
          text: promise.text,
          amountFen: promise.yuan ? promise.yuan * 100 : null,
          dueOn: dayIn(onDay(scenario.at, dueInDays, "12:00")),
          proof: promise.kind === "pay" ? "receipt" : "photo",
          obligorPartyIds: [obligor],
          obligeePartyIds: [obligee],
        },
      ],
    }),
  );
}

/** The paper goes out, and the first party signs it. */
export async function beginSigning(scenario: Scenario): Promise<void> {
  await goOn(scenario, soonAfter(scenario.at, 10));
  const [partyId = ""] = scenario.partyIds;
  await sendToSign(scenario.demo.as(scenario.lead, scenario.at), { disputeId: scenario.disputeId });
  scenario.at = soonAfter(scenario.at, 3);
  await signFor(scenario, partyId);
}

const signFor = (scenario: Scenario, partyId: string) =>
  signAgreement(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    signer: { kind: "party", partyId, byLinkId: speakerIn(scenario, partyId) },
    means: "sign",
  });

/** All parties sign, then the mediator; if `sealedBy` names a committee head, they seal within the hour. */
export async function sign(scenario: Scenario, sealedBy: string | null): Promise<void> {
  const { disputeId, demo, lead } = scenario;
  await goOn(scenario, soonAfter(scenario.at, 10));
  await sendToSign(demo.as(lead, scenario.at), { disputeId });
  for (const partyId of scenario.partyIds) {
    scenario.at = soonAfter(scenario.at, 3);
    await signFor(scenario, partyId);
  }
  scenario.at = soonAfter(scenario.at, 2);
  await signAgreement(demo.as(lead, scenario.at), { disputeId, signer: { kind: "mediator" }, means: "sign" });
  if (!sealedBy) return;
  scenario.at = soonAfter(scenario.at, 50);
  await sealAgreement(demo.as(sealedBy, scenario.at), { disputeId });
}

/** An oral agreement counts on reaching it, when everyone said yes (人民调解法 30); a police agreement once all have signed. */
export async function effect(scenario: Scenario): Promise<void> {
  scenario.at = soonAfter(scenario.at, 5);
  const { disputeId, partyIds } = scenario;
  const saidYes = partyIds.map((partyId) => ({ partyId, linkId: speakerIn(scenario, partyId) }));
  await takeEffect(scenario.demo.as(scenario.lead, scenario.at), { disputeId, saidYes });
}

/** The first clause of what was agreed. */
export async function owedOf(scenario: Scenario): Promise<typeof obligations.$inferSelect> {
  const [owed] = await database()
    .select()
    .from(obligations)
    .where(eq(obligations.disputeId, scenario.disputeId))
    .orderBy(obligations.ordinal)
    .limit(1);
  if (!owed) throw new Error("nothing is owed");
  return owed;
}

/** Side B kept the promise on a later day; `yuan` pays only a part. */
export async function keep(scenario: Scenario, days: number, yuan?: number): Promise<void> {
  const owed = await owedOf(scenario);
  const [obligee = "", obligor] = scenario.partyIds;
  if (!obligor) throw new Error("nobody owes it");
  const guardian = speakerIn(scenario, obligee);
  await goOn(scenario, onDay(scenario.at, days, "16:20"));
  await recordPerformance(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    obligationId: owed.id,
    partyId: obligor,
    amountFen: owed.kind === "pay" ? (yuan ? yuan * 100 : owed.amountFen) : null,
    performedOn: dayIn(scenario.at),
    proof: owed.proof,
    ...(guardian ? { receivedBy: { partyId: obligee, linkId: guardian } } : {}),
    proofNote: owed.kind === "pay" ? "收条已拍照存卷" : "现场照片 3 张",
  });
}

/** Looked after, some days later, by whoever leads; `note` is what they found. */
export async function visit(
  scenario: Scenario,
  days: number,
  satisfaction: Satisfaction,
  note = "两家关系缓和，没有再争吵。",
): Promise<void> {
  await goOn(scenario, workMoment(onDay(scenario.at, days, "10:10")));
  await recordVisit(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    partyId: null,
    visitedOn: dayIn(scenario.at),
    satisfaction,
    escalationSigns: "",
    courtAction: "",
    measures: "",
    note,
  });
}

/** Closes, and files the dossier when told to; `unlike` where outcome or words are not the usual ones. */
export async function close(
  scenario: Scenario,
  archive: boolean,
  unlike: { outcome?: Outcome; note?: string } = {},
): Promise<void> {
  const { outcome, note = "各方和好，没有其他要求" } = unlike;
  const { disputeId, demo, lead } = scenario;
  await goOn(scenario, soonAfter(scenario.at, 30));
  await closeProceeding(demo.as(lead, scenario.at), { disputeId, outcome, note });
  if (!archive) return;
  await goOn(scenario, workMoment(onDay(scenario.at, 2, "15:00")));
  await archiveProceeding(demo.as(lead, scenario.at), { disputeId, retention: "long" });
}
