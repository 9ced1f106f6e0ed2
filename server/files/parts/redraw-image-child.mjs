// Re-encodes one picture in a process of its own: the picture comes in by standard input, "jpeg" or "png", the most
// pixels and the most megabytes as arguments. Out go by standard output the length of the new picture in four bytes, the new
// picture, and a small one for lists.
import { buffer } from "node:stream/consumers";
import sharp from "sharp";

/** Twice what a list shows, for screens that draw every point with several. */
const smallSide = 160;

const [format = "", pixels = "", megabytes = ""] = process.argv.slice(2);
const watch = setInterval(() => {
  if (process.memoryUsage.rss() > Number(megabytes) * 1024 * 1024) process.exit(9);
}, 20);

// Only these two readers: the library's other formats stay disabled, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng"] });
sharp.cache(false);
sharp.concurrency(1);

const bytes = await buffer(process.stdin);
const picture = sharp(bytes, { limitInputPixels: Number(pixels), failOn: "error", sequentialRead: true });
const found = await picture.metadata();
if (found.format !== format || (found.pages ?? 1) > 1) process.exit(2);
const upright = picture.rotate();
const drawn =
  format === "jpeg"
    ? await upright.jpeg({ quality: 86 }).toBuffer()
    : await upright.png({ compressionLevel: 9 }).toBuffer();
const small = await sharp(drawn, { limitInputPixels: Number(pixels), sequentialRead: true })
  .resize(smallSide, smallSide, { fit: "inside", withoutEnlargement: true })
  .flatten({ background: "#fff" })
  .jpeg({ quality: 70 })
  .toBuffer();
clearInterval(watch);
const length = Buffer.alloc(4);
length.writeUInt32BE(drawn.length);
process.stdout.write(Buffer.concat([length, drawn, small]));
