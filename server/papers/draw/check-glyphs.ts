import { invalid } from "../../kernel/problem";
import { coverage } from "./faces";
import { piecesOf } from "./plain-text";
import type { Sheet } from "./sheet";

/**
 * Refuses a paper with a character that the text face does not have, naming paper, field and character: a paper with an empty
 * box in a name is worse than none. Control characters have no glyph and are refused with the rest.
 */
export const checkGlyphs = (sheet: Sheet): Promise<void> => checkPrintable(sheet.title, piecesOf(sheet));

/** The same of words that are to stand on the paper of this title. */
export async function checkPrintable(paper: string, pieces: Iterable<{ field: string; text: string }>): Promise<void> {
  const has = await coverage("song");
  for (const { field, text } of pieces)
    for (const char of text) {
      if (char === "\n" || has(char)) continue;
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      throw invalid("paperGlyphMissing", { paper, field, code: `U+${code}` });
    }
}
