// The part of npm run db:restore that needs the database; bin/restore.mjs starts it.
import path from "node:path";
import { parseArgs } from "node:util";
import { reencryptStale } from "@/db/encryption/keep-encrypted";
import { fileStore, folderStore } from "@/server/files/parts/file-store";
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
    options: { from: text, into: text, key: text, files: text, replace: { type: "boolean" } },
  });
  const { key } = readBackupKey(values.key);
  const url = process.env.DATABASE_URL ?? "";
  const store = values.files ? folderStore(path.resolve(values.files)) : fileStore();
  const file = path.resolve(values.from ?? "");
  const { contents, leftOut } = await step("Restoring", (note) =>
    restoreBackup({ url, store, file, key, replaces: values.replace, note }),
  );
  const { tables, papers } = contents;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${tables.length} tables, ${rows} rows, ${papers.count} papers are back.\n`);
  for (const table of leftOut) process.stderr.write(`! ${table} was made by hand, not by a migration: left out.\n`);
  for (const { countyId, sha256, fault } of papers.faults)
    process.stderr.write(`! The paper ${sha256} of county ${countyId} was ${fault} before the backup was made.\n`);
  const env = { ...process.env, ...(values.files ? { ZHONGTIAO_FILES: path.resolve(values.files) } : {}) };
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
