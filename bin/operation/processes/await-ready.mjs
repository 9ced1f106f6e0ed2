import { setTimeout as wait } from "node:timers/promises";
import { codeOf, Fault } from "../console/fault.mjs";

/**
 * Waits until the web server says it is well.
 * @param {string} base its address
 * @param {{ hasFailed?: () => boolean, seconds?: number }} [options]
 */
export async function awaitReady(base, { hasFailed = () => false, seconds = 90 } = {}) {
  let last = "no answer";
  for (const end = Date.now() + seconds * 1_000; Date.now() < end && !hasFailed(); await wait(100)) {
    try {
      const { status } = await fetch(`${base}/api/healthz`, { signal: AbortSignal.timeout(5_000) });
      if (status === 200) return;
      last = `status ${status}`;
    } catch (error) {
      last = error instanceof Error ? (codeOf(error.cause) ?? error.name) : String(error);
    }
  }
  throw new Fault(`The web server did not become ready (${last}).`);
}
