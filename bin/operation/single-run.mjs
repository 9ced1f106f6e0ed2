import { Fault } from "./fault.mjs";
import { endGroup } from "./owned-processes.mjs";
import { forgetRunning, noteRunning, stillRunning } from "./run-files.mjs";

/**
 * Makes sure that only one supervisor works on this checkout, and ends the programs that one which
 * was killed left behind.
 * @param {(text: string) => void} note told what is cleared away
 */
export async function claimCheckout(note) {
  const running = stillRunning();
  const other = running.find(({ name, pid }) => name === "supervisor" && pid !== process.pid);
  if (other) {
    throw new Fault(
      `Zhongtiao already runs in this folder (process ${other.pid}). ` +
        `Stop it first: Ctrl-C in its terminal, or: kill ${other.pid}`,
    );
  }
  noteRunning("supervisor");
  const orphans = running.filter(({ name }) => name === "web" || name === "worker");
  for (const { name, pid } of orphans) {
    note(`ending the ${name} process a killed run left behind`);
    await endGroup(pid, 2_000);
    forgetRunning(name);
  }
}

/** Gives the checkout free. */
export const releaseCheckout = () => forgetRunning("supervisor");
