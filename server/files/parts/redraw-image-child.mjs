// Re-encodes one picture in a process of its own: the picture comes in by standard input, "jpeg" or "png", the most
// pixels and the most megabytes as arguments, and the new picture goes out by standard output.
import { buffer } from "node:stream/consumers";
import sharp from "sharp";

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
clearInterval(watch);
process.stdout.write(drawn);
