import type { Source } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";
import { isReferral } from "../choices";

interface Referral {
  source: Source;
  referredBy: string;
  referralNumber: string;
}

/**
 * A court that entrusts a case is named, with the number under which it did; what nobody referred names nobody. Refuses with
 * referralNeeded and invalidValue.
 */
export function checkReferral({ source, referredBy, referralNumber }: Referral): void {
  if (source === "courtEntrusted" && !(referredBy && referralNumber)) throw invalid("referralNeeded");
  if (!isReferral(source) && (referredBy || referralNumber)) throw invalid("invalidValue");
}
