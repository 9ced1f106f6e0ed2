// The system on more than one machine, tried out on this one (docs/scale.md). `suites` runs suites behind PgBouncer.
import "./operation/checkout/node-version.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { Fault } from "./operation/console/fault.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

handleSignals();
await main(async () => {
  const [command, ...rest] = process.argv.slice(2);
  await ensureInstalled();
  if (command === "suites") return (await import("./operation/scale/run-pooled-suites.mjs")).runPooledSuites(rest);
  throw new Fault("npm run scale:suites");
});
