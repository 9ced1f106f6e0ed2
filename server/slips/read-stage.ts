import { requireLeftFrom, spendFrom } from "../access/limits";
import { hashOfSecret, plainCode } from "../access/link-secret";
import { type SlipStage, slipBy } from "../access/slip-by";
import type { SlipCodeInput } from "./inputs";

/**
 * The stage of the matter whose slip has this code, for anybody who holds it; null where no slip works by it, whether it never
 * did, was revoked or is too old. Only such codes count against the limits. Refuses with tooManyRequests.
 */
export async function readStage({ code }: SlipCodeInput, address: string | null, now: Date): Promise<SlipStage | null> {
  await requireLeftFrom("slip", address);
  const found = await slipBy(hashOfSecret(plainCode(code)), now);
  if (!found) await spendFrom("slip", address);
  return found;
}
