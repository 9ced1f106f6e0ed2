import { closeSync, openSync, readSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PDFDict, PDFDocument, PDFRawStream, PDFStream } from "pdf-lib";

/** A JPEG of three colours, of so many dots. */
export interface Picture {
  jpeg: Buffer;
  width: number;
  height: number;
}
/** Where its bytes wait, and how many they are. */
interface Waiting {
  file: string;
  bytes: number;
}

/** By this an empty picture says for which one it stands. */
const mark = "zhongtiao picture ";
/** The mark is in the first segment, right behind the two bytes by which a JPEG begins. */
const markWithin = 64;

export interface Pictures {
  /** Keeps a picture until the pages are drawn, and gives an empty one that claims its size. */
  standIn: (picture: Picture) => Promise<Buffer>;
  /** The PDF with each picture in the place of the empty one that stood for it; everything else stays. */
  laidIn: (pdf: Buffer) => Promise<Buffer>;
  /** Nothing of them is left behind. */
  end: () => Promise<void>;
}

/**
 * The pictures of one dossier. Whoever draws its pages holds each picture five times until the end, which for three hundred
 * photographs of half a megabyte was a gigabyte: it is given empty ones of a few hundred bytes, and the pictures wait in a folder.
 */
export async function picturesOfPdf(): Promise<Pictures> {
  const { default: sharp } = await import("sharp");
  const dot = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#ffffff" } })
    .jpeg()
    .toBuffer();
  const folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-dossier-"));
  const waiting: Waiting[] = [];
  return {
    standIn: async ({ jpeg, width, height }) => {
      const file = path.join(folder, `${waiting.length}.jpg`);
      const words = Buffer.from(`${mark}${waiting.length};`);
      waiting.push({ file, bytes: jpeg.length });
      await writeFile(file, jpeg);
      const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
      const claimed = Buffer.from(dot);
      const frame = claimed.indexOf(Buffer.from([0xff, 0xc0]));
      claimed.writeUInt16BE(height, frame + 5);
      claimed.writeUInt16BE(width, frame + 7);
      return Buffer.concat([claimed.subarray(0, 2), comment, claimed.subarray(2)]);
    },
    laidIn: (pdf) => (waiting.length > 0 ? withPictures(pdf, waiting) : Promise.resolve(pdf)),
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

async function withPictures(pdf: Buffer, waiting: readonly Waiting[]): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  // One for all: each of its own would stay until memory runs short.
  const room = Buffer.allocUnsafe(Math.max(...waiting.map(({ bytes }) => bytes)));
  let laid = 0;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const start = Buffer.from(object.contents.subarray(0, markWithin)).toString("latin1");
    const at = start.indexOf(mark);
    const picture = at < 0 ? undefined : waiting[Number.parseInt(start.slice(at + mark.length), 10)];
    if (!picture) continue;
    context.assign(ref, new WaitingStream(object.dict, picture, room));
    laid += 1;
  }
  if (laid < waiting.length) throw new Error(`${waiting.length - laid} pictures have no place in a dossier`);
  const { buffer, byteOffset, byteLength } = await document.save({
    ...{ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false },
  });
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A stream whose bytes are read when they are written. */
class WaitingStream extends PDFStream {
  constructor(
    dict: PDFDict,
    private readonly picture: Waiting,
    private readonly room: Buffer,
  ) {
    super(dict);
  }
  override clone(): WaitingStream {
    return new WaitingStream(this.dict, this.picture, this.room);
  }
  override getContents(): Uint8Array {
    const opened = openSync(this.picture.file, "r");
    try {
      return this.room.subarray(0, readSync(opened, this.room, 0, this.picture.bytes, 0));
    } finally {
      closeSync(opened);
    }
  }
  override getContentsSize(): number {
    return this.picture.bytes;
  }
}
