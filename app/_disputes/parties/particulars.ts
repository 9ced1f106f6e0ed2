import { readMoment } from "@/app/_ui/format/shanghai";
import { bornYears, isCreditCode } from "@/server/disputes/choices";
import type { Particulars } from "@/server/disputes/reads/dispute-page";

/** What of it cannot be right as it is typed; null where nothing is wrong, and while nothing is typed. */
export function faultOf({ bornYear, creditCode }: Particulars): "bornYear" | "creditCode" | null {
  const isYear = bornYear === null || (bornYear >= bornYears.first && bornYear <= readMoment(new Date()).year);
  if (!isYear) return "bornYear";
  return creditCode.trim() === "" || isCreditCode(creditCode.trim()) ? null : "creditCode";
}
