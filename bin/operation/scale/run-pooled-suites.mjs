import path from "node:path";
import { freePort } from "../processes/free-port.mjs";
import { atStop } from "../processes/shutdown.mjs";
import { testCluster } from "../testing/cluster.mjs";
import { tally } from "../testing/tally.mjs";
import { runVitest } from "../testing/vitest.mjs";
import { startPooler } from "./start-pooler.mjs";

/** What a connection that changes with each transaction could break: who acts, what is shown, locks, limits, races. */
const suites = [
  "db/session.test.ts",
  "server/kernel",
  "server/access",
  "server/testing/row-security/row-security.test.ts",
  "server/testing/row-security/raw-sql.test.ts",
  "server/testing/versions/two-windows.test.ts",
  "server/testing/row-security/own-sight.test.ts",
  "server/slots",
  "server/disputes",
  "server/bookings",
  "server/convening",
  "server/invitations",
  "server/sessions",
  "server/statistics",
];

/**
 * Runs suites with the product's logins behind PgBouncer in transaction mode; fixtures are written directly.
 * @param {string[]} named files or folders; the important ones when empty
 * @returns {Promise<number>} exit code
 */
export async function runPooledSuites(named) {
  const cluster = await testCluster();
  const port = await freePort();
  const server = new URL(cluster.url());
  const pooler = startPooler({
    folder: path.join(cluster.folder, "pgbouncer"),
    port,
    serverPort: Number(server.port),
    looksUp: server.password,
  });
  atStop(() => pooler.stop(1_000));
  process.env.TEST_POOLER_PORT = String(port);
  process.env.DATABASE_POOLER = "transaction";
  const total = tally();
  total.add("suites behind PgBouncer", await runVitest(cluster.url(), cluster.folder, named.length ? named : suites));
  process.stdout.write(`\n${total.faults()}\n${total.line()}\n`);
  return total.failed ? 1 : 0;
}
