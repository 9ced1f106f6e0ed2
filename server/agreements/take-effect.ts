import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier, happenedAt } from "../kernel/happened";
import { dayOf } from "../kernel/shanghai";
import type { EffectInput } from "./inputs";
import { agreementOf } from "./parts/find-agreement";
import { recordYes } from "./parts/record-yes";
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
    if (agreement.form === "oral") await recordYes(act, input.saidYes ?? [], dayIfEarlier(input.happenedOn, now));
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
