import { type Piece, valuesOf } from "./xml-parts";

/** Fields that only show what is in the paper, its properties or the date. All others may fetch or start something. */
const harmless = new Set(
  `= ADDIN ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE
   DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX
   INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM
   SAVEDATE SECTION SECTIONPAGES SEQ SHAPE STYLEREF SUBJECT SYMBOL TA TC TIME TITLE TOA TOC USERADDRESS USERINITIALS
   USERNAME XE`.split(/\s+/),
);
/** Paths of programs and of other machines, which a link in a field may not name. */
const elsewhere = /\\\\|file:|javascript:|ms-[a-z]+:/i;

/** Where a link may lead: to a page, a mail or a telephone, or to a place in the paper. */
export const openLink = /^(https?:|mailto:|tel:|#)/i;

/** An address outside the file: with a scheme, or on another machine. */
export const leadsOut = /^([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i;

/** Whether a link's field leads where links may: its first word that is no switch and belongs to none. */
function leadsWhereLinksMay(instruction: string): boolean {
  const [, ...words] = instruction.match(/"[^"]*"|\S+/g) ?? [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    // \l, \o and \t take the word behind them: a place in the paper, a tip, a frame.
    if (/^\\[lot]$/i.test(word)) at += 1;
    else if (!word.startsWith("\\")) return openLink.test(word.replaceAll('"', "").trim());
  }
  return true;
}

/** Whether an instruction, put together from all its runs, starts with a field that only shows something. */
function isHarmless(instruction: string): boolean {
  const [, word = ""] = /^\s*"?\s*(=|[A-Za-z]+)/.exec(instruction) ?? [];
  const name = word.toUpperCase();
  if (!harmless.has(name) || elsewhere.test(instruction)) return false;
  return name !== "HYPERLINK" || leadsWhereLinksMay(instruction);
}

/** Follows the fields of one part of a paper, piece by piece; `isActive` once one of them may fetch or start something. */
export class FieldWatch {
  isActive = false;
  private readonly open: { instruction: string; hasInner: boolean; isJudged: boolean }[] = [];
  private isInstruction = false;

  see(piece: Piece): void {
    if (piece.is === "text") {
      const field = this.open.at(-1);
      if (this.isInstruction && field && !field.isJudged) field.instruction += piece.text;
      else if (this.isInstruction && !field && piece.text.trim()) this.isActive = true;
      return;
    }
    if (piece.name === "instrText" || piece.name === "delInstrText") this.isInstruction = piece.is === "start";
    if (piece.is !== "start") return;
    const types = piece.name === "fldChar" ? valuesOf(piece.attributes, "fldCharType") : [];
    if (types.length > 1) this.isActive = true;
    const [type] = types;
    if (type === "begin") {
      const outer = this.open.at(-1);
      if (outer) outer.hasInner = true;
      // Instructions put together by fields inside them, before a word of their own, are how scripts hide.
      if (outer && !outer.isJudged && !outer.instruction.trim()) this.isActive = true;
      this.open.push({ instruction: "", hasInner: false, isJudged: false });
    } else if (type === "separate") this.judge();
    else if (type === "end") {
      this.judge();
      this.open.pop();
    }
    if (piece.name === "fldSimple" && !valuesOf(piece.attributes, "instr").every(isHarmless)) this.isActive = true;
  }

  /** A field without an end is judged as well. */
  finish(): void {
    while (this.open.length > 0) {
      this.judge();
      this.open.pop();
    }
  }

  private judge(): void {
    const field = this.open.at(-1);
    if (!field || field.isJudged) return;
    field.isJudged = true;
    if (field.instruction.trim() ? !isHarmless(field.instruction) : field.hasInner) this.isActive = true;
  }
}
