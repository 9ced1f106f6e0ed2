import { awaitReady } from "./await-ready.mjs";
import { Fault } from "./fault.mjs";
import { guardDatabase } from "./guard-database.mjs";
import { inModules } from "./paths.mjs";
import { environment } from "./settings.mjs";
import { atStop, isStopping } from "./shutdown.mjs";
import { step } from "./step.mjs";
import { supervise } from "./supervisor.mjs";

const next = inModules("next", "dist", "bin", "next");

/**
 * Starts web and worker under supervision and waits until they are ready. They are stopped in the
 * order web, worker, database, all within ten seconds.
 * @param {{ url: string, server?: { isAlive: () => boolean, restart: () => Promise<void> } }} database
 * @param {{ port: number, host: string, base: string }} where
 * @param {"start" | "dev"} command of Next
 * @returns {Promise<{ ended: Promise<never> }>} `ended` fails when a child was given up
 */
export async function openHouse({ url, server }, where, command) {
  const env = environment(url, where, command === "start" ? "production" : "development");
  const show = command === "dev";
  let fail = (_reason) => undefined;
  let hasFailed = false;
  const ended = new Promise((_, reject) => {
    fail = (reason) => {
      hasFailed = true;
      reject(new Fault(reason));
    };
  });
  ended.catch(() => undefined);
  if (server) atStop(guardDatabase(server, fail));
  const worker = supervise("worker", ["--import", "tsx", "bin/worker.ts"], env, fail, { show });
  atStop(() => worker.stop(2_500));
  const web = supervise("web", [next, command, "-p", String(where.port), "-H", where.host], env, fail, { show });
  atStop(() => web.stop(3_500));
  await step("Starting the web server and the worker", async () => {
    await Promise.race([ended, awaitReady(where.base, { hasFailed: () => hasFailed || isStopping() })]);
  });
  return { ended };
}
