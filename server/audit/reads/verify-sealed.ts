import type { X509Certificate } from "node:crypto";
import type { Sql } from "postgres";
import { type SealedAs, type SealedFile, sealedFault } from "../../certificates/parts/sealed-fault";
import type { FileStore } from "../../files/parts/file-store";

/** A sealed agreement whose file is not what its row says. `subject` is the dispute's number. */
export interface SealedFault {
  subject: string;
  code: string;
  fault: SealedFile["fault"] & string;
}

interface Row extends SealedAs {
  county_id: string;
  code: string;
  subject: string;
}

/**
 * Reads the file of every sealed agreement: it has to be what was kept, and carry a signature over all of it by the certificate
 * that its row names, of the time in its row. `ours` are those whose certificate is by this authority. Needs the owner's connection,
 * since it reads every county.
 */
export async function verifySealed(
  sql: Sql,
  store: FileStore,
  authority: X509Certificate | null = null,
): Promise<{ sealed: number; ours: number; faults: SealedFault[] }> {
  const report = { sealed: 0, ours: 0, faults: [] as SealedFault[] };
  const rows = sql<Row[]>`
    select k.county_id, k.code, k.pdf_sha256 as "pdfSha256", k.bytes, k.certificate_sha256 as "certificateSha256", k.signed_at as "signedAt",
      d.number as subject from sealed_papers k
      join disputes d on d.county_id = k.county_id and d.id = k.dispute_id order by k.county_id, k.agreement_id`;
  for await (const batch of rows.cursor(100))
    for (const row of batch) {
      report.sealed += 1;
      const { fault, root } = sealedFault(await store.get(row.county_id, row.pdfSha256), row);
      if (authority && root?.raw.equals(authority.raw)) report.ours += 1;
      if (fault) report.faults.push({ subject: row.subject, code: row.code, fault });
    }
  return report;
}

const words = {
  gone: "is gone",
  altered: "is not what was sealed",
  unsigned: "does not carry the signature it was sealed with",
} as const;

export const sealedLines = (faults: readonly SealedFault[]): string[] =>
  faults.map(({ subject, code, fault }) => `${subject}  sealed agreement ${code} ${words[fault]}`);
