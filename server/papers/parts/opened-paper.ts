import { wordMime } from "../choices";

export type PaperFormat = "pdf" | "docx";
export const paperMimes: Record<PaperFormat, string> = { pdf: "application/pdf", docx: wordMime };

/** A drawn paper as it is given out. */
export interface OpenedPaper {
  name: string;
  mime: string;
  bytes: Buffer;
}
