// npm run dev: database, schema, demo county, development server and worker, with the shutdown of npm start.
import "./operation/checkout/node-version.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { demandContactKeys, demandSafeReach } from "./operation/checkout/safety.mjs";
import { address, demandFreePort, environment } from "./operation/checkout/settings.mjs";
import { welcome } from "./operation/console/welcome.mjs";
import { loginAddresses } from "./operation/database/logins.mjs";
import { fillDatabase, openDatabase } from "./operation/database/prepare-database.mjs";
import { endWithNpm } from "./operation/processes/end-with-npm.mjs";
import { atStop, handleSignals, main } from "./operation/processes/shutdown.mjs";
import { claimCheckout, releaseCheckout } from "./operation/processes/single-run.mjs";
import { startProcesses } from "./operation/processes/start-processes.mjs";

handleSignals(() => 0);
endWithNpm();
await main(async () => {
  const where = address();
  const reach = demandSafeReach(where);
  demandContactKeys(reach);
  await claimCheckout((text) => process.stdout.write(`${text}\n`));
  atStop(releaseCheckout);
  await demandFreePort(where);
  await ensureInstalled();
  const database = await openDatabase();
  const password = await fillDatabase(database.url, reach);
  const env = environment(loginAddresses(database.url), where, "dev", undefined, reach.dangers(password !== null));
  const { ended } = await startProcesses(database.server, where, env, { command: "dev" });
  welcome(where.base, password);
  await ended;
});
