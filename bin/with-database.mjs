// Runs a TypeScript program with DATABASE_URL set, the owner's address, and those of the product's logins: on the server
// named there, or on this checkout's own, joined if it runs and otherwise started for the duration.
import "./operation/checkout/node-version.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { loginAddresses } from "./operation/database/logins.mjs";
import { openEmbedded } from "./operation/postgres/embedded.mjs";
import { runOwned, typescript } from "./operation/processes/run.mjs";
import { atStop, handleSignals, main } from "./operation/processes/shutdown.mjs";

handleSignals();
await main(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (!script) throw new Error("Usage: node bin/with-database.mjs <script.ts> [arguments]");
  await ensureInstalled();
  const env = { ...process.env };
  if (!env.DATABASE_URL) {
    const server = await openEmbedded();
    atStop(server.leave, server.kill);
    Object.assign(env, { DATABASE_URL: server.url, DATABASE_IS_EMBEDDED: "1" });
  }
  Object.assign(env, loginAddresses(env.DATABASE_URL ?? ""));
  return (await runOwned(typescript(script, ...args), { env })).code;
});
