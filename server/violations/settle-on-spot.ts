import { and, asc, eq, sql } from "drizzle-orm";
import { agreements, obligations } from "@/db/schema/agreements";
import { performances } from "@/db/schema/performance";
import { signatures } from "@/db/schema/signing";
import { onSpotForms } from "@/db/schema/violations";
import type { SignatureMeans } from "@/db/vocabulary";
import { checkSigner } from "../agreements/parts/check-signer";
import { recordYes } from "../agreements/parts/record-yes";
import { writeObligations } from "../agreements/parts/write-obligations";
import { speakerOf } from "../binding/parts/speaker-of";
import { dateAcceptance } from "../disputes/parts/move-acceptance";
import { numberPaper } from "../disputes/parts/number-paper";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import { addToInterpreter } from "../interpreters/parts/add-to-interpreter";
import { requireAgreed, writeInterpreters } from "../interpreters/parts/write-interpreters";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { KeptClause, SettleOnSpotInput } from "./inputs";

/** Somebody who interpreted or read aloud, and how they signed; null: of a reader, the reading is noted. */
interface InterpreterThere {
  id: string;
  means: SignatureMeans | null;
}
interface OnSpot {
  act: Act<PersonActor>;
  input: SettleOnSpotInput;
  agreementId: string;
  settledAt: Date;
}

/**
 * Writes down what was settled and performed on the spot, with the number of its own series: as a paper that both sides
 * and the officer signed there, or without one where the recording holds who they are, the facts and what was agreed
 * (程序规定 178). One officer alone needs the recording (52). Everything is dated by when it happened, where nothing happened
 * before it the acceptance too, however late it is entered, and keeps who signed, said yes and received for each party; the
 * number is of the year of entry. Refused where facts or cause are not clear, without the recording it needs, where it lies in
 * the future (dayInFuture) or before what began the case (dayTooEarly); with yesMissing, interpreterSigns, and what a signature or an
 * interpreter would be refused for.
 */
export function settleOnSpot(
  ctx: ActContext,
  input: SettleOnSpotInput,
): Promise<{ agreementId: string; number: string }> {
  return perform(ctx, "onSpot.settle", input, async (act) => {
    const settledAt = new Date(input.settledAt);
    if (settledAt > act.now) throw invalid("dayInFuture");
    if (!input.isFactsClear || !input.isCauseClear) throw invalid("onSpotNotClear");
    if (input.recording === "" && (input.form === "recorded" || !input.secondOfficerId))
      throw invalid("recordingNeeded");
    for (const clause of input.clauses) checkKept(clause);
    await dateAcceptance(act, dayOf(settledAt));
    const onSpot = { act, input, agreementId: newId(act.now), settledAt };
    const number = await numberPaper(act.tx, proceedingOf(act), "onSpot", act.now);
    await draftIt(onSpot);
    const interpreters = await nameThem(onSpot);
    if (input.form === "written") await signIt(onSpot, number, interpreters);
    else await recordYes(act, input.saidYes ?? [], dayIfEarlier(dayOf(settledAt), act.now));
    await act.tx
      .update(agreements)
      .set({ status: "effective", effectiveAt: settledAt, ...(input.form === "recorded" ? { number } : {}) })
      .where(itself(onSpot));
    await keepIt(onSpot);
    const { agreementId } = onSpot;
    return {
      result: { agreementId, number },
      payload: {
        ...{ agreementId, number, form: input.form, settledAt: input.settledAt, recording: input.recording },
        interpreters: interpreters.map(({ id }) => id),
      },
    };
  });
}

/** A payment has its sum, one payer and somebody else who was paid; what is done has no sum. */
function checkKept({ kind, amountFen, obligorPartyIds: [payer, ...others], obligeePartyIds }: KeptClause): void {
  if ((kind === "pay") !== (amountFen !== null)) throw invalid("amountWhenPay");
  if (kind === "pay" && (others.length > 0 || obligeePartyIds.length === 0 || obligeePartyIds.includes(payer ?? "")))
    throw invalid("onePayerEach");
}

const itself = ({ act, agreementId }: OnSpot) =>
  and(eq(agreements.countyId, act.countyId), eq(agreements.id, agreementId));

async function draftIt({ act, input, agreementId, settledAt }: OnSpot): Promise<void> {
  const { tx, countyId, dispute, now, actor } = act;
  const proceedingId = proceedingOf(act).id;
  await tx.insert(agreements).values({
    countyId,
    id: agreementId,
    disputeId: dispute.id,
    proceedingId,
    ordinal: sql`(select coalesce(max(ordinal), 0) + 1 from agreements where county_id = ${countyId} and proceeding_id = ${proceedingId})`,
    form: input.form === "written" ? "written" : "oral",
    facts: input.facts,
    draftedBy: actor.personId,
    draftedAt: now,
  });
  const dueOn = dayOf(settledAt);
  const clauses = input.clauses.map(({ proofNote: _, ...clause }) => ({ ...clause, dueOn, verifierId: null }));
  await writeObligations(tx, { countyId, disputeId: dispute.id, agreementId, now }, clauses);
  const { place, isFactsClear, isCauseClear, losses, recording, secondOfficerId, others } = input;
  const form = { place, isFactsClear, isCauseClear, losses, recording, secondOfficerId, others };
  await tx.insert(onSpotForms).values({ ...form, countyId, agreementId, disputeId: dispute.id, settledAt });
}

/** Who interpreted or read aloud there, named while the paper is a draft; gives what each did under it. */
async function nameThem({ act, input, agreementId }: OnSpot): Promise<InterpreterThere[]> {
  const named: InterpreterThere[] = [];
  for (const one of input.interpreters) {
    const signs = input.form === "written";
    // Whoever interprets signs the paper; of a reader the reading alone may be noted, and without a paper there is nothing to sign.
    if (signs ? one.kind !== "reader" && !one.means : one.means !== null) throw invalid("interpreterSigns");
    await requireAgreed(act, one.who);
    const ids = await writeInterpreters(act, one, { agreementId });
    named.push(...ids.map((id) => ({ id, means: one.means })));
  }
  return named;
}

/** The paper is frozen under its number, and everybody signs it there: both sides, those who interpreted, then the officer. */
async function signIt(onSpot: OnSpot, number: string, interpreters: readonly InterpreterThere[]): Promise<void> {
  const { act, input, agreementId, settledAt } = onSpot;
  const { tx, countyId, dispute, now, actor } = act;
  await tx.update(agreements).set({ status: "signing", number, sentToSignAt: now }).where(itself(onSpot));
  const { disputeId } = input;
  const happenedOn = dayOf(settledAt);
  const put = async (signer: Parameters<typeof checkSigner>[1]) =>
    tx.insert(signatures).values({
      ...(await checkSigner(act, signer)),
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      agreementId,
      means: signer.means,
      signedAt: settledAt,
      recordedBy: actor.personId,
    });
  for (const { partyId, byLinkId, means } of input.signers)
    await put({ disputeId, signer: { kind: "party", partyId, byLinkId }, means, happenedOn });
  for (const { id, means } of interpreters)
    await addToInterpreter(act, id, { means, signedAt: settledAt, recordedBy: actor.personId });
  await put({ disputeId, signer: { kind: "mediator" }, means: "sign" });
}

/** Who spoke for a party there: whoever signed the paper for it, or said yes on the recording; null: the party. */
const whoSpoke = ({ form, signers, saidYes }: SettleOnSpotInput, partyId: string): string | null =>
  form === "written" ? (signers.find((one) => one.partyId === partyId)?.byLinkId ?? null) : speakerOf(saidYes, partyId);

/** A receipt is the word of whoever it is owed to; a photo or a transfer speaks for itself. */
function receiptOf(input: SettleOnSpotInput, { proof, obligeePartyIds: [only, ...others] }: KeptClause) {
  const isWord = (proof === "receipt" || proof === "mutualConfirmation") && only && others.length === 0;
  return isWord ? { receivedByPartyId: only, receivedByLinkId: whoSpoke(input, only) } : {};
}

/** Each clause counts as kept there and then, by everybody who owed it. */
async function keepIt({ act, input, agreementId, settledAt }: OnSpot): Promise<void> {
  const { tx, countyId, dispute, now, actor } = act;
  const owed = await tx
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, agreementId)))
    .orderBy(asc(obligations.ordinal));
  const proofs = input.clauses.flatMap((clause, i) =>
    clause.obligorPartyIds.map((partyId) => ({
      ...receiptOf(input, clause),
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      obligationId: owed[i]?.id ?? "",
      partyId,
      amountFen: clause.amountFen,
      performedOn: dayOf(settledAt),
      proof: clause.proof,
      proofNote: clause.proofNote,
      recordedBy: actor.personId,
      recordedAt: now,
    })),
  );
  await tx.insert(performances).values(proofs);
  await tx
    .update(obligations)
    .set({ performedAt: settledAt })
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, agreementId)));
}
