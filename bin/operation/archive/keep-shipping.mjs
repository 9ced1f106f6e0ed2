import { setTimeout as wait } from "node:timers/promises";
import { messageOf } from "../console/fault.mjs";
import { shipSegments } from "./ship-segments.mjs";

const pause = 2_000;

/**
 * Carries segments into the archive while the system runs. A fault is told when it begins and when it has passed; what
 * could not be carried waits in the spool.
 * @param {string} spool
 * @param {string} papers the folder of the file store
 * @param {import("./archive-settings.mjs").Archive} archive
 * @returns {() => Promise<void>} ends it, and carries what still waits
 */
export function keepShipping(spool, papers, archive) {
  let isEnding = false;
  let fault = "";
  const pass = async () => {
    const now = await shipSegments(spool, papers, archive).then(() => "", messageOf);
    if (now && now !== fault) process.stderr.write(`! Nothing is archived: ${now}\n`);
    if (!now && fault) process.stderr.write("The archive is complete again.\n");
    fault = now;
  };
  const run = async () => {
    while (!isEnding) {
      await pass();
      for (let waited = 0; waited < pause && !isEnding; waited += 100) await wait(100, undefined, { ref: false });
    }
  };
  const running = run();
  return async () => {
    isEnding = true;
    await running;
    await pass();
  };
}
