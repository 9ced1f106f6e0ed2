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
  /** What is kept: a picture drawn anew, anything else as it came. */
  bytes: Buffer;
}

/**
 * What a file is, by its first bytes and by its ending; both have to agree. Pictures are drawn anew, which drops
 * where they were taken and whatever hung behind them; packed papers are looked through without trusting their
 * figures. Refuses with a code that says what to do.
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
