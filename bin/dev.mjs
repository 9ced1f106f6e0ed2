// npm run dev: database, schema, demo county, development server and worker, with the shutdown of npm start.
import "./operation/node-version.mjs";
import { endWithNpm } from "./operation/end-with-npm.mjs";
import { ensureInstalled } from "./operation/install.mjs";
import { fillDatabase, openDatabase } from "./operation/prepare-database.mjs";
import { startProcesses } from "./operation/processes.mjs";
import { address, demandFreePort, environment } from "./operation/settings.mjs";
import { atStop, handleSignals, main } from "./operation/shutdown.mjs";
import { claimCheckout, releaseCheckout } from "./operation/single-run.mjs";
import { welcome } from "./operation/welcome.mjs";

handleSignals(() => 0);
endWithNpm();
await main(async () => {
  const where = address();
  await claimCheckout((text) => process.stdout.write(`${text}\n`));
  atStop(releaseCheckout);
  await demandFreePort(where);
  await ensureInstalled();
  const database = await openDatabase();
  const password = await fillDatabase(database.url);
  const env = environment(database.url, where, "dev");
  const { ended } = await startProcesses(database.server, where, env, { command: "dev" });
  welcome(where.base, password);
  await ended;
});
