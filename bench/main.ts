// npm run bench -- [--cases N] [--counties K] [--seconds S] [--rounds R] [--connections C] [--only name,name] [--json file]
// [--database URL] [--as-built]: measures this checkout's product beside hand-written SQL, in one run on one machine, and
// prints ratios. --solver measures the solver of convening alone. --database takes an owner's address of a database that
// holds generated counties already; otherwise a server is started for the run and filled.
import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { loginAddresses } from "@/bin/operation/database/logins.mjs";
import { ensureDatabase } from "@/bin/operation/postgres/ensure-database.mjs";
import { memorySettings } from "@/bin/operation/postgres/memory-settings.mjs";
import { temporaryCluster } from "@/bin/operation/postgres/temporary.mjs";
import { ensureBuilt } from "@/bin/operation/checkout/build.mjs";
import { environment } from "@/bin/operation/checkout/settings.mjs";
import { generateCounties, generatedThere } from "@/bin/operation/generate/generate-counties";
import { freePort } from "@/bin/operation/processes/free-port.mjs";
import { atStop, handleSignals, main } from "@/bin/operation/processes/shutdown.mjs";
import { startProcesses } from "@/bin/operation/processes/start-processes.mjs";
import { roundTrips } from "@/bin/operation/testing/round-trips";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";
import { hashPassword } from "@/server/access/passwords";
import { demoPassword } from "@/server/demo/password";
import { Browser, keepingAgent } from "./client";
import { type Measured, type Meters, nothingYet, work } from "./measure";
import { costOfPage, type PageCost } from "./pages";
import { memoryOf, parentOf, processorSeconds, webProcess } from "./processor-time";
import { type Compared, report } from "./report";
import { limitText, type Work, type Worker, works } from "./works";
import { workersIn } from "./workers";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    counties: { type: "string" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "16" },
    only: { type: "string" },
    json: { type: "string" },
    database: { type: "string" },
    "as-built": { type: "boolean", default: false },
    solver: { type: "boolean", default: false },
  },
});
const connections = Number(values.connections);
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Place {
  /** Owner's address of the database. */
  url: string;
  /** Process of the server that it runs on. */
  postmaster: number;
}

/** A server and a database filled with generated counties. */
async function filledDatabase(): Promise<Place> {
  const cases = Number(values.cases);
  let url = values.database;
  if (!url) {
    const cluster = await temporaryCluster("bench", { settings: memorySettings() });
    atStop(cluster.remove, cluster.kill);
    url = await ensureDatabase(cluster.url(), "only-for-this-test-run", "zt_bench");
  }
  Object.assign(process.env, { DATABASE_URL: url, ...loginAddresses(url) });
  await migrate(url, undefined, namedLogins());
  if ((await generatedThere(url)) === 0) {
    say(`Filling the database with ${cases} disputes …`);
    await generateCounties(url, {
      cases,
      counties: values.counties ? Number(values.counties) : undefined,
      now: new Date(),
      passwordHash: await hashPassword(demoPassword),
    });
  }
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const postmaster = parentOf(own?.pid ?? 0);
  await sql.end();
  return { url, postmaster };
}

interface Running {
  base: string;
  web: number;
  worker: number | undefined;
  /** Milliseconds from starting to the first answer. */
  startedIn: number;
}

/** Starts web and worker on the database at `logins`. */
async function startProduct(logins: Record<string, string>, secret: string): Promise<Running> {
  const port = await freePort();
  const where = { port, host: "127.0.0.1", base: `http://localhost:${port}` };
  const env = environment(logins, where, "start", secret);
  env.ZHONGTIAO_CHECKPOINTS = mkdtempSync(path.join(tmpdir(), "zhongtiao-bench-"));
  const began = performance.now();
  const { worker } = await startProcesses(undefined, where, env, { command: "start", logFolder: env.ZHONGTIAO_CHECKPOINTS });
  return { base: where.base, web: webProcess(port), worker: worker(), startedIn: performance.now() - began };
}

/** Holds a worker still, which otherwise asks the database on its own: the other one does its work. */
function hold(worker: number | undefined): void {
  if (worker === undefined) return;
  process.kill(worker, "SIGSTOP");
  atStop(async () => void process.kill(worker, "SIGCONT"));
}

/**
 * How often `once` waits for the database. The least of several: the first makes its statements known, and a busy machine may
 * cut in two what was sent at once (server/testing/round-trips.test.ts counts in the same way).
 */
async function tripsOf(once: (nth: number) => Promise<unknown>, trips: () => number): Promise<number> {
  const counts: number[] = [];
  for (let nth = 900; nth < 908; nth += 1) {
    const before = trips();
    await once(nth).catch(() => undefined);
    counts.push(trips() - before);
    // The end of a transaction that nobody waits for.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Math.min(...counts);
}

/** The logins by way of a proxy on another port, but for the queue's: the worker looks into it all the time. */
const through = (logins: Record<string, string>, way: (address: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(logins).map(([name, address]) => [name, name === "DATABASE_QUEUE_URL" ? address : way(address)]),
  );

/** Both sides take turns, so that whatever else the machine does meets both. */
async function compare(one: Work, workers: readonly Worker[], limit: postgres.Sql, meters: Meters): Promise<Compared> {
  const own = workers.filter(({ role }) => role === one.by);
  const text = limitText(one.limit.file);
  const [byHand, byProduct] = [nothingYet(), nothingYet()];
  const counters = [{ nth: 0 }, { nth: 0 }] as const;
  const turn = (into: Measured, once: (nth: number) => Promise<unknown>, counter: { nth: number }) =>
    work(into, { seconds: Number(values.seconds), connections, meters }, once, counter);
  const who = (nth: number) => own[nth % own.length] as Worker;
  const hand = (nth: number) => limit.unsafe(text, one.limit.values(who(nth), nth) as string[], { prepare: true });
  const product = (nth: number) => one.product(who(nth), nth);
  const alone = nothingYet();
  await work(alone, { seconds: Number(values.seconds) / 2, connections: 1, meters }, product, counters[1]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await turn(byHand, hand, counters[0]);
    await turn(byProduct, product, counters[1]);
  }
  return { name: one.name, must: one.must, byHand, byProduct, alone };
}

async function pagesOf(workers: readonly Worker[], meters: Meters, trips: (() => number) | null): Promise<PageCost[]> {
  const mediator = workers.find(({ role }) => role === "mediator");
  const head = workers.find(({ role }) => role === "stationHead");
  if (!mediator || !head) throw new Error("nobody works");
  const costs: PageCost[] = [];
  const dispute = mediator.disputes[0]?.id ?? "";
  for (const page of ["/today", "/disputes", `/disputes/${dispute}`, "/calendar"])
    costs.push(await costOfPage(mediator.browser, page, meters, trips));
  for (const page of ["/overview", "/red-list"]) costs.push(await costOfPage(head.browser, page, meters, trips));
  return costs.map((cost) => ({ ...cost, path: cost.path.replace(dispute || "-", "…") }));
}

handleSignals();
await main(async () => {
  if (values.solver) {
    await import("./solver");
    return 0;
  }
  const { url, postmaster } = await filledDatabase();
  if (!values["as-built"]) await ensureBuilt();
  // The limit's statements are planned once, like the product's.
  const owner = postgres(url, {
    max: connections,
    onnotice: () => undefined,
    connection: { statement_timeout: 0, plan_cache_mode: "force_generic_plan" },
  });
  atStop(() => owner.end({ timeout: 1 }));
  await owner`drop schema if exists bench_limit cascade`;
  await owner.begin((tx) => tx.unsafe(limitText("prepare.sql")));
  await owner.unsafe("analyze");
  const logins = loginAddresses(url);
  const secret = randomBytes(32).toString("base64url");
  const first = await startProduct(logins, secret);
  const agent = keepingAgent(connections);
  const workers = await workersIn(owner, () => new Browser(first.base, agent));
  const meters: Meters = { database: () => processorSeconds(postmaster), web: () => processorSeconds(first.web) };
  const compared: Compared[] = [];
  const wanted = values.only?.split(",");
  for (const one of works) {
    if (wanted && !wanted.some((name) => one.name.startsWith(name))) continue;
    compared.push(await compare(one, workers, owner, meters));
    say(report.line(compared.at(-1) as Compared));
  }
  const memory = memoryOf(first.web);
  // A second web process, whose database is behind a proxy that counts.
  const proxy = await roundTrips(url);
  atStop(() => proxy.close());
  const second = await startProduct(through(logins, proxy.through), secret);
  hold(second.worker);
  const counted = await workersIn(owner, () => new Browser(second.base, keepingAgent(1)));
  const pages = await pagesOf(counted, { database: meters.database, web: () => processorSeconds(second.web) }, proxy.trips);
  const trips: Record<string, number> = {};
  for (const one of works) {
    const worker = counted.find(({ role }) => role === one.by);
    if (!worker || (wanted && !wanted.some((name) => one.name.startsWith(name)))) continue;
    trips[one.name] = await tripsOf((nth) => one.product(worker, nth), proxy.trips);
  }
  await owner`drop schema bench_limit cascade`;
  const whole = { cases: Number(values.cases), compared, trips, pages, memoryMiB: Math.round(memory), startedIn: Math.round(second.startedIn) };
  say(report.table(whole));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report.json(whole), null, 1)}\n`);
  return 0;
});
