import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { namedArchive, papersFolder, spoolOf } from "../archive/archive-settings.mjs";
import { keepShipping } from "../archive/keep-shipping.mjs";
import { dataDir } from "../checkout/paths.mjs";
import { allowedDangers, demandAllowed } from "../checkout/safety.mjs";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { openEmbedded } from "../postgres/embedded.mjs";
import { runQuietly, typescript } from "../processes/run.mjs";
import { atStop } from "../processes/shutdown.mjs";
import { checkDatabase } from "./external-database.mjs";
import { loginAddresses } from "./logins.mjs";
import { demandSafeSettings } from "./safe-settings.mjs";

const passwordFile = path.join(dataDir, "demo-password");

/**
 * Opens the database: the server that DATABASE_URL names, or this checkout's own.
 * @returns {Promise<{ url: string, server?: Awaited<ReturnType<typeof openEmbedded>> }>}
 */
export async function openDatabase() {
  const named = process.env.DATABASE_URL;
  if (named) {
    await step(
      "Looking at the database that DATABASE_URL names",
      async () => `PostgreSQL ${await checkDatabase(named)}`,
    );
    return { url: named };
  }
  const archive = namedArchive();
  /** @type {() => Promise<void>} */
  let endShipping = async () => undefined;
  // Stopped after the server, which closes its last segment when it ends.
  atStop(() => endShipping());
  const server = await step("Starting the database", openEmbedded);
  atStop(server.stop, server.kill);
  const spool = spoolOf(server.clusterDir);
  if (archive) endShipping = keepShipping(spool, papersFolder(), archive);
  else if (existsSync(spool))
    process.stderr.write(
      `! ZHONGTIAO_ARCHIVE is not set, and segments of the database gather in ${spool}. ` +
        "Set it again; or, to archive no more, stop Zhongtiao and delete that folder.\n",
    );
  return { url: server.url, server };
}

/**
 * `isRefused`: it has demo accounts, or would get them, where that is not permitted. `isHalf`: the demo was begun and never finished.
 * @typedef {{ isNew: boolean, hasDemo: boolean, isRefused: boolean, isHalf: boolean, demoPassword: string }} Prepared
 */

/**
 * Migrates, and seeds the demo county into an empty database; makes the logins of web and worker.
 * @param {string} url
 * @param {string} title of the step
 * @param {{ refuseDemo?: boolean }} [options] leaves an empty database empty then
 * @returns {Promise<Prepared>}
 */
export async function prepare(url, title, { refuseDemo = false } = {}) {
  const env = { ...process.env, DATABASE_URL: url, ...loginAddresses(url), REFUSE_DEMO: refuseDemo ? "yes" : "" };
  const prepared = await step(
    title,
    /** @returns {Promise<Prepared>} */
    async (note) => {
      const words = await runQuietly(typescript("bin/prepare.ts"), {
        env,
        onLine: (line) => !line.startsWith("{") && note(line),
      });
      return JSON.parse(words.trim().split("\n").at(-1) ?? "");
    },
    ({ isNew }) => (isNew ? "demo county created" : ""),
  );
  // Its matters would break off somewhere, and nobody could tell it from a whole one.
  if (prepared.isHalf)
    throw new Fault(
      "The demo county was begun and never finished, because a first start was cut off. " +
        "npm run db:reset empties the database; the next start writes the county anew.",
    );
  return prepared;
}

/**
 * Prepares the database of a start.
 * @param {string} url
 * @param {{ isReachable: boolean }} where demo accounts are refused where other machines reach the system
 * @returns {Promise<string | null>} the password of the demo accounts, or null when there are none
 */
export async function fillDatabase(url, { isReachable }) {
  await demandSafeSettings(url);
  const refuseDemo = isReachable && !allowedDangers().includes("demo");
  const result = await prepare(url, "Bringing the database up to date", { refuseDemo });
  if (result.isRefused) demandAllowed("demo");
  if (!result.hasDemo) return null;
  // A later start may have another DEMO_PASSWORD; what the accounts got is what counts.
  if (result.isNew) writeFileSync(passwordFile, `${result.demoPassword}\n`, { mode: 0o600 });
  try {
    return readFileSync(passwordFile, "utf8").trim();
  } catch {
    return result.demoPassword;
  }
}
