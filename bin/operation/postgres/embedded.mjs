import { chmodSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { archiveSettings } from "../archive/archive-settings.mjs";
import { dataDir, logDir } from "../checkout/paths.mjs";
import { secretFile } from "../checkout/secret-file.mjs";
import { codeOf, Fault } from "../console/fault.mjs";
import { createCluster } from "./create.mjs";
import { ensureDatabase } from "./ensure-database.mjs";
import { memorySettings } from "./memory-settings.mjs";
import { clusterFolder, serverPrograms } from "./place.mjs";
import { runningServer } from "./running.mjs";
import { startServer } from "./start.mjs";
import { stopServer } from "./stop.mjs";
import { stopWhenKilled } from "./stop-when-killed.mjs";
import { forgetUser, hasOtherUsers, noteUser } from "./users.mjs";

const log = path.join(logDir, "postgres.log");

/**
 * Opens the server of this checkout: joins the one that runs, or starts it, initialising the cluster on first use.
 * One that a killed run left behind is stopped first and started anew.
 * @param {(text: string) => void} [note] told what takes time
 */
export async function openEmbedded(note = () => undefined) {
  mkdirSync(dataDir, { recursive: true });
  // The server may run as another user, who must be able to pass through to its own folder.
  chmodSync(dataDir, 0o711);
  const programs = serverPrograms();
  const clusterDir = clusterFolder(programs.as);
  const password = secretFile("postgres-password");
  noteUser();
  stopWhenKilled(clusterDir);
  const settings = { ...memorySettings(), ...archiveSettings(clusterDir, programs.as) };
  const joinOrStart = async () => {
    const running = runningServer(clusterDir);
    if (running && hasOtherUsers()) return running;
    if (running) {
      note("stopping the one a killed run left behind");
      await stopServer(running.pid);
    }
    if (!existsSync(clusterDir)) note("initialising");
    await createCluster(programs, clusterDir, password);
    return startServer(programs, clusterDir, log, { settings });
  };
  const { port } = await joinOrStart();
  const admin = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const url = await ensureDatabase(admin, secretFile("database-password")).catch((error) => {
    if (codeOf(error) !== "28P01") throw error;
    throw new Fault("The password of the database in .data/pg is lost. Restore .data, or delete it to begin anew.");
  });
  return {
    /** Address of our database, as its owner; not a superuser. */
    url,
    /** Address of the superuser: for copies of the whole cluster. */
    admin,
    clusterDir,
    /** @returns {boolean} */
    isAlive: () => runningServer(clusterDir) !== null,
    /** Starts the server again on the same port after it died. */
    restart: () => startServer(programs, clusterDir, log, { port, settings }),
    /** Stops the server even if others use it. */
    async stop() {
      forgetUser();
      const current = runningServer(clusterDir);
      if (current) await stopServer(current.pid, 2_000);
    },
    /** Leaves the server; the last user stops it. */
    async leave() {
      forgetUser();
      const current = runningServer(clusterDir);
      if (current && !hasOtherUsers()) await stopServer(current.pid);
    },
    /** For a second signal: ends the server at once. */
    kill() {
      const current = runningServer(clusterDir);
      if (current) process.kill(current.pid, "SIGQUIT");
    },
  };
}
