import sharp from "sharp";
import { invalid } from "../../kernel/problem";
import { fileBytes, imagePixels, imageSeconds } from "./file-limits";

// Only these two readers: the library's other formats stay disabled, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng"] });
sharp.cache(false);
sharp.concurrency(1);

/** Pictures are re-encoded one after the other, since each needs much memory. */
let line: Promise<unknown> = Promise.resolve();

/** Re-encodes a picture upright, without place, time and device. Refuses too many pixels before it unpacks them. */
export function redraw(bytes: Buffer, format: "jpeg" | "png"): Promise<Buffer> {
  const turn = line.then(() => draw(bytes, format));
  line = turn.catch(() => undefined);
  return turn;
}

async function draw(bytes: Buffer, format: "jpeg" | "png"): Promise<Buffer> {
  const open = () => sharp(bytes, { limitInputPixels: false, failOn: "error", sequentialRead: true });
  const size = await open()
    .metadata()
    .catch(() => null);
  if (size?.format !== format) throw invalid("fileUnreadable");
  if (size.width * size.height > imagePixels) throw invalid("imageTooLarge");
  const drawn = await sharp(bytes, { limitInputPixels: imagePixels, failOn: "error", sequentialRead: true })
    .rotate()
    .timeout({ seconds: imageSeconds })
    [format](format === "jpeg" ? { quality: 86 } : { compressionLevel: 9 })
    .toBuffer()
    .catch(() => null);
  if (!drawn) throw invalid("fileUnreadable");
  if (drawn.length > fileBytes) throw invalid("fileTooLarge");
  return drawn;
}
