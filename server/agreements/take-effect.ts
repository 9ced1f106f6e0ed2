import { and, eq, sql } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { consents } from "@/db/schema/proceedings";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { EffectInput } from "./inputs";
import { agreementOf } from "./parts/find-agreement";
import { signedOn } from "./parts/signed-on";
import { startConfirmation } from "./parts/start-confirmation";

/**
 * Notes that an agreement is in force where no seal is needed: an oral one from the moment it was
 * reached (人民调解法 30), when every party has said yes, themselves or by whoever may bind them; a public-security one from
 * the last signature (程序规定 184). It takes effect on the day on which that happened, whenever it is entered. Refuses with
 * yesMissing (parties), dayInFuture, dayTooEarly and what `requireSpeakers` refuses.
 */
export function takeEffect(ctx: ActContext, input: EffectInput): Promise<{ agreementId: string }> {
  return perform(ctx, "agreement.takeEffect", input, async (act) => {
    const { tx, countyId, now } = act;
    const agreement = await agreementOf(act);
    const effectiveAt = happenedAt(input.happenedOn, { now, earliest: await signedOn(act, agreement.id) });
    if (agreement.form === "oral") await recordYes(act, input);
    await tx
      .update(agreements)
      .set({ status: "effective", effectiveAt })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, agreement.id)));
    await startConfirmation(act, agreement.id, effectiveAt);
    return {
      result: { agreementId: agreement.id },
      payload: { agreementId: agreement.id, form: agreement.form, effectiveOn: dayOf(effectiveAt) },
      to: "performing",
    };
  });
}

/** Each party's own yes, with who gave it. */
async function recordYes(act: Act<PersonActor>, { saidYes = [] }: EffectInput): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const at = { tx, countyId, disputeId: dispute.id, track };
  await requireSpeakers(
    at,
    saidYes.map((one) => ({ ...one, purpose: "bind" })),
  );
  const missing = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from app.readable_parties where county_id = ${countyId}::uuid and dispute_id = ${dispute.id}::uuid and not is_departed order by position`);
  const silent = missing.filter((party) => !saidYes.some((one) => one.partyId === party.id));
  if (silent.length > 0) throw conflict("yesMissing", { parties: silent.map((party) => party.name).join("、") });
  await tx.insert(consents).values(
    saidYes.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      subject: "agreement" as const,
      answer: "agreed" as const,
      spokenByLinkId: linkId,
      recordedBy: actor.personId,
      recordedAt: now,
    })),
  );
}
