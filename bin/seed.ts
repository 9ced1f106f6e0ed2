// npm run db:seed: migrates, then fills an empty database with the demo county, played through the verbs (--stations N).
// npm run db:seed -- --cases N [--counties K] [--add]: streams N generated disputes into K new counties, any number of them.
import { parseArgs } from "node:util";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { hashPassword } from "@/server/access/passwords";
import { isHalfSeeded, isSeeded } from "@/server/demo/demo-state";
import { seed } from "@/server/demo/main";
import { demoPassword } from "@/server/demo/password";
import { progressLine } from "./operation/console/progress-line";
import { generateCounties, generatedThere } from "./operation/generate/generate-counties";

const { values } = parseArgs({
  options: {
    cases: { type: "string" },
    counties: { type: "string" },
    stations: { type: "string" },
    add: { type: "boolean", default: false },
  },
});
const url = process.env.DATABASE_URL ?? "";

/** A whole number from the command line, or nothing when it was not given. */
function count(name: "cases" | "counties" | "stations"): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`--${name} wants a whole number above 0, not "${text}"`);
  return Number(text);
}

async function generate(cases: number): Promise<void> {
  const there = await generatedThere(url);
  if (there > 0 && !values.add) {
    process.stdout.write(
      `${there} generated counties are there already. Add more: --add; begin anew: npm run db:reset\n`,
    );
    process.exitCode = 1;
    return;
  }
  const passwordHash = await hashPassword(demoPassword);
  const began = Date.now();
  const counties = await generateCounties(url, {
    cases,
    counties: count("counties"),
    stations: count("stations"),
    now: new Date(),
    passwordHash,
    onProgress: progressLine,
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  const [first] = counties;
  process.stdout.write(`${cases} disputes in ${counties.length} counties after ${seconds} s.\n`);
  process.stdout.write(
    `Sign in as ${first?.stations[0]?.mediators[0]?.username} or ${first?.stations[0]?.head.username}.\n`,
  );
}

await migrate(url, undefined, namedLogins());
const cases = count("cases");
if (cases !== undefined) {
  await generate(cases);
} else if (await isHalfSeeded(url)) {
  process.stdout.write("The demo county was begun and never finished; npm run db:reset begins anew.\n");
  process.exitCode = 1;
} else if (await isSeeded(url)) {
  process.stdout.write("The demo county is there already; npm run db:reset begins anew.\n");
} else {
  await seed(url, { stations: count("stations"), now: new Date(), onProgress: progressLine });
  process.stdout.write("The demo county is ready.\n");
}
process.exit();
