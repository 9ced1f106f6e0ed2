// npm run db:restore -- --from <file>: puts a backup into an empty database. `--into <url>` names another one than
// DATABASE_URL or this checkout's own, `--files <folder>` another place for the papers, `--certificates <folder>` one for the keys of seals, `--replace` allows to lose what
// is there. `--at <instant>` restores this checkout's cluster from its archive instead, as it was at that instant.
import "./operation/checkout/node-version.mjs";
import { parseArgs } from "node:util";
import { restoreCluster } from "./operation/archive/restore-cluster.mjs";
import { readHead } from "./operation/backup/head.mjs";
import { readBackupKey } from "./operation/backup/key-file.mjs";
import { Fault } from "./operation/console/fault.mjs";
import { runOwned } from "./operation/processes/run.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

const usage =
  "Usage: npm run db:restore -- --from <file> [--key <file>] [--into <url>] [--files <folder>] [--certificates <folder>] [--replace]\n" +
  "   or: npm run db:restore -- --at <instant>|latest [--archive <folder>] [--timeline <number>] [--key <file>] [--files <folder>] [--replace]";

function orderOf() {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    const flag = /** @type {const} */ ({ type: "boolean" });
    return parseArgs({
      options: {
        from: text,
        into: text,
        key: text,
        files: text,
        certificates: text,
        replace: flag,
        at: text,
        archive: text,
        timeline: text,
      },
    }).values;
  } catch {
    throw new Fault(usage);
  }
}

handleSignals();
await main(async () => {
  const order = orderOf();
  if (order.at && !order.from && !order.into) return restoreCluster({ ...order, at: order.at });
  if (!order.from || order.at) throw new Fault(usage);
  // Before a server is started: most mistakes are in the order itself.
  const { key } = readBackupKey(order.key);
  const { head } = await readHead(order.from);
  if (head.keyId !== key.id)
    throw new Fault(`The backup needs the key ${head.keyId}, and this is the key ${key.id}. Nothing was changed.`);
  const env = { ...process.env, ...(order.into ? { DATABASE_URL: order.into } : {}) };
  const args = ["bin/with-database.mjs", "bin/restore-database.ts", ...process.argv.slice(2)];
  return (await runOwned([process.execPath, ...args], { env })).code;
});
