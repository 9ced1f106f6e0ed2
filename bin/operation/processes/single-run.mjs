import { accessSync, constants, existsSync } from "node:fs";
import { dataDir, inModules, root } from "../checkout/paths.mjs";
import { Fault } from "../console/fault.mjs";
import { endGroup } from "./owned-processes.mjs";
import { forgetRunning, noteRunning, stillRunning } from "./run-files.mjs";

/**
 * Makes sure that only one supervisor works on this checkout, and ends the programs that a killed
 * supervisor left behind.
 * @param {(text: string) => void} note told what is ended
 */
export async function claimCheckout(note) {
  demandWritable();
  // Our note is written before the others are read: of two that start at once, at least one sees the other.
  noteRunning("supervisor");
  const running = stillRunning();
  const other = running.find(({ name, pid }) => name === "supervisor" && pid !== process.pid);
  if (other) {
    releaseCheckout();
    throw new Fault(
      `Zhongtiao already runs in this folder (process ${other.pid}). ` +
        `Stop it first: Ctrl-C in its terminal, or: kill ${other.pid}`,
    );
  }
  const orphans = running.filter(({ name }) => name === "web" || name === "worker");
  for (const { name, pid } of orphans) {
    note(`ending the ${name} process a killed run left behind`);
    await endGroup(pid, 2_000);
    forgetRunning(name, pid);
  }
}

/** Folders that a first start as root created cannot be written by an ordinary user. */
function demandWritable() {
  for (const folder of [root, dataDir, inModules()].filter((each) => existsSync(each))) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      throw new Fault(
        `You may not write in ${folder}; it belongs to another user. Start as that user, or: sudo chown -R "$USER" ${root}`,
      );
    }
  }
}

/** Lets the next supervisor start in this checkout. */
export const releaseCheckout = () => forgetRunning("supervisor");
