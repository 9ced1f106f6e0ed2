// Brings the database to the newest schema and, when it is empty, fills in the demo county.
// Every line of output shows progress; the last one is the result as JSON.
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { hasDemoAccounts, isHalfSeeded, isSeeded } from "@/server/demo/demo-state";
import { demoPassword } from "@/server/demo/password";
import { progressLine } from "./operation/console/progress-line";

const url = process.env.DATABASE_URL ?? "";
const wantsDemo = process.env.DEMO_DATA !== "no";

await migrate(url, undefined, namedLogins());
const isHalf = await isHalfSeeded(url);
const wasSeeded = await isSeeded(url);
const seeds = wantsDemo && !wasSeeded && !isHalf;
const isRefused = process.env.REFUSE_DEMO === "yes" && (seeds || (await hasDemoAccounts(url)));
// The demo county needs every verb of the product; a start that seeds nothing does not wait until all of them are read.
if (seeds && !isRefused)
  await (await import("@/server/demo/main")).seed(url, { now: new Date(), onProgress: progressLine });
process.stdout.write(
  `${JSON.stringify({ isNew: seeds && !isRefused, hasDemo: await hasDemoAccounts(url), isRefused, isHalf, demoPassword })}\n`,
  () => process.exit(0),
);
