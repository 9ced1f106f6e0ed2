import { fileTypeFromBuffer } from "file-type";
import { invalid, Problem } from "../../kernel/problem";
import { checkPaper } from "./check-paper";
import { typeOfName } from "./file-kinds";
import { isWholeMp3 } from "./mp3-frames";
import { isWholeMp4 } from "./mp4-boxes";
import { isWholeOgg } from "./ogg-pages";
import { checkPdf, isWholePdf } from "./pdf-parts";
import { isWholeWebm } from "./webm-elements";

/** Why a file is not taken. */
export const contentFaults = ["fileKindRefused", "fileNotAsNamed", "fileHasActive", "fileUnreadable"] as const;
export type ContentFault = (typeof contentFaults)[number];

const recordings: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  "audio/mpeg": isWholeMp3,
  "audio/mp4": isWholeMp4,
  "video/mp4": isWholeMp4,
  "audio/ogg": isWholeOgg,
  "audio/webm": isWholeWebm,
};

/**
 * Judges a file by its first bytes and by its ending, which must agree, and reads it to its end: papers without trusting
 * the sizes they state, recordings part by part. Null when it may be taken. Pictures are judged by who redraws them. It may
 * take long, or much memory: the product asks `judgeInBounds`.
 */
export async function judgeContent(name: string, bytes: Buffer): Promise<ContentFault | null> {
  try {
    await judge(name, bytes);
    return null;
  } catch (error) {
    const fault = contentFaults.find((each) => error instanceof Problem && error.code === each);
    if (fault) return fault;
    throw error;
  }
}

async function judge(name: string, bytes: Buffer): Promise<void> {
  const type = typeOfName(name);
  if (!type) throw invalid("fileKindRefused");
  const { kind, mime, magic } = type;
  if (magic === null) return checkPaper(bytes);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found || !magic.includes(found.ext)) throw invalid("fileNotAsNamed");
  if (kind === "photo") return;
  if (mime === "application/pdf") {
    if (!isWholePdf(bytes)) throw invalid("fileNotAsNamed");
    const finding = checkPdf(bytes);
    if (finding === "active") throw invalid("fileHasActive");
    if (finding === "broken") throw invalid("fileUnreadable");
    return;
  }
  // A recording that is an archive or a paper at its end as well.
  if (hasSecondFile(bytes)) throw invalid("fileNotAsNamed");
  if (!recordings[mime]?.(bytes)) throw invalid("fileUnreadable");
}

/** Whether an archive's directory, a paper or a page begins in the last part of the bytes, where their readers look. */
function hasSecondFile(bytes: Buffer): boolean {
  const tail = bytes.subarray(-66_000).toString("latin1");
  return tail.includes("PK\u0005\u0006") || /%PDF-\d|%%EOF|<script[\s>]|<html[\s>]/i.test(tail);
}
