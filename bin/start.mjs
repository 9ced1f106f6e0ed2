// npm start: from a fresh clone to a running system. Needs nothing but Node and npm.
// PORT chooses the port, HOST the interface (this machine only by default), DATABASE_URL a server of your own. Of the server
// that npm brings, ZHONGTIAO_POSTGRES sets the memory and ZHONGTIAO_ARCHIVE where its log is archived. ALLOW_UNSAFE permits by
// name what is refused where other machines reach it. DEMO_PASSWORD is the password of the demo accounts, and DEMO_DATA=no
// leaves an empty database empty.
import "./operation/checkout/node-version.mjs";
import { ensureBuilt } from "./operation/checkout/build.mjs";
import { demandSettings } from "./operation/checkout/demand-settings.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import {
  demandContactKeys,
  demandSafeProvider,
  demandSafeReach,
  demandStrongSecret,
} from "./operation/checkout/safety.mjs";
import { demandSealCertificate } from "./operation/checkout/seal-certificate.mjs";
import { address, demandFreePort, environment } from "./operation/checkout/settings.mjs";
import { step } from "./operation/console/step.mjs";
import { welcome } from "./operation/console/welcome.mjs";
import { loginAddresses } from "./operation/database/logins.mjs";
import { fillDatabase, openDatabase } from "./operation/database/prepare-database.mjs";
import { endWithNpm } from "./operation/processes/end-with-npm.mjs";
import { atStop, handleSignals, main } from "./operation/processes/shutdown.mjs";
import { claimCheckout, releaseCheckout } from "./operation/processes/single-run.mjs";
import { startProcesses } from "./operation/processes/start-processes.mjs";

let isReady = false;
handleSignals(() => (isReady ? 0 : 130));
endWithNpm();
await main(async () => {
  demandSettings();
  const where = address();
  const reach = demandSafeReach(where);
  demandStrongSecret();
  demandSafeProvider();
  demandContactKeys(reach);
  await step(`Checking this folder and port ${where.port}`, async (note) => {
    await claimCheckout(note);
    atStop(releaseCheckout);
    await demandFreePort(where);
    return `Node ${process.versions.node}`;
  });
  await ensureInstalled();
  await demandSealCertificate();
  const database = await openDatabase();
  const password = await fillDatabase(database.url, reach);
  await ensureBuilt();
  const env = environment(loginAddresses(database.url), where, "start", undefined, reach.dangers(password !== null));
  const { ended } = await startProcesses(database.server, where, env, { command: "start" });
  isReady = true;
  welcome(where.base, password);
  await ended;
});
