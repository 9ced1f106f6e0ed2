// The system on more than one machine, tried out on this one (docs/scale.md): `up` brings all of it up, `try` kills parts of it
// under load, `suites` runs suites behind PgBouncer.
import "./operation/checkout/node-version.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { Fault } from "./operation/console/fault.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

handleSignals();
await main(async () => {
  const [command, ...rest] = process.argv.slice(2);
  await ensureInstalled();
  if (command === "up") {
    const { bringUp } = await import("./operation/scale/bring-up.mjs");
    const { base } = await bringUp({ port: Number(process.env.PORT || 3000) });
    process.stdout.write(`\nReady at ${base}; Ctrl-C ends all of it.\n`);
    return new Promise(() => setInterval(() => undefined, 60_000));
  }
  if (command === "try") return (await import("./operation/scale/try-failures.mjs")).tryFailures();
  if (command === "province") return province(rest);
  if (command === "suites") return (await import("./operation/scale/run-pooled-suites.mjs")).runPooledSuites(rest);
  throw new Fault("It takes up, try, province or suites.");
});

/** `try`, or what an operator does in a county (`offer`) and at the centre (`follow`, `show`). @param {string[]} words */
async function province([act, name = ""]) {
  if (act === "try") return (await import("./operation/scale/try-province.mjs")).tryProvince();
  const { followCounty, offerFigures, provinceFigures, provinceTable, thisYear } = await import(
    "./operation/scale/province.mjs"
  );
  const { DATABASE_URL: county = "", CENTRE_URL: centre = "", PROVINCE_PASSWORD: password = "" } = process.env;
  if (act === "offer") return offerFigures(county, password);
  if (act === "follow") return followCounty(centre, { name, county, password });
  if (act !== "show") throw new Fault("npm run scale:province -- offer | follow <name> | show | try");
  process.stdout.write(`${provinceTable(await provinceFigures(centre, thisYear()))}\n`);
}
