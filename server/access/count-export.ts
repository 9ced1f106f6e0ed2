import type { Context } from "../kernel/context";
import { newId } from "../kernel/ids";
import { countLookups } from "./hourly-limit";
import type { Action } from "./policy";

/**
 * Counts a sheet towards those that a person may take out in an hour, however often it is the same, and each of those that
 * one request asks for; else `exportsUsedUp`.
 */
export const countExport = (ctx: Context, action: Action): Promise<void> =>
  countLookups(ctx, "export", [`${action} ${newId(ctx.now)}`]);
