import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { AgreementTarget } from "./inputs";
import { agreementOf } from "./parts/find-agreement";

/**
 * Notes that an agreement is in force where no seal is needed: an oral one from the moment it was
 * reached (人民调解法 30), a public-security one from the last signature (程序规定 184).
 */
export function takeEffect(ctx: ActContext, input: AgreementTarget): Promise<{ agreementId: string }> {
  return perform(ctx, "agreement.takeEffect", input, async (act) => {
    const { tx, countyId, now } = act;
    const agreement = await agreementOf(act);
    await tx
      .update(agreements)
      .set({ status: "effective", effectiveAt: now })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, agreement.id)));
    return {
      result: { agreementId: agreement.id },
      payload: { agreementId: agreement.id, form: agreement.form },
      to: "performing",
    };
  });
}
