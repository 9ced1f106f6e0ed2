import { deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** A part of a ZIP file; `claims` lies about its size. */
interface Part {
  name: string;
  data: Buffer | string;
  claims?: number;
}

/** A ZIP file of these parts, written by hand so that it may lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims } of parts) {
    const raw = Buffer.from(data as string);
    const packed = deflateRawSync(raw, { level: 9 });
    const size = claims ?? raw.length;
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    bodies.push(local, title, packed);
    directory.push(central, title);
    at += local.length + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The type of a Word paper's main part. */
export const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/** A small Word paper, with further parts. */
export const docx = (more: readonly Part[] = [], type = wordMain, types = ""): Buffer =>
  zipOf([
    {
      name: "[Content_Types].xml",
      data: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/>${types}</Types>`,
    },
    { name: "word/document.xml", data: "<w:document><w:body><w:p>鉴定意见</w:p></w:body></w:document>" },
    ...more,
  ]);

/** A picture of one colour. */
export const picture = (format: "jpeg" | "png", width = 40, height = 20): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#3a51a6" } })
    [format]()
    .toBuffer();

/** A one-page PDF with further objects. */
export const pdf = (objects = ""): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    "latin1",
  );

/** A PNG of a few kilobytes whose header claims 30,000 by 30,000 pixels and whose body has almost none. */
export async function pixelFlood(): Promise<Buffer> {
  const small = await picture("png", 10, 10);
  const head = Buffer.from(small);
  head.writeUInt32BE(30_000, 16);
  head.writeUInt32BE(30_000, 20);
  head.writeInt32BE(crc32(head.subarray(12, 29)), 29);
  return head;
}

function crc32(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc;
}
