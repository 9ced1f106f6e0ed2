import type { ActContext } from "../kernel/context";
import type { AddFileInput } from "./inputs";
import { putFile } from "./parts/put-file";

/** Adds a file that came in one request. */
export const addFile = (ctx: ActContext, input: AddFileInput, bytes: Buffer): Promise<{ fileId: string }> =>
  putFile(ctx, input, bytes);
