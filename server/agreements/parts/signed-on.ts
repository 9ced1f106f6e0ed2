import { and, eq, max } from "drizzle-orm";
import { signatures } from "@/db/schema/agreements";
import { beganOn } from "../../disputes/parts/began-on";
import type { Act } from "../../disputes/perform";
import { dayOf } from "../../kernel/shanghai";

/** The day of the last signature on an agreement, or the first day of the proceeding: the earliest day of what follows. */
export async function signedOn(act: Act, agreementId: string): Promise<string> {
  const { tx, countyId } = act;
  const [last] = await tx
    .select({ at: max(signatures.signedAt) })
    .from(signatures)
    .where(and(eq(signatures.countyId, countyId), eq(signatures.agreementId, agreementId)));
  return last?.at ? dayOf(last.at) : beganOn(act);
}
