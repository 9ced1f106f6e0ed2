import type { TaskList } from "graphile-worker";
import type { CheckpointKeeper } from "../audit/parts/checkpoint-keeper";
import { timeOf } from "./time-of";

/** The task that signs checkpoints. Its keeper is passed in by the program that starts the worker. */
export const checkpointTasks = (keeper: CheckpointKeeper): TaskList => ({
  signCheckpoint: async (_payload, { job }) => {
    await keeper.takeWhenDue(timeOf(job));
  },
});

/** Looked at each minute; the rule `checkpoint.minutes` says how often one is signed. */
export const checkpointCrontab = "* * * * * signCheckpoint";
