import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { loginAddresses } from "../database/logins.mjs";
import { account } from "../postgres/account.mjs";
import { createCluster } from "../postgres/create.mjs";
import { ensureDatabase } from "../postgres/ensure-database.mjs";
import { serverPrograms } from "../postgres/place.mjs";
import { startServer } from "../postgres/start.mjs";
import { stopServer } from "../postgres/stop.mjs";
import { runQuietly, typescript } from "../processes/run.mjs";
import { atStop } from "../processes/shutdown.mjs";
import { followCounty, offerFigures, provinceFigures, provinceLogin, provinceTable, thisYear } from "./province.mjs";
import { folderOf } from "./start-program.mjs";

const year = thisYear();

/**
 * Two counties on two clusters and a centre on a third, from the npm packages alone: the centre shows their sums, follows a
 * change within seconds, and can read nothing else of a county.
 * @returns {Promise<number>} exit code
 */
export async function tryProvince() {
  const folder = folderOf(mkdtempSync(path.join(tmpdir(), "zhongtiao-province-")), account());
  atStop(() => rmSync(folder, { recursive: true, force: true }));
  const password = randomBytes(24).toString("base64url");
  process.env.ZHONGTIAO_CONTACT_KEYS = randomBytes(32).toString("base64url");
  const centre = await step(
    "Starting the centre",
    () => server(path.join(folder, "centre"), password),
    () => "",
  );
  /** @type {{ name: string, address: string, received: number }[]} */
  const counties = [];
  for (const [i, name] of ["longyan", "sanming"].entries()) {
    const admin = await step(
      `Starting ${name}`,
      () => server(path.join(folder, name), password),
      () => "",
    );
    const address = await migrated(admin, password);
    await addCounty(address, { name, id: `0190000${i}-0000-7000-8000-000000000001`, received: 10 * (i + 1) });
    await offerFigures(address, password);
    await followCounty(centre, { name, county: address, password });
    counties.push({ name, address, received: 10 * (i + 1) });
  }
  await shows(centre, [10, 20, 30]);
  process.stdout.write(`${provinceTable(await provinceFigures(centre, year))}\n`);
  const [first] = counties;
  if (!first) throw new Fault("no county");
  await onAddress(first.address, `update figure_months set received = received + 5`);
  await shows(centre, [15, 20, 35]);
  // What a county's new primary does not have is its place in the log.
  await followCounty(centre, { name: first.name, county: first.address, password });
  await shows(centre, [15, 20, 35]);
  await readsNothingElse(first.address, password);
  process.stdout.write("The centre followed both counties, and can read nothing else of them.\n");
  return 0;
}

/** A server of the npm packages that writes what others can follow. @param {string} dir @param {string} password */
async function server(dir, password) {
  const programs = serverPrograms();
  await createCluster(programs, dir, password);
  const { pid, port } = await startServer(programs, dir, `${dir}.log`, { settings: { wal_level: "logical" } });
  atStop(() => stopServer(pid));
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** The product's tables in a database of this server; its address as the superuser. @param {string} admin @param {string} password */
async function migrated(admin, password) {
  const owner = await ensureDatabase(admin, password);
  const logins = loginAddresses(owner, () => password);
  await runQuietly(typescript("bin/migrate.ts"), { env: { ...process.env, DATABASE_URL: owner, ...logins } });
  return Object.assign(new URL(admin), { pathname: "/zhongtiao" }).href;
}

/** @param {string} address @param {{ name: string, id: string, received: number }} county */
async function addCounty(address, { name, id, received }) {
  await onAddress(
    address,
    `set session_replication_role = replica;
     insert into counties (id, name) values ('${id}', '${name}');
     insert into stations (county_id, id, name, code) values ('${id}', '${id}', '${name} 1', 'AA');
     insert into figure_months (county_id, scope, at_month, moment_month, received)
       values ('${id}', '${id}', '${year}-01-01', '${year}-01-01', ${received}), ('${id}', 'neighbour', '${year}-01-01', '${year}-01-01', ${received})`,
  );
}

/** Waits until the centre shows these sums. @param {string} centre @param {number[]} wanted */
async function shows(centre, wanted) {
  let found = "";
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(200)) {
    found = (await provinceFigures(centre, year)).map(({ figures }) => figures.received).join();
    if (found === wanted.join()) return;
  }
  throw new Fault(`The centre shows ${found} and not ${wanted}.`);
}

/** @param {string} address @param {string} password */
async function readsNothingElse(address, password) {
  const own = Object.assign(new URL(address), { username: provinceLogin, password }).href;
  for (const table of ["disputes", "people", "parties", "events"]) {
    const said = await onAddress(own, `select * from ${table}`).catch((error) => error.code);
    if (said !== "42501") throw new Fault(`The province can read ${table}.`);
  }
}

/** @param {string} address @param {string} text */
async function onAddress(address, text) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
