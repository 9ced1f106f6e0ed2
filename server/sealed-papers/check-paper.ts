import { spendFrom } from "../access/limits";
import { plainCode, printedCode } from "../access/link-secret";
import { type SealedByCommittee, sealedPaperBy } from "../access/sealed-paper-by";
import { fileStore, sha256Of } from "../files/parts/file-store";
import type { CheckPaperInput } from "./inputs";

export interface CheckedPaper extends Omit<SealedByCommittee, "countyId"> {
  /** Whether the original that is kept here is what was sealed. */
  isWhole: boolean;
}

/**
 * The sealed paper with this code or this hash, for anybody; null where none is known. Every question counts against a limit of the
 * address it came from; where no proxy tells addresses apart, all share one that is larger. Refuses with tooManyRequests.
 */
export async function checkPaper(
  { code, sha256 }: CheckPaperInput,
  address: string | null,
): Promise<CheckedPaper | null> {
  await spendFrom("check", address);
  const found = await sealedPaperBy(plainCode(code), sha256);
  if (!found) return null;
  const { countyId, ...known } = found;
  const kept = await fileStore().get(countyId, known.sha256);
  return { ...known, code: printedCode(known.code), isWhole: kept !== null && sha256Of(kept) === known.sha256 };
}
