import { setTimeout as wait } from "node:timers/promises";
import { restartPauses } from "../processes/supervisor.mjs";

/**
 * Starts the embedded server again when it ends unexpectedly. It keeps its port, so that the connection pools of
 * web and worker reconnect by themselves.
 * @param {{ isAlive: () => boolean, restart: () => Promise<unknown> }} server
 * @param {(reason: string) => void} giveUp
 * @returns {() => void} ends the guard
 */
export function guardDatabase(server, giveUp) {
  const { next } = restartPauses();
  let isEnding = false;
  const watch = async () => {
    while (!isEnding) {
      await wait(500, undefined, { ref: false });
      if (isEnding || server.isAlive()) continue;
      const pause = next();
      if (pause === null) return giveUp("The database died five times in a minute (log: .data/log/postgres.log)");
      process.stderr.write("! The database ended unexpectedly; starting it again\n");
      await wait(pause);
      if (!isEnding) await server.restart().catch((error) => process.stderr.write(`! ${error.message}\n`));
    }
  };
  void watch();
  return () => {
    isEnding = true;
  };
}
