import sharp from "sharp";
import { expect, it } from "vitest";
import { checkPdf, isWholePdf } from "@/server/files/parts/pdf-parts";
import { pdfOfPages } from "./scan-pdf";

const picture = async (width: number, height: number, background: string) => ({
  ...{ width, height },
  jpeg: new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  ),
});

it("makes one page of A4 of each picture, in order, upright or across as it is, which the check of files takes", async () => {
  const pages = await Promise.all([picture(300, 400, "#c00"), picture(400, 300, "#0c0"), picture(50, 900, "#00c")]);
  const bytes = Buffer.from(await pdfOfPages(pages));
  expect(isWholePdf(bytes)).toBe(true);
  expect(checkPdf(bytes)).toBe("fine");
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const sizes = await Promise.all(
    [1, 2, 3].map(async (n) => (await pdf.getPage(n)).view.slice(2).map((points: number) => Math.round(points))),
  );
  expect(pdf.numPages).toBe(3);
  expect(sizes).toEqual([
    [595, 842],
    [842, 595],
    [595, 842],
  ]);
  // Each picture lies there as it came.
  const places = pages.map(({ jpeg }) => bytes.indexOf(Buffer.from(jpeg)));
  expect(places.every((at) => at > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
