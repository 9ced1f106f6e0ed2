import type { TaskList } from "graphile-worker";

/** Tasks of the worker, by the name that `enqueue` uses. Handlers may run twice and must not mind. */
export const tasks: TaskList = {};
