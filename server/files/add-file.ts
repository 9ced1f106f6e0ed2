import type { ActContext } from "../kernel/context";
import type { AddFileInput } from "./inputs";
import { addToLane } from "./parts/add-to-lane";

/** Adds a file that came in one request. */
export const addFile = (ctx: ActContext, input: AddFileInput, bytes: Buffer): Promise<{ fileId: string }> =>
  addToLane(ctx, input, bytes);
