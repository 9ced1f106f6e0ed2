interface Size {
  width: number;
  height: number;
}

/** The size a picture states in its header, read without unpacking anything; null where there is none. */
export const imageSize = (bytes: Buffer, format: "jpeg" | "png"): Size | null =>
  format === "png" ? pngSize(bytes) : jpegSize(bytes);

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 33 || bytes.toString("latin1", 12, 16) !== "IHDR") return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Start-of-frame markers; C4, C8 and CC are tables between them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The largest of the frames before the picture's data: a second header may not hide a larger one. */
function jpegSize(bytes: Buffer): Size | null {
  let found: Size | null = null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return found;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return found;
    if (isFrame(marker)) {
      const size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      if (!found || size.width * size.height > found.width * found.height) found = size;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return found;
}
