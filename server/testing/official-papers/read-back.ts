import { constants, inflateRawSync, inflateSync } from "node:zlib";
import { entriesOf } from "@/server/files/parts/zip-entries";

/** Where a piece of text stands on its page, in points from its left and upper edge. */
export interface Placed {
  page: number;
  text: string;
  left: number;
  right: number;
  /** Of the line the characters stand on. */
  base: number;
  size: number;
}

/** The pages' texts with their places, as any reader of PDF gets them. */
export async function readPdf(bytes: Buffer): Promise<{ pages: number; texts: Placed[] }> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const texts: Placed[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const drawn = await pdf.getPage(page);
    const [, , , height] = drawn.view as [number, number, number, number];
    for (const item of (await drawn.getTextContent()).items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [size, , , , left, bottom] = item.transform as [number, number, number, number, number, number];
      texts.push({ page, text: item.str, left, right: left + item.width, base: height - bottom, size });
    }
  }
  return { pages: pdf.numPages, texts };
}

/** The labels of its pages and its bookmarks; a bookmark's children behind it. */
export async function readOutline(bytes: Buffer): Promise<{ labels: string[]; bookmarks: [string, string[]][] }> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const outline = (await pdf.getOutline()) ?? [];
  return {
    labels: (await pdf.getPageLabels()) ?? [],
    bookmarks: outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
  };
}

/** Its words, properties, marks and all streams, unpacked: whatever somebody finds who looks into the file. */
export async function everythingInPdf(bytes: Buffer): Promise<string> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { texts } = await readPdf(bytes);
  const beside = [await pdf.getMetadata(), await readOutline(bytes), await pdf.getAttachments()];
  const packedStreams = bytes.toString("latin1").matchAll(/stream\r?\n/g);
  const streams = [...packedStreams].map(({ index, 0: head }) => {
    try {
      return inflateSync(bytes.subarray(index + head.length), { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8");
    } catch {
      return "";
    }
  });
  return [texts.map(({ text }) => text).join(""), JSON.stringify(beside), bytes.toString("utf8"), ...streams].join(
    "\n",
  );
}

/** One file within a Word file. */
export const partOf = (bytes: Buffer, name: string): string => {
  const entry = entriesOf(bytes)?.find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return (entry.method === 8 ? inflateRawSync(entry.data) : entry.data).toString("utf8");
};

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text of a Word file in the order of its document; feet are read by their own names. */
export function readWord(bytes: Buffer, part = "word/document.xml"): string {
  const xml = partOf(bytes, part);
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ""))
    .join("");
}

/** Without gaps, of which a renderer makes what it likes. */
export const packed = (text: string): string => text.replace(/\s/gu, "");

/** What the pages draw, in the language of PDF: the content streams, unpacked. */
export function drawingsIn(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)]
    .map(({ index, 0: head, 1: length }) => bytes.subarray(index + head.length, index + head.length + Number(length)))
    .map((packedStream) => {
      try {
        return inflateSync(packedStream).toString("latin1");
      } catch {
        return "";
      }
    })
    .filter((stream) => / (?:re|l|c|Tj|TJ)\n/.test(stream))
    .join("\n");
}
