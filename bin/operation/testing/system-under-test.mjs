import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, isBuilt } from "../checkout/build.mjs";
import { logDir } from "../checkout/paths.mjs";
import { environment } from "../checkout/settings.mjs";
import { Fault } from "../console/fault.mjs";
import { loginAddresses } from "../database/logins.mjs";
import { prepare } from "../database/prepare-database.mjs";
import { ensureDatabase } from "../postgres/ensure-database.mjs";
import { freePort } from "../processes/free-port.mjs";
import { stillRunning } from "../processes/run-files.mjs";
import { startProcesses } from "../processes/start-processes.mjs";

/**
 * Builds and starts the production system on a database of its own in `cluster`, filled with the demo
 * county as on a first start.
 * @param {{ url: () => string }} cluster
 * @returns {Promise<{ base: string, env: NodeJS.ProcessEnv }>}
 */
export async function startSystemUnderTest(cluster) {
  if (!isBuilt() && stillRunning().some(({ name }) => name === "supervisor")) {
    throw new Fault(
      "npm start runs in this folder on an older build, which the journeys would replace under it. Stop it first.",
    );
  }
  const url = await ensureDatabase(cluster.url(), "only-for-this-test-run");
  // The journeys sign in as the demo people, whatever DEMO_DATA and DEMO_PASSWORD say on this machine.
  delete process.env.DEMO_DATA;
  delete process.env.DEMO_PASSWORD;
  await Promise.all([prepare(url, "Filling the database for the journeys"), ensureBuilt()]);
  const port = await freePort();
  const where = { port, host: "127.0.0.1", base: `http://localhost:${port}` };
  const env = environment(loginAddresses(url), where, "start", randomBytes(32).toString("base64url"));
  // Its checkpoints stay apart from those of this checkout's own database.
  env.ZHONGTIAO_CHECKPOINTS = mkdtempSync(path.join(tmpdir(), "zhongtiao-checkpoints-"));
  // Kept after the run, unlike the cluster: what web and worker said explains a failed journey.
  await startProcesses(undefined, where, env, { command: "start", logFolder: path.join(logDir, "test") });
  // Journeys let time pass as a superuser; web and worker never see this address.
  const time = new URL(cluster.url());
  time.pathname = new URL(url).pathname;
  return { base: where.base, env: { ...env, TIME_DATABASE_URL: time.href } };
}
