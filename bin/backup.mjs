// npm run db:backup: `--to <folder>` writes an encrypted backup of database and papers; `--verify <file>` reads one with
// nothing but Node; `--new-key <file>` makes the key; `--base` copies the whole cluster into the archive, from which every
// later moment can be restored. docs/operations.md says how they belong together.
import "./operation/checkout/node-version.mjs";
import { parseArgs } from "node:util";
import { backUpCluster } from "./operation/archive/back-up-cluster.mjs";
import { makeBackupKey, readBackupKey } from "./operation/backup/key-file.mjs";
import { verifyBackup } from "./operation/backup/verify-backup.mjs";
import { Fault } from "./operation/console/fault.mjs";
import { step } from "./operation/console/step.mjs";
import { runOwned } from "./operation/processes/run.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

const usage =
  "Usage: npm run db:backup -- --to <folder> | --verify <file> | --new-key <file> | --base [--archive <folder>]   [--key <file>]";

function orderOf() {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    const base = /** @type {const} */ ({ type: "boolean" });
    return parseArgs({ options: { to: text, verify: text, "new-key": text, key: text, base, archive: text } }).values;
  } catch {
    throw new Fault(usage);
  }
}

handleSignals();
await main(async () => {
  const order = orderOf();
  if ([order.to, order.verify, order["new-key"], order.base].filter((each) => each !== undefined).length !== 1)
    throw new Fault(usage);
  if (order["new-key"]) {
    const { id } = makeBackupKey(order["new-key"]);
    process.stdout.write(
      `The key ${id} is in ${order["new-key"]}. Keep a copy of it on paper or in a safe: ` +
        "without it no backup can be read, by nobody.\n",
    );
    return;
  }
  if (order.verify) {
    const { key } = readBackupKey(order.key);
    const file = order.verify;
    const { begin, contents } = await step(`Reading ${file}`, () => verifyBackup(file, key));
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Whole. Made at ${begin.madeAt} by version ${begin.program} on PostgreSQL ${begin.server}: ` +
        `${contents.tables.length} tables, ${rows} rows, ${contents.papers.count} papers, ` +
        `${contents.certificates?.count ?? 0} keys and certificates of seals, ` +
        `${contents.papers.faults.length} papers lost before.\n`,
    );
    return;
  }
  if (order.base) return backUpCluster(order);
  // Before a server is started: most mistakes are in the order itself.
  readBackupKey(order.key);
  const args = ["bin/with-database.mjs", "bin/backup-database.ts", ...process.argv.slice(2)];
  return (await runOwned([process.execPath, ...args])).code;
});
