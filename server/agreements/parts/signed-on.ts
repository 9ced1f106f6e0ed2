import { and, eq, max } from "drizzle-orm";
import { signatures } from "@/db/schema/signing";
import type { Act } from "../../disputes/perform";
import { dayOf } from "../../kernel/shanghai";
import { possibleFrom } from "./possible-from";

/** The day of the last signature on an agreement, or the first day on which anybody can have signed: the earliest day of what follows. */
export async function signedOn(act: Act, agreementId: string): Promise<string> {
  const { tx, countyId } = act;
  const [last] = await tx
    .select({ at: max(signatures.signedAt) })
    .from(signatures)
    .where(and(eq(signatures.countyId, countyId), eq(signatures.agreementId, agreementId)));
  return last?.at ? dayOf(last.at) : possibleFrom(act, agreementId);
}
