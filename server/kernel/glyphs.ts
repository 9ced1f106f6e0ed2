import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The faces of official papers, shipped with the product (fonts/README.md): a text face that has every Han character of the
 * standard Unicode planes it was made for, and two small ones for titles and headings.
 */
export const faces = { song: "Zhongtiao Song", title: "Zhongtiao Title", hei: "Zhongtiao Hei" } as const;
export type Face = keyof typeof faces;

/** Where they are shipped; `cwd` is the checkout in every process that draws. */
export const fontFolder = path.join(process.cwd(), "server", "papers", "fonts");

type Range = readonly [first: number, last: number];
const read = new Map<Face, Promise<readonly Range[]>>();

/** The first character of a text that no paper can show, as U+ and its number; null where all of them can be printed. */
export async function unprintableIn(text: string): Promise<string | null> {
  const has = await coverage("song");
  const missing = [...text].find((char) => char !== "\n" && !has(char));
  return missing === undefined
    ? null
    : `U+${(missing.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether a face has a glyph for a character. */
export async function coverage(face: Face): Promise<(char: string) => boolean> {
  const known = read.get(face) ?? rangesOf(face);
  read.set(face, known);
  const ranges = await known;
  return (char) => {
    const code = char.codePointAt(0) ?? 0;
    let from = 0;
    let to = ranges.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const [first, last] = ranges[middle] as Range;
      if (code < first) to = middle;
      else if (code > last) from = middle + 1;
      else return true;
    }
    return false;
  };
}

/** What the font's cmap covers: format 12 where there are characters beyond the basic plane, else format 4. Both are sorted. */
async function rangesOf(face: Face): Promise<readonly Range[]> {
  const font = await readFile(path.join(fontFolder, `${face}.otf`));
  const cmap = tableAt(font, "cmap");
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + i * 8),
  );
  const ofFormat = (format: number) => tables.find((table) => font.readUInt16BE(table) === format);
  const wide = ofFormat(12);
  if (wide !== undefined)
    return Array.from({ length: font.readUInt32BE(wide + 12) }, (_, i) => {
      const at = wide + 16 + i * 12;
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
    });
  const basic = ofFormat(4);
  if (basic === undefined) throw new Error(`no cmap of format 4 or 12 in ${face}`);
  const doubled = font.readUInt16BE(basic + 6);
  return Array.from({ length: doubled / 2 }, (_, i) => {
    const last = basic + 14 + i * 2;
    return [font.readUInt16BE(last + doubled + 2), font.readUInt16BE(last)] as const;
  });
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const record = 12 + i * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`no table ${tag}`);
}
