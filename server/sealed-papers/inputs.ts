import * as z from "zod";
import { words } from "../kernel/words";

/** What somebody holds of a sealed paper: the code that is printed on it, or the hash of the file. */
export const checkPaperInput = z
  .strictObject({
    code: words(60).default(""),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null),
  })
  .refine(({ code, sha256 }) => code !== "" || sha256 !== null);
export type CheckPaperInput = z.output<typeof checkPaperInput>;
