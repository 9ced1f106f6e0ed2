import { inBoundedProcess } from "../../kernel/bounded-process";
import { invalid } from "../../kernel/problem";
import { fileBytes, imageMegabytes, imagePixels, imageSeconds } from "./file-limits";
import { imageSize } from "./image-size";

export interface Redrawn {
  bytes: Buffer;
  /** The same picture, small, for lists. */
  small: Buffer;
}

/** Pictures are re-encoded one after the other, since each needs much memory. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Re-encodes a picture upright, without place, time and device, in a process of its own. Refuses too many pixels as
 * `imageTooLarge` before anything is unpacked, and what cannot be drawn within time and memory as `fileUnreadable`.
 */
export async function redraw(bytes: Buffer, format: "jpeg" | "png"): Promise<Redrawn> {
  const size = imageSize(bytes, format);
  if (!size || size.width * size.height === 0) throw invalid("fileUnreadable");
  if (size.width * size.height > imagePixels) throw invalid("imageTooLarge");
  const turn = line.then(() => draw(bytes, format));
  line = turn.catch(() => undefined);
  return turn;
}

async function draw(bytes: Buffer, format: "jpeg" | "png"): Promise<Redrawn> {
  const drawn = await inBoundedProcess({
    program: "server/files/parts/redraw-image-child.mjs",
    args: [format, String(imagePixels), String(imageMegabytes)],
    input: bytes,
    ms: imageSeconds * 1_000,
    memory: 256,
    most: 4 * fileBytes,
  }).catch(() => null);
  if (!drawn || drawn.length < 4) throw invalid("fileUnreadable");
  const end = 4 + drawn.readUInt32BE(0);
  if (end === 4 || drawn.length <= end) throw invalid("fileUnreadable");
  if (end - 4 > fileBytes) throw invalid("fileTooLarge");
  return { bytes: drawn.subarray(4, end), small: drawn.subarray(end) };
}
