// The part of npm run db:backup that needs the database; bin/backup.mjs starts it.
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { fileStore } from "@/server/files/parts/file-store";
import { certificatesFolder } from "./operation/backup/certificate-files.mjs";
import { demandApart, readBackupKey } from "./operation/backup/key-file.mjs";
import { writeBackup } from "./operation/backup/write-backup";
import { dataDir } from "./operation/checkout/paths.mjs";
import { tell } from "./operation/console/fault.mjs";
import { step } from "./operation/console/step.mjs";

/** Complete and verified, but papers were lost before: whoever automates this should hear of it. */
const withoutPapers = 2;

async function backUp(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: "string" }, key: { type: "string" } } });
  const { file: keyFile, key } = readBackupKey(values.key);
  const folder = path.resolve(values.to ?? "");
  demandApart(keyFile, folder, "the backups");
  demandApart(keyFile, dataDir, "the database");
  const now = new Date();
  const file = path.join(folder, `zhongtiao-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void rm(`${file}.part`, { force: true }).finally(() => process.exit(130)));
  const { version } = JSON.parse(readFileSync(path.resolve("package.json"), "utf8")) as { version: string };
  const url = process.env.DATABASE_URL ?? "";
  const order = { url, store: fileStore(), certificates: certificatesFolder(), file, key };
  const { tables, papers, certificates } = await step("Backing up", (note) =>
    writeBackup({ ...order, program: version, now, note }),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${tables.length} tables, ${rows} rows, ${papers.count} papers, ${certificates?.count ?? 0} keys and certificates of seals, ` +
      `read back and whole: ${file}\n`,
  );
  for (const { countyId, sha256, fault } of papers.faults)
    process.stderr.write(
      `! The paper ${sha256} of county ${countyId} was ${fault} before, and is not in the backup.\n`,
    );
  return papers.faults.length > 0 ? withoutPapers : 0;
}

process.exitCode = await backUp().catch((error) => {
  tell(error);
  return 1;
});
