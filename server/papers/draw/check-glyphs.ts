import { invalid } from "../../kernel/problem";
import { coverage } from "./faces";
import { piecesOf } from "./plain-text";
import type { Sheet } from "./sheet";

/**
 * Refuses a paper with a character that the text face does not have, naming paper, field and character: a paper with an empty
 * box in a name is worse than none. Control characters have no glyph and are refused with the rest.
 */
export async function checkGlyphs(sheet: Sheet): Promise<void> {
  const has = await coverage("song");
  for (const { field, text } of piecesOf(sheet))
    for (const char of text) {
      if (char === "\n" || has(char)) continue;
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      throw invalid("paperGlyphMissing", { paper: sheet.title, field, code: `U+${code}` });
    }
}
