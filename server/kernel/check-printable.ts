import { unprintableIn } from "./glyphs";
import { invalid } from "./problem";

/** Refuses as paperGlyphMissing, with the field and the character's number, words of a paper of this title that no glyph shows. */
export async function checkPrintable(paper: string, pieces: Iterable<{ field: string; text: string }>): Promise<void> {
  for (const { field, text } of pieces) {
    const code = await unprintableIn(text);
    if (code) throw invalid("paperGlyphMissing", { paper, field, code });
  }
}
