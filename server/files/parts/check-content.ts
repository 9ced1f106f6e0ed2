import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";
import { checkPaper } from "./check-paper";
import { typeOfName } from "./file-kinds";
import { hasActiveParts, isWholePdf } from "./pdf-parts";
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
  if (mime === "application/pdf") {
    if (!isWholePdf(bytes)) throw invalid("fileNotAsNamed");
    if (hasActiveParts(bytes)) throw invalid("fileHasActive");
  }
  return { kind, mime, bytes };
}
