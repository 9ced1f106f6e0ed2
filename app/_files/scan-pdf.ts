/** One page of a scan: a picture as JPEG, with its size in dots. */
export interface ScannedPage {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

/** A4 in points of 1/72 inch, upright. */
const sheet = { short: 595.28, long: 841.89 };
/** White around a picture, so that a page number finds room. */
const edge = 14;

/** Pictures as one PDF, a page each in their order, upright or across as the picture is. Says nothing of when, where or with what it was made. */
export function pdfOfPages(pages: readonly ScannedPage[]): Uint8Array<ArrayBuffer> {
  const written = new Written();
  written.add("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(" ");
  written.object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  written.object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [i, { jpeg, width, height }] of pages.entries()) {
    const [page, drawing, picture] = [3 + i * 3, 4 + i * 3, 5 + i * 3];
    const [wide, high] = width > height ? [sheet.long, sheet.short] : [sheet.short, sheet.long];
    written.object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${drawing} 0 R /Resources << /XObject << /Im ${picture} 0 R >> >> >>`,
    );
    const share = Math.min((wide - 2 * edge) / width, (high - 2 * edge) / height);
    const [w, h] = [width * share, height * share];
    const at = [w, 0, 0, h, (wide - w) / 2, (high - h) / 2].map((number) => number.toFixed(2)).join(" ");
    written.stream(drawing, "", ascii(`q ${at} cm /Im Do Q`));
    const kind = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
    written.stream(picture, `${kind} /Width ${width} /Height ${height}`, jpeg);
  }
  return written.finish(3 + pages.length * 3);
}

/** Bytes one after the other, with the place of each object. */
class Written {
  private readonly parts: Uint8Array[] = [];
  private readonly places: number[] = [];
  private size = 0;

  add(part: string | Uint8Array): void {
    const bytes = typeof part === "string" ? ascii(part) : part;
    this.parts.push(bytes);
    this.size += bytes.length;
  }

  object(number: number, content: string): void {
    this.places[number] = this.size;
    this.add(`${number} 0 obj\n${content}\nendobj\n`);
  }

  stream(number: number, entries: string, bytes: Uint8Array): void {
    this.places[number] = this.size;
    this.add(`${number} 0 obj\n<< ${entries} /Length ${bytes.length} >>\nstream\n`);
    this.add(bytes);
    this.add("\nendstream\nendobj\n");
  }

  finish(count: number): Uint8Array<ArrayBuffer> {
    const table = this.size;
    const lines = Array.from(
      { length: count - 1 },
      (_, i) => `${String(this.places[i + 1]).padStart(10, "0")} 00000 n \n`,
    );
    this.add(`xref\n0 ${count}\n0000000000 65535 f \n${lines.join("")}`);
    this.add(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** Each sign as one byte. */
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
