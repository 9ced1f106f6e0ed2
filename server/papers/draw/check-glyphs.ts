import { checkPrintable } from "../../kernel/check-printable";
import { piecesOf } from "./plain-text";
import type { Sheet } from "./sheet";

/**
 * Refuses a paper with a character that the text face does not have, naming paper, field and character: a paper with an empty
 * box in a name is worse than none. Control characters have no glyph and are refused with the rest.
 */
export const checkGlyphs = (sheet: Sheet): Promise<void> => checkPrintable(sheet.title, piecesOf(sheet));
