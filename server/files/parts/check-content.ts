import type { FileKind } from "@/db/vocabulary";
import { invalid } from "../../kernel/problem";
import { typeOfName } from "./file-kinds";
import type { ContentFault } from "./judge-content";
import { judgeInBounds } from "./judge-in-bounds";
import { redraw } from "./redraw-image";

export interface CheckedFile {
  kind: FileKind;
  mime: string;
  /** What is kept: a picture re-encoded, anything else as it came. */
  bytes: Buffer;
  /** A picture, small, for lists; null of anything else. */
  small: Buffer | null;
}

/**
 * The kind of a file and what is kept of it. Pictures are re-encoded, which drops their place and appended data; papers
 * and recordings are read to their end in a process of its own. Refuses with a code that says what to do.
 */
export async function checkContent(
  name: string,
  bytes: Buffer,
  judge: (name: string, bytes: Buffer) => Promise<ContentFault | null> = judgeInBounds,
): Promise<CheckedFile> {
  const type = typeOfName(name);
  if (!type) throw invalid("fileKindRefused");
  const { kind, mime } = type;
  const fault = await judge(name, bytes);
  if (fault) throw invalid(fault);
  if (kind === "photo") return { kind, mime, ...(await redraw(bytes, mime === "image/png" ? "png" : "jpeg")) };
  return { kind, mime, bytes, small: null };
}
