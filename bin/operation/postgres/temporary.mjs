import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createCluster } from "./create.mjs";
import { serverPrograms } from "./place.mjs";
import { startServer } from "./start.mjs";
import { stopServer } from "./stop.mjs";

/**
 * A cluster of its own in a temporary folder, for tests. Its superuser is `postgres`.
 * @param {string} purpose a word for the folder's name
 */
export async function temporaryCluster(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `zhongtiao-${purpose}-`));
  chmodSync(folder, 0o755);
  const programs = serverPrograms();
  const dir = path.join(folder, "pg");
  const password = "only-for-this-test-run";
  await createCluster(programs, dir, password);
  let server = await startServer(programs, dir, path.join(folder, "postgres.log"));
  return {
    folder,
    /** @param {string} [database] @returns {string} the superuser's address */
    url: (database = "postgres") => `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`,
    /** @returns {number} of the postmaster */
    pid: () => server.pid,
    /** Starts again on the same port after a crash; the dead server's last children may take a moment to go. */
    async restart() {
      for (const end = Date.now() + 15_000; ; await wait(100)) {
        try {
          server = await startServer(programs, dir, path.join(folder, "postgres.log"), { port: server.port });
          return;
        } catch (error) {
          if (Date.now() > end) throw error;
        }
      }
    },
    /** Stops the server and removes every trace. */
    async remove() {
      await stopServer(server.pid);
      rmSync(folder, { recursive: true, force: true });
    },
    /** The quick way, when somebody insists. */
    kill() {
      try {
        process.kill(server.pid, "SIGQUIT");
      } catch {
        // Already gone.
      }
    },
  };
}
