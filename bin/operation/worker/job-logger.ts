import { Logger } from "graphile-worker";
import { pino } from "pino";

const log = pino({ base: { process: "worker" }, timestamp: pino.stdTimeFunctions.isoTime });

/**
 * The worker's log. Only named fields get through: the message of a database error repeats the bound
 * parameters, which are names and notes of people.
 */
export const jobLogger = new Logger((scope) => (level, message, meta) => {
  const error = meta?.error as { name?: string; code?: string } | undefined;
  const fields = {
    label: scope.label,
    task: scope.taskIdentifier,
    job: scope.jobId,
    error: error && (error.code ?? error.name ?? "unknown"),
  };
  const write = level === "warning" ? "warn" : level;
  log[write](fields, error ? `${scope.jobId ? "a job" : "the worker"} met an error` : message);
});
