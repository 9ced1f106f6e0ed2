// npm run db:seed -- --cases 200 --stations 3: migrates, then fills an empty database with the demo county.
import { parseArgs } from "node:util";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { isSeeded } from "@/server/demo/demo-state";
import { seed } from "@/server/demo/main";
import { progressLine } from "./operation/console/progress-line";

const { values } = parseArgs({ options: { cases: { type: "string" }, stations: { type: "string" } } });
const url = process.env.DATABASE_URL ?? "";

/** A whole number from the command line, or nothing when it was not given. */
function count(name: "cases" | "stations"): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`);
  return Number(text);
}

const wanted = { cases: count("cases"), stations: count("stations") };
await migrate(url, undefined, namedLogins());
if (await isSeeded(url)) {
  process.stdout.write("The demo county is there already; npm run db:reset begins anew.\n");
} else {
  await seed(url, { ...wanted, now: new Date(), onProgress: progressLine });
  process.stdout.write("The demo county is ready.\n");
}
process.exit(0);
