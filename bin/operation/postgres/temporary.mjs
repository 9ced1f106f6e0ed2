import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startedAt } from "../processes/process-identity.mjs";
import { createCluster } from "./create.mjs";
import { memoryFolder, sharedMemory } from "./memory-folder.mjs";
import { serverPrograms } from "./place.mjs";
import { runningServer } from "./running.mjs";
import { startServer } from "./start.mjs";
import { stopServer } from "./stop.mjs";

const prefix = "zhongtiao-cluster-";
const password = "only-for-this-test-run";
// Its data is deleted after the run; a power cut during a test run does no harm. Nobody recovers from its log either, and
// nobody guesses its passwords.
const careless = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_wal_size: "256MB",
  scram_iterations: "1",
};

/**
 * A cluster of its own in a temporary folder, for tests. Its superuser is `postgres`.
 * @param {string} purpose a word for the folder's name
 * @param {{ isDisposable?: boolean, settings?: Record<string, string> }} [options] `isDisposable` trades safety of the data
 * for speed; it lies in memory where there is room
 */
export async function temporaryCluster(purpose, { isDisposable = false, settings: named = {} } = {}) {
  await sweepLeftOvers();
  const place = (isDisposable && memoryFolder()) || tmpdir();
  const folder = mkdtempSync(path.join(place, `${prefix}${purpose}-`));
  writeFileSync(
    path.join(folder, "owner.json"),
    JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) }),
  );
  chmodSync(folder, 0o755);
  const programs = serverPrograms();
  const dir = path.join(folder, "pg");
  const log = path.join(folder, "postgres.log");
  const settings = { ...(isDisposable ? careless : {}), ...named };
  await createCluster(programs, dir, password);
  let server = await startServer(programs, dir, log, { settings });
  return {
    folder,
    /** @param {string} [database] @returns {string} the superuser's address */
    url: (database = "postgres") => `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`,
    /** @returns {number} of the postmaster */
    pid: () => server.pid,
    /** Starts again on the same port after a crash; the last children of the crashed server may take a moment to end. */
    async restart() {
      for (const end = Date.now() + 15_000; ; await wait(100)) {
        try {
          server = await startServer(programs, dir, log, { settings, port: server.port });
          return;
        } catch (error) {
          if (Date.now() > end) throw error;
        }
      }
    },
    /** Stops the server and removes every trace. */
    remove: () => remove(folder),
    /** For a second signal: ends the server at once; the next run removes its folder. */
    kill: () => void process.kill(server.pid, "SIGQUIT"),
  };
}

/** Removes the clusters of test runs that were killed. */
async function sweepLeftOvers() {
  for (const folder of [tmpdir(), sharedMemory].flatMap(clustersIn)) {
    try {
      if (isAbandoned(folder)) await remove(folder);
    } catch {
      // Another user's folder; their own next run removes it.
    }
  }
}

/** @param {string} place @returns {string[]} */
function clustersIn(place) {
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((entry) => entry.startsWith(prefix));
  return names.map((name) => path.join(place, name));
}

/** @param {string} folder */
function isAbandoned(folder) {
  const note = path.join(folder, "owner.json");
  // A folder without a note is just being made, or was written to after it was removed.
  if (!existsSync(note)) return Date.now() - statSync(folder).mtimeMs > 60_000;
  const owner = JSON.parse(readFileSync(note, "utf8"));
  return startedAt(owner.pid) !== owner.startedAt;
}

/** @param {string} folder */
async function remove(folder) {
  const server = runningServer(path.join(folder, "pg"));
  if (server) await stopServer(server.pid);
  rmSync(folder, { recursive: true, force: true });
}
