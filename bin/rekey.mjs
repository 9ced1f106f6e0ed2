// npm run db:rekey: encrypts phones, addresses and ID numbers with a new key; an interrupted change is finished first.
// `--new-key <file>` makes the first key of an installation, `--give-up-lost` empties what no key opens any more.
// docs/operations.md says when.
import "./operation/checkout/node-version.mjs";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeKeyFile } from "../db/encryption/key-ring.mjs";
import { codeOf, Fault } from "./operation/console/fault.mjs";
import { runOwned } from "./operation/processes/run.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

const usage = "Usage: npm run db:rekey [-- --new-key <file> | --give-up-lost]";

function orderOf() {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    const flag = /** @type {const} */ ({ type: "boolean" });
    return parseArgs({ options: { "new-key": text, "give-up-lost": flag } }).values;
  } catch {
    throw new Fault(usage);
  }
}

/** @param {string} place */
function makeKey(place) {
  try {
    const { current } = makeKeyFile(place);
    process.stdout.write(
      `The key ${current.id} is in ${place}. Name it by ZHONGTIAO_CONTACT_KEY_FILE=${place}, and keep a copy of it on ` +
        "paper or in a safe, apart from the backups: without it nobody reads a phone, an address or an ID number.\n",
    );
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    throw new Fault(`${place} is there already, and a lost key cannot be made again: it is left as it is.`);
  }
}

handleSignals();
await main(async () => {
  const order = orderOf();
  if (order["new-key"]) return makeKey(path.resolve(order["new-key"]));
  const args = ["bin/with-database.mjs", "bin/rekey-database.ts", ...process.argv.slice(2)];
  return (await runOwned([process.execPath, ...args])).code;
});
