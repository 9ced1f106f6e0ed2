import { eq } from "drizzle-orm";
import { sealedPapers } from "@/db/schema/papers";
import { sealedFault } from "../certificates/parts/sealed-fault";
import type { FileStore } from "../files/parts/file-store";
import { inEveryCounty } from "../kernel/every-county";
import { conflict } from "../kernel/problem";

/**
 * Reads every sealed agreement of every county again, each night, and checks its hash and its signature. Refuses with fileAltered
 * where one is gone or is not what was sealed: the administrators are told, and `npm run verify` names it.
 */
export async function readSealedAgain(store: FileStore, now: Date): Promise<void> {
  const kept = await inEveryCounty("readSealedAgain", now, (tx, countyId) =>
    tx
      .select({
        countyId: sealedPapers.countyId,
        pdfSha256: sealedPapers.pdfSha256,
        bytes: sealedPapers.bytes,
        certificateSha256: sealedPapers.certificateSha256,
        signedAt: sealedPapers.signedAt,
      })
      .from(sealedPapers)
      .where(eq(sealedPapers.countyId, countyId)),
  );
  let faults = 0;
  for (const one of kept.flat()) if (sealedFault(await store.get(one.countyId, one.pdfSha256), one).fault) faults += 1;
  if (faults > 0) throw conflict("fileAltered");
}
