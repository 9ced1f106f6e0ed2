import { createHash } from "node:crypto";
import type { CheckedPaper } from "@/server/sealed-papers/check-paper";

/** What a file is beside the sealed paper that is known. */
export type Compared = "same" | "added" | "altered";

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The hash of a file, and the code that its signature names; "" where none is to be found. */
export function traceOf(file: Buffer): { sha256: string; code: string } {
  const codes = [...file.toString("latin1").matchAll(/\/ContactInfo \(([A-Z2-9]{12})\)/g)];
  return { sha256: sha256Of(file), code: codes.at(-1)?.[1] ?? "" };
}

/** Whether a file is the sealed paper, has it unchanged with something added behind it, or is another. */
export function comparedWith(file: Buffer, known: Pick<CheckedPaper, "sha256" | "bytes">): Compared {
  if (sha256Of(file) === known.sha256) return "same";
  return sha256Of(file.subarray(0, known.bytes)) === known.sha256 ? "added" : "altered";
}
