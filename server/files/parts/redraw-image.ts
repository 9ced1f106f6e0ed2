import sharp from "sharp";
import { invalid } from "../../kernel/problem";
import { fileBytes, imagePixels, imageSeconds } from "./file-limits";

// Only these two readers: every other format of the library stays shut, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng"] });
sharp.cache(false);
sharp.concurrency(1);

/** Pictures are drawn one after the other: unpacked they are large. */
let line: Promise<unknown> = Promise.resolve();

/** Draws a picture anew, upright, without where, when and by what it was taken. Refuses a flood of pixels unread. */
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
