import { migrate, type Source } from "@/db/migrate";
import type { FileStore } from "@/server/files/parts/file-store";
import { Fault } from "../console/fault.mjs";
import { putCertificates } from "./certificate-files.mjs";
import { openWithoutLimits } from "./copy-rows";
import type { BackupKey } from "./key-file.mjs";
import { type Loaded, loadBackup } from "./load-backup";
import { buildOldTables, demandKnownVersion, ownSource } from "./old-version";
import { demandAlone, forgetAside, putBack, rowsThere, setAside } from "./set-aside";
import { verifyBackup } from "./verify-backup.mjs";

interface Order {
  url: string;
  store: FileStore;
  /** Where the keys of seals go; null leaves them out. */
  certificates: string | null;
  now: Date;
  file: string;
  key: BackupKey;
  /** Rows that are there may be lost. */
  replaces?: boolean;
  note?: (text: string) => void;
  /** What it is brought up to date with. */
  source?: Source;
}

export interface Restored extends Loaded {
  /** Keys of seals that came back, and the name that those of another authority got. */
  seals: { put: number; aside: string | null };
}

/**
 * Puts a backup into the database at `url`, its papers into the store and its keys of seals into their folder, and brings an older one up to date. The whole
 * backup is read and checked first. What the database held is deleted only when everything is in place; when anything
 * fails, it holds again what it held. Papers already put into the store stay there, where nothing names them.
 */
export async function restoreBackup({
  url,
  store,
  certificates,
  now,
  file,
  key,
  replaces = false,
  note,
  source = ownSource,
}: Order): Promise<Restored> {
  note?.("reading the backup");
  const { begin } = await verifyBackup(file, key);
  demandKnownVersion(begin, source);
  const sql = openWithoutLimits(url);
  try {
    await demandAlone(sql);
    if (await putBack(sql)) note?.("an interrupted restore was undone");
    const there = await rowsThere(sql);
    if (there.length > 0 && !replaces) throw new Fault(wouldBeLost(there));
    await setAside(sql);
    try {
      note?.("building the tables");
      await buildOldTables(url, begin.migrations, source);
      const loaded = await loadBackup(url, { file, key, store, note });
      note?.("bringing it up to date");
      // Without the keys everything is there as well, though some of it unreadable: that is said at the end.
      await migrate(url, source, null, { withoutKeys: true });
      const seals = certificates
        ? await putCertificates(certificates, loaded.certificates, now)
        : { put: 0, aside: null };
      await forgetAside(sql);
      await sql`analyze`;
      return { ...loaded, seals };
    } catch (error) {
      await putBack(sql);
      throw error;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const listed = 8;

function wouldBeLost(there: readonly { table: string; rows: number }[]): string {
  const most = there.toSorted((one, other) => other.rows - one.rows).slice(0, listed);
  const rows = there.reduce((sum, table) => sum + table.rows, 0);
  const names = most.map((one) => `${one.table} ${one.rows}`).join(", ");
  return (
    `The database is not empty: ${rows} rows in ${there.length} tables would be lost (${names}${there.length > listed ? ", …" : ""}). ` +
    "If that is meant, back it up first and then add --replace."
  );
}
