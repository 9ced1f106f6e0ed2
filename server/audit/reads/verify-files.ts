import type { Sql } from "postgres";
import { type FileStore, sha256Of } from "../../files/parts/file-store";

/** A file whose bytes are not what its row says. `subject` is the dispute's number. */
export interface FileFault {
  subject: string;
  fileId: string;
  fault: "gone" | "altered";
}

/**
 * Reads every stored file and compares it with the SHA-256 of its row; bytes that several rows share are read once for
 * each. Needs the owner's connection, since it reads every county. Names no file, since a file's name tells something
 * of the dispute.
 */
export async function verifyFiles(sql: Sql, store: FileStore): Promise<{ files: number; faults: FileFault[] }> {
  const report = { files: 0, faults: [] as FileFault[] };
  const rows = sql<{ county_id: string; id: string; sha256: string; bytes: number; subject: string }[]>`
    select f.county_id, f.id, f.sha256, f.bytes, d.number as subject from files f
      join disputes d on d.county_id = f.county_id and d.id = f.dispute_id order by f.county_id, f.id`;
  for await (const batch of rows.cursor(500))
    for (const row of batch) {
      report.files += 1;
      const bytes = await store.get(row.county_id, row.sha256);
      const fault = !bytes ? "gone" : sha256Of(bytes) === row.sha256 && bytes.length === row.bytes ? null : "altered";
      if (fault) report.faults.push({ subject: row.subject, fileId: row.id, fault });
    }
  return report;
}
