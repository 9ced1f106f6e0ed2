import type { Context } from "../kernel/context";
import { countLookups } from "./hourly-limit";
import type { Action } from "./policy";

/** Counts a sheet towards those that a person may take out in an hour, however often it is the same; else `exportsUsedUp`. */
export const countExport = (ctx: Context, action: Action): Promise<void> =>
  countLookups(ctx, "export", [`${action} ${ctx.now.toISOString()}`]);
