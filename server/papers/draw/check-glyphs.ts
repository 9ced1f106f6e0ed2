import { unprintableIn } from "../../kernel/glyphs";
import { invalid } from "../../kernel/problem";
import { piecesOf } from "./plain-text";
import type { Sheet } from "./sheet";

/**
 * Refuses a paper with a character that the text face does not have, naming paper, field and character: a paper with an empty
 * box in a name is worse than none. Control characters have no glyph and are refused with the rest.
 */
export const checkGlyphs = (sheet: Sheet): Promise<void> => checkPrintable(sheet.title, piecesOf(sheet));

/** The same of words that are to stand on the paper of this title. */
export async function checkPrintable(paper: string, pieces: Iterable<{ field: string; text: string }>): Promise<void> {
  for (const { field, text } of pieces) {
    const code = await unprintableIn(text);
    if (code) throw invalid("paperGlyphMissing", { paper, field, code });
  }
}
