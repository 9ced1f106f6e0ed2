import { setTimeout as wait } from "node:timers/promises";
import { startedAt } from "../processes/process-identity.mjs";

/**
 * Stops the server `pid`: politely (open transactions are rolled back), then at once, which costs a
 * recovery on the next start but no data, and by force at last.
 * @param {number} pid
 * @param {number} graceMs before it is ended less politely
 */
export async function stopServer(pid, graceMs = 3_000) {
  const born = startedAt(pid);
  if (born === null) return;
  const isGone = () => startedAt(pid) !== born;
  for (const [signal, limit] of /** @type {const} */ ([
    ["SIGINT", graceMs],
    ["SIGQUIT", 1_000],
    ["SIGKILL", 1_000],
  ])) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + limit; Date.now() < end; await wait(20)) if (isGone()) return;
  }
}
