import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { spend } from "../access/limits";
import { plainCode } from "../access/link-secret";
import { fileStore, sha256Of } from "../files/parts/file-store";
import type { CheckPaperInput } from "./inputs";
import { printedCode } from "./queries";

/** What anybody who holds a sealed paper may know of it: nothing of the matter, no name, no type, no number. */
export interface CheckedPaper {
  code: string;
  committeeName: string;
  sealedAt: string;
  signedAt: string;
  sha256: string;
  bytes: number;
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
  await (address === null ? spend("checkEveryone", "all") : spend("checkAddress", address));
  const [row] = await systemDatabase().execute<
    Omit<CheckedPaper, "isWhole"> & { countyId: string } & Record<string, unknown>
  >(sql`
    select county_id as "countyId", code, committee_name as "committeeName", pdf_sha256 as sha256, bytes,
      to_json(sealed_at) #>> '{}' as "sealedAt", to_json(signed_at) #>> '{}' as "signedAt"
    from app.sealed_paper_by(${plainCode(code) || null}::text, ${sha256}::text)`);
  if (!row) return null;
  const { countyId, ...known } = row;
  const kept = await fileStore().get(countyId, known.sha256);
  return { ...known, code: printedCode(known.code), isWhole: kept !== null && sha256Of(kept) === known.sha256 };
}
