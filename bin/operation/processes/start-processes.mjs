import path from "node:path";
import { pathToFileURL } from "node:url";
import { dataDir, distDir, inModules } from "../checkout/paths.mjs";
import { allowedDangers } from "../checkout/safety.mjs";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { guardDatabase } from "../database/guard-database.mjs";
import { awaitReady } from "./await-ready.mjs";
import { ordinaryUser } from "./ordinary-user.mjs";
import { atStop, isStopping } from "./shutdown.mjs";
import { supervise } from "./supervisor.mjs";

const preload = (/** @type {string} */ file) => ["--import", pathToFileURL(path.join(import.meta.dirname, file)).href];
/**
 * Heap limits of the web process in megabytes: without them it grows under load for as long as the machine has memory.
 * glibc keeps what it freed in up to eight arenas a core; two are enough for a process with one busy thread.
 */
const heap = ["--max-old-space-size=384"];
const arenas = { MALLOC_ARENA_MAX: "2" };
/** What the web process loads before Next. */
const preloads = ["refuse-malformed.mjs", "stamp-requests.mjs", "answer-calls.mjs"].flatMap(preload);
const next = inModules("next", "dist", "bin", "next");
/**
 * By default Next closes a connection that was idle for five seconds, and a request sent at that moment is lost. A
 * proxy such as nginx reuses its connections for a minute, so ours have to stay open longer than that.
 */
const keepAlive = { start: ["--keepAliveTimeout", "75000"], dev: [] };

/** The folders that web and worker write into; their logs are opened by this process. @param {NodeJS.ProcessEnv} env */
const writtenFolders = (env) => [
  env.ZHONGTIAO_FILES ?? path.join(dataDir, "files"),
  env.ZHONGTIAO_CHECKPOINTS ?? path.join(dataDir, "checkpoints"),
  env.ZHONGTIAO_CERTIFICATES ?? path.join(dataDir, "certificates"),
  ...(env.ZHONGTIAO_CHECKPOINTS_COPY ? [env.ZHONGTIAO_CHECKPOINTS_COPY] : []),
  path.join(dataDir, "outbox"),
  path.join(distDir, "cache"),
];

/**
 * Starts web and worker under supervision and waits until they are ready. They are stopped in the
 * order web, worker, database, all within ten seconds.
 * @param {{ isAlive: () => boolean, restart: () => Promise<unknown> } | undefined} server the embedded one, if any
 * @param {{ port: number, host: string, base: string }} where
 * @param {NodeJS.ProcessEnv} env of both
 * @param {{ command: "start" | "dev", logFolder?: string }} options `logFolder` of a system under test,
 *   which is not noted as that of this checkout
 * @returns {Promise<{ ended: Promise<never>, web: () => number | undefined, worker: () => number | undefined }>} `ended`
 *   fails when a child was given up; `web` and `worker` give their process ids
 */
export async function startProcesses(server, where, env, { command, logFolder }) {
  // The development server writes its build as it goes, in a folder of whoever develops.
  const as = command === "start" ? ordinaryUser(writtenFolders(env)) : {};
  const isRoot = command === "start" && as.uid === undefined && process.getuid?.() === 0;
  // Only where ALLOW_UNSAFE permits it: a container's root has the container's rights.
  if (isRoot && allowedDangers().includes("root"))
    env.ZHONGTIAO_DANGERS = [env.ZHONGTIAO_DANGERS, "root"].filter(Boolean).join(",");
  const options = { show: command === "dev", logFolder, isNoted: !logFolder, as };
  let hasFailed = false;
  /** @type {(reason: string) => void} */
  let fail = () => undefined;
  /** @type {Promise<never>} */
  const ended = new Promise((_, reject) => {
    fail = (reason) => {
      hasFailed = true;
      reject(new Fault(reason));
    };
  });
  ended.catch(() => undefined);
  if (server) atStop(guardDatabase(server, fail));
  const worker = supervise(
    "worker",
    ["--import", "tsx", "bin/worker.ts"],
    // What draws papers and pictures frees much from many threads: with an arena for each, glibc keeps 150 MB more of a dossier.
    { MALLOC_ARENA_MAX: "2", ...env, ZHONGTIAO_PROCESS: "worker" },
    fail,
    options,
  );
  atStop(() => worker.stop(2_500));
  const web = supervise(
    "web",
    [
      ...(command === "start" ? heap : []),
      ...preloads,
      next,
      command,
      "-p",
      String(where.port),
      "-H",
      where.host,
      ...keepAlive[command],
    ],
    { ...env, ...arenas },
    fail,
    options,
  );
  atStop(() => web.stop(3_500));
  await step("Starting the web server and the worker", async () => {
    const ready = awaitReady(where.base, { hasFailed: () => hasFailed || isStopping() }).catch((error) => {
      throw new Fault(`${error.message} Its last words:\n${web.lastWords()}`);
    });
    await Promise.race([ended, ready]);
  });
  return { ended, web: web.pid, worker: worker.pid };
}
