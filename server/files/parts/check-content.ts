import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";
import { checkPaper } from "./check-paper";
import { typeOfName } from "./file-kinds";
import { checkPdf, isWholePdf } from "./pdf-parts";
import { redraw } from "./redraw-image";

export interface CheckedFile {
  kind: FileKind;
  mime: string;
  /** What is kept: a picture re-encoded, anything else as it came. */
  bytes: Buffer;
}

/**
 * The type of a file by its first bytes and by its ending, which must agree. Pictures are re-encoded, which drops
 * their place and appended data; zipped papers are inspected without trusting the sizes they state. Refuses with a
 * code that says what to do.
 */
export async function checkContent(name: string, bytes: Buffer): Promise<CheckedFile> {
  const type = typeOfName(name);
  if (!type) throw invalid("fileKindRefused");
  const { kind, mime, magic } = type;
  if (magic === null) {
    await checkPaper(bytes);
    return { kind, mime, bytes };
  }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found || !magic.includes(found.ext)) throw invalid("fileNotAsNamed");
  if (kind === "photo") return { kind, mime, bytes: await redraw(bytes, found.ext === "png" ? "png" : "jpeg") };
  // A recording that is an archive or a paper at its end as well.
  if (kind === "audio" && hasSecondFile(bytes)) throw invalid("fileNotAsNamed");
  if (mime === "application/pdf") {
    if (!isWholePdf(bytes)) throw invalid("fileNotAsNamed");
    const finding = checkPdf(bytes);
    if (finding === "active") throw invalid("fileHasActive");
    if (finding === "broken") throw invalid("fileUnreadable");
  }
  return { kind, mime, bytes };
}

/** Whether an archive's directory, a paper or a page begins in the last part of the bytes, where their readers look. */
function hasSecondFile(bytes: Buffer): boolean {
  const tail = bytes.subarray(-66_000).toString("latin1");
  return tail.includes("PK\u0005\u0006") || /%PDF-\d|%%EOF|<script[\s>]|<html[\s>]/i.test(tail);
}
