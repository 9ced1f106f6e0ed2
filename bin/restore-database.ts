// The part of npm run db:restore that needs the database; bin/restore.mjs starts it.
import path from "node:path";
import { parseArgs } from "node:util";
import { reencryptStale } from "@/db/encryption/keep-encrypted";
import { fileStore, folderStore } from "@/server/files/parts/file-store";
import { certificatesFolder } from "./operation/backup/certificate-files.mjs";
import { openWithoutLimits } from "./operation/backup/copy-rows";
import { readBackupKey } from "./operation/backup/key-file.mjs";
import { restoreBackup } from "./operation/backup/restore-backup";
import { tell } from "./operation/console/fault.mjs";
import { step } from "./operation/console/step.mjs";
import { runOwned, typescript } from "./operation/processes/run.mjs";

/** All of ours is back and in order, but something in the backup was not taken, or nobody can read it yet. */
const incomplete = 2;

const text = { type: "string" } as const;

async function restore(): Promise<number> {
  const { values } = parseArgs({
    options: { from: text, into: text, key: text, files: text, certificates: text, replace: { type: "boolean" } },
  });
  const { key } = readBackupKey(values.key);
  const url = process.env.DATABASE_URL ?? "";
  const store = values.files ? folderStore(path.resolve(values.files)) : fileStore();
  const file = path.resolve(values.from ?? "");
  // Whoever puts the papers elsewhere tries a backup out: the keys in use here are not touched for that.
  const certificates = values.certificates || !values.files ? certificatesFolder(values.certificates) : null;
  const order = { url, store, certificates, file, key, now: new Date() };
  const { contents, leftOut, seals } = await step("Restoring", (note) =>
    restoreBackup({ ...order, replaces: values.replace, note }),
  );
  const { tables, papers } = contents;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${tables.length} tables, ${rows} rows, ${papers.count} papers, ${seals.put} keys and certificates of seals are back.\n`,
  );
  if (seals.aside) process.stdout.write(`Those of another authority, which were there, are in ${seals.aside}.\n`);
  if (!certificates && contents.certificates?.count)
    process.stderr.write("! The keys of seals were left out: name their folder by --certificates.\n");
  for (const table of leftOut) process.stderr.write(`! ${table} was made by hand, not by a migration: left out.\n`);
  for (const { countyId, sha256, fault } of papers.faults)
    process.stderr.write(`! The paper ${sha256} of county ${countyId} was ${fault} before the backup was made.\n`);
  const env = {
    ...process.env,
    ...(values.files ? { ZHONGTIAO_FILES: path.resolve(values.files) } : {}),
    ...(certificates ? { ZHONGTIAO_CERTIFICATES: certificates } : {}),
  };
  const { code } = await runOwned(typescript("bin/verify.ts"), { env });
  const isReadable = await hasKeys(url);
  return code === 0 && (leftOut.length > 0 || !isReadable) ? incomplete : code;
}

/** Whether the keys of what is encrypted are here; encrypts with the present one what another one encrypted. */
async function hasKeys(url: string): Promise<boolean> {
  const sql = openWithoutLimits(url);
  try {
    await reencryptStale(sql);
    return true;
  } catch (error) {
    process.stderr.write(`! ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

process.exitCode = await restore().catch((error) => {
  tell(error);
  return 1;
});
