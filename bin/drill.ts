// npm run db:drill: backs up the database, restores it into a new one on a temporary server, and compares every row.
// `--into <url>` names an empty database of another server for the copy.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { fileStore, folderStore } from "@/server/files/parts/file-store";
import { certificatesFolder } from "./operation/backup/certificate-files.mjs";
import { compareCopy, comparisonLines } from "./operation/backup/compare-copy";
import { openWithoutLimits } from "./operation/backup/copy-rows";
import { versionOf } from "./operation/backup/describe-database";
import { makeBackupKey, readBackupKey } from "./operation/backup/key-file.mjs";
import { demandNewestVersion } from "./operation/backup/old-version";
import { restoreBackup } from "./operation/backup/restore-backup";
import { writeBackup } from "./operation/backup/write-backup";
import { step } from "./operation/console/step.mjs";
import { ensureDatabase } from "./operation/postgres/ensure-database.mjs";
import { temporaryCluster } from "./operation/postgres/temporary.mjs";
import { runOwned, typescript } from "./operation/processes/run.mjs";
import { atStop, handleSignals, main } from "./operation/processes/shutdown.mjs";

const text = { type: "string" } as const;
const source = process.env.DATABASE_URL ?? "";

/** Where the copy goes: the database named, or one on a server that is removed afterwards. */
async function placeOfCopy(into: string | undefined): Promise<string> {
  if (into) return into;
  const cluster = await step("Starting a temporary server", () => temporaryCluster("drill"));
  atStop(cluster.remove, cluster.kill);
  return ensureDatabase(cluster.url(), "only-for-this-drill");
}

handleSignals();
await main(async () => {
  const { values } = parseArgs({ options: { into: text, key: text } });
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-drill-"));
  atStop(() => rmSync(folder, { recursive: true, force: true }));
  const isNamed = Boolean(values.key ?? process.env.ZHONGTIAO_BACKUP_KEY);
  const key = isNamed ? readBackupKey(values.key).key : makeBackupKey(path.join(folder, "key", "drill"));
  if (!isNamed) process.stdout.write("No key is named: this drill uses one of its own, and does not test yours.\n");
  const sql = openWithoutLimits(source);
  const version = await versionOf(sql).finally(() => sql.end({ timeout: 5 }));
  demandNewestVersion(version.migrations);
  const url = await placeOfCopy(values.into);
  const file = path.join(folder, "drill.backup");
  const [papers, certificates] = [path.join(folder, "papers"), path.join(folder, "certificates")];
  const order = { file, key, program: "drill", now: new Date() };
  const contents = await step("Backing up", (note) =>
    writeBackup({ ...order, url: source, store: fileStore(), certificates: certificatesFolder(), note }),
  );
  await step(
    "Restoring",
    (note) => restoreBackup({ ...order, url, store: folderStore(papers), certificates, note }),
    () => "",
  );
  const compared = await step("Comparing", () => compareCopy(contents, url, folderStore(papers), certificates));
  process.stdout.write(`${comparisonLines(compared).join("\n")}\n`);
  const env = { ...process.env, DATABASE_URL: url, ZHONGTIAO_FILES: papers, ZHONGTIAO_CERTIFICATES: certificates };
  const { code } = await runOwned(typescript("bin/verify.ts"), { env });
  const different = compared.filter(({ isEqual }) => !isEqual).length;
  process.stdout.write(different === 0 ? `All ${compared.length} are equal.\n` : `${different} differ.\n`);
  return different > 0 || code !== 0 || contents.papers.faults.length > 0 ? 1 : 0;
});
