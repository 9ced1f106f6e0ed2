// The second process of the house: carries out the jobs that transactions left behind.
import { run } from "graphile-worker";
import { crontab, tasks } from "@/server/jobs/tasks";
import { jobLogger } from "./operation/job-logger";

const runner = await run({
  connectionString: process.env.DATABASE_URL ?? "",
  taskList: tasks,
  crontab,
  concurrency: 4,
  // The supervisor's SIGTERM must end the process even when the library thinks otherwise.
  noHandleSignals: true,
  logger: jobLogger,
});

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void runner.stop().finally(() => process.exit(0));
  });
}
await runner.promise;
