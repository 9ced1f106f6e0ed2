// The second process of the system: carries out the jobs that transactions enqueued.
import { EventEmitter } from "node:events";
import path from "node:path";
import { run, type WorkerEvents } from "graphile-worker";
import { checkpointFolder, checkpointKeeper } from "@/server/audit/parts/checkpoint-keeper";
import { authorityIn, certificateFolder } from "@/server/certificates/parts/certificate-folder";
import { ownSigner } from "@/server/certificates/parts/own-certificate.mjs";
import { checkpointCrontab, checkpointTasks } from "@/server/jobs/checkpoint-tasks";
import { notificationCrontab, notificationTasks } from "@/server/jobs/notification-tasks";
import { crontab, tasks } from "@/server/jobs/tasks";
import { withoutFacts } from "@/server/jobs/without-facts";
import { watchForDead } from "@/server/kernel/dead-workers";
import { untilTakesWrites } from "@/server/kernel/until-takes-writes";
import { portsFrom } from "@/server/notifications/ports/choose";
import { jobLogger } from "./operation/worker/job-logger";
import { messageTexts } from "./operation/worker/message-texts";

// The queue's own login: it takes jobs and reads nothing else.
const url = process.env.DATABASE_QUEUE_URL ?? "";
const messaging = {
  ...messageTexts,
  ports: portsFrom(process.env, path.join(".data", "outbox")),
  baseUrl: (process.env.NEXTAUTH_URL ?? "http://localhost:3000").replace(/\/+$/, ""),
  mailFrom: process.env.MAIL_FROM ?? "notices@localhost",
};
const keeper = checkpointKeeper({
  folder: checkpointFolder(),
  copyFolder: process.env.ZHONGTIAO_CHECKPOINTS_COPY,
});
// The authority of this installation is made at the first start, so that its certificate can be handed out before the first seal.
if (!ownSigner(process.env, new Date())) await authorityIn(certificateFolder(), new Date());
const events: WorkerEvents = new EventEmitter();
await untilTakesWrites(url);
const watch = watchForDead(url, events);

const runner = await run({
  connectionString: url,
  taskList: withoutFacts({ ...tasks, ...notificationTasks(messaging), ...checkpointTasks(keeper) }),
  crontab: [crontab, notificationCrontab, checkpointCrontab].join("\n"),
  concurrency: 4,
  // The supervisor's SIGTERM must end the process even when the library thinks otherwise.
  noHandleSignals: true,
  logger: jobLogger,
  events,
});
// Jobs of a killed worker are taken up as soon as the database has noticed that its connection is gone.
const freeing = setInterval(() => void watch.free().catch(() => undefined), 3_000);

/** Signs what was done since the last checkpoint as well, so that a database changed while nothing runs is found. */
async function stop(): Promise<void> {
  await runner.stop();
  await keeper.take(new Date()).catch((error) => jobLogger.error(`no checkpoint at the end: ${String(error?.name)}`));
}

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    clearInterval(freeing);
    void stop().finally(() => process.exit(0));
  });
}
await runner.promise;
