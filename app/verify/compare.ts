import { createHash } from "node:crypto";
import type { CheckedPaper } from "@/server/sealed-papers/check-paper";

/** What a file is beside the sealed paper that is known. */
export type Compared = "same" | "added" | "altered";

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const before = Buffer.from("/ContactInfo (");
const codeLength = 12;

/**
 * The hash of a file, and the code that its signature names, the last there is; "" where none is to be found. Looked for in the
 * bytes, from the end: a file may say it a million times.
 */
export function traceOf(file: Buffer): { sha256: string; code: string } {
  for (let at = file.lastIndexOf(before); at >= 0; at = at > 0 ? file.lastIndexOf(before, at - 1) : -1) {
    const from = at + before.length;
    const said = file.toString("latin1", from, from + codeLength + 1);
    if (/^[A-Z2-9]{12}\)$/.test(said)) return { sha256: sha256Of(file), code: said.slice(0, codeLength) };
  }
  return { sha256: sha256Of(file), code: "" };
}

/** Whether a file is the sealed paper, has it unchanged with something added behind it, or is another. */
export function comparedWith(file: Buffer, known: Pick<CheckedPaper, "sha256" | "bytes">): Compared {
  if (sha256Of(file) === known.sha256) return "same";
  return sha256Of(file.subarray(0, known.bytes)) === known.sha256 ? "added" : "altered";
}
