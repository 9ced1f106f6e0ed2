import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { numberPaper } from "../disputes/parts/number-paper";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { AgreementTarget } from "./inputs";
import { agreementOf } from "./parts/find-agreement";
import { requirePrintable } from "./parts/require-printable";

/** Freezes the written draft, gives it its number and opens it for signing (人民调解法 28–29). Refuses with paperGlyphMissing. */
export function sendToSign(ctx: ActContext, input: AgreementTarget): Promise<{ agreementId: string; number: string }> {
  return perform(ctx, "agreement.sendToSign", input, async (act) => {
    const { tx, countyId, now } = act;
    const agreement = await agreementOf(act);
    if (agreement.form === "oral") throw conflict("oralIsNotSigned");
    const number = await numberPaper(tx, proceedingOf(act), "agreement", now);
    await tx
      .update(agreements)
      .set({ status: "signing", number, sentToSignAt: now })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, agreement.id)));
    await requirePrintable(act, agreement.id);
    return { result: { agreementId: agreement.id, number }, payload: { agreementId: agreement.id, number } };
  });
}
