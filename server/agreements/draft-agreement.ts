import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { updateInVersion } from "../kernel/in-version";
import { conflict, invalid } from "../kernel/problem";
import type { DraftAgreementInput } from "./inputs";
import { findAgreement } from "./parts/find-agreement";
import { nextOrdinal } from "./parts/next-ordinal";
import { writeObligations } from "./parts/write-obligations";

async function saveDraft(
  act: Act<PersonActor>,
  input: DraftAgreementInput,
): Promise<{ agreementId: string; agreementVersion: number }> {
  const { tx, countyId, now, dispute, actor } = act;
  const proceeding = proceedingOf(act);
  const current = await findAgreement(tx, countyId, proceeding.id);
  if (current && current.status !== "draft") throw conflict("frozenOnceSent");
  if ((current === null) !== (input.agreementVersion === null)) throw conflict("changedMeanwhile");
  const { form, facts, unfinished: clauses } = input;
  const unfinished = clauses ? JSON.stringify({ form, facts, clauses }) : null;
  if (current && input.agreementVersion !== null) {
    const agreementVersion = await updateInVersion(tx, agreements, {
      where: and(eq(agreements.countyId, countyId), eq(agreements.id, current.id)),
      version: input.agreementVersion,
      set: clauses ? { unfinished } : { form, facts, unfinished },
    });
    return { agreementId: current.id, agreementVersion };
  }
  const id = newId(now);
  await tx.insert(agreements).values({
    countyId,
    id,
    disputeId: dispute.id,
    proceedingId: proceeding.id,
    ordinal: nextOrdinal(countyId, proceeding.id),
    form,
    facts: clauses ? "" : facts,
    unfinished,
    draftedBy: actor.personId,
    draftedAt: now,
  });
  return { agreementId: id, agreementVersion: 1 };
}

/**
 * Replaces the whole draft: form, facts and every clause (人民调解法 28). May be repeated until it is sent to sign, by whoever
 * saw the newest draft; else refused with changedMeanwhile. One that is not finished is kept as it is beside what was last
 * saved whole, for everybody who writes it, and cannot be sent or take effect (draftUnfinished); taking it back drops it.
 * Public-security mediation needs a written agreement (程序规定 184).
 */
export function draftAgreement(
  ctx: ActContext,
  input: DraftAgreementInput,
): Promise<{ agreementId: string; agreementVersion: number }> {
  return perform(ctx, "agreement.draft", input, async (act) => {
    const { tx, countyId, now, dispute } = act;
    if (proceedingOf(act).track === "publicSecurity" && input.form === "oral") throw invalid("writtenNeeded");
    const { agreementId, agreementVersion } = await saveDraft(act, input);
    const { form, clauses, unfinished } = input;
    if (!unfinished) await writeObligations(tx, { countyId, disputeId: dispute.id, agreementId, now }, clauses);
    return {
      result: { agreementId, agreementVersion },
      payload: {
        agreementId,
        form,
        clauses: (unfinished ?? clauses).length,
        ...(unfinished ? { unfinished: true } : {}),
      },
    };
  });
}
