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

/**
 * Pictures as one PDF, a page each in their order, upright or across as the picture is. Says nothing of when, where or with what
 * it was made.
 */
export async function pdfOfPages(pages: readonly ScannedPage[]): Promise<Uint8Array<ArrayBuffer>> {
  const { PDFDocument } = await import("pdf-lib");
  const paper = await PDFDocument.create({ updateMetadata: false });
  for (const { jpeg, width, height } of pages) {
    const [wide, high] = width > height ? [sheet.long, sheet.short] : [sheet.short, sheet.long];
    const share = Math.min((wide - 2 * edge) / width, (high - 2 * edge) / height);
    const size = { width: width * share, height: height * share };
    const at = { x: (wide - size.width) / 2, y: (high - size.height) / 2 };
    paper.addPage([wide, high]).drawImage(await paper.embedJpg(jpeg), { ...at, ...size });
  }
  // A table of objects that can be read without unpacking anything, as the check of files does.
  return new Uint8Array(await paper.save({ useObjectStreams: false }));
}
