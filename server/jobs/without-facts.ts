import type { Task, TaskList } from "graphile-worker";
import { Problem } from "../kernel/problem";
import { postgresError } from "../kernel/transaction";

/** The only error a failed job leaves in the queue: a code. */
export class JobFault extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = "JobFault";
  }
}

const plain = /^[\w./-]{1,80}$/;

/** A code for what went wrong: the database's with its constraint, a problem's, Node's, or the error's class. */
function codeOf(error: unknown): string {
  const fault = postgresError(error);
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const found = fault
    ? [fault.code, fault.constraint_name].filter(Boolean).join("/")
    : error instanceof Problem
      ? error.code
      : [code, name].find((one) => typeof one === "string");
  return typeof found === "string" && plain.test(found) ? found : "unknown";
}

const guarded =
  (task: Task): Task =>
  async (payload, helpers) => {
    try {
      return await task(payload, helpers);
    } catch (error) {
      throw new JobFault(codeOf(error));
    }
  };

/**
 * The same tasks, with errors that contain only a code. The queue stores the last error of a job, and the message of a
 * database error repeats the bound values, which are people's names and words.
 */
export const withoutFacts = (tasks: TaskList): TaskList =>
  Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, task && guarded(task)]));
