import type { ScannedPage } from "./scan-pdf";

/** Longest edge in dots, the sharpest first: A4 at 300 dots to the inch, at 212, at 150, at 106. */
const edges = [3508, 2480, 1754, 1240];

/**
 * A picture as a page: upright as it was taken, turned by quarters, as sharp as its share of the document allows, and
 * without what a camera writes into it. Null where the browser cannot read it.
 */
export async function scannedPage(file: Blob, quarters: number, bytesMost: number): Promise<ScannedPage | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return null;
  try {
    for (const edge of edges) {
      const page = await drawn(picture, quarters, edge);
      if (page && (page.jpeg.length <= bytesMost || edge === edges.at(-1))) return page;
    }
    return null;
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, quarters: number, edge: number): Promise<ScannedPage | null> {
  const share = Math.min(1, edge / Math.max(picture.width, picture.height));
  const [w, h] = [Math.max(1, Math.round(picture.width * share)), Math.max(1, Math.round(picture.height * share))];
  const isAcross = quarters % 2 === 1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = isAcross ? [h, w] : [w, h];
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  // Paper shows through what is transparent.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((quarters * Math.PI) / 2);
  pen.drawImage(picture, -w / 2, -h / 2, w, h);
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, "image/jpeg", 0.82));
  const { width, height } = canvas;
  // Phones keep the memory of a canvas until it is empty.
  [canvas.width, canvas.height] = [0, 0];
  return blob && { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
}
