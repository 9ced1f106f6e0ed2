import { describe, expect, it } from "vitest";
import { picture, zipOf } from "../../testing/hostile-files";
import { honestPapers, honestPdfs, hostilePapers, hostilePdfs } from "../../testing/hostile-papers";
import { refusedWith } from "../../testing/refused";
import { checkContent } from "./check-content";

const refusals = new Set(["fileHasActive", "fileUnreadable", "fileNotAsNamed"]);

describe("a PDF", () => {
  it.each(hostilePdfs())(
    "with %s is refused",
    async (_, bytes) => {
      expect(refusals).toContain(await refusedWith(checkContent("a.pdf", bytes)));
    },
    60_000,
  );

  it.each(honestPdfs())("%s is taken as it came", async (_, bytes) => {
    expect((await checkContent("a.pdf", bytes)).bytes).toEqual(bytes);
  });
});

describe("a Word paper", () => {
  it.each(hostilePapers())("with %s is refused", async (_, bytes) => {
    expect(refusals).toContain(await refusedWith(checkContent("a.docx", bytes)));
  });

  it.each(honestPapers())("%s is taken as it came", async (_, bytes) => {
    expect((await checkContent("a.docx", bytes)).bytes).toEqual(bytes);
  });
});

describe("a recording or a picture", () => {
  const ogg = Buffer.concat([
    Buffer.from("OggS\0\x02", "latin1"),
    Buffer.alloc(22),
    Buffer.from("OpusHead", "latin1"),
    Buffer.alloc(60),
  ]);

  it("is refused when it is a second file at its end", async () => {
    for (const tail of [
      zipOf([{ name: "a", data: "b" }]),
      Buffer.from("%PDF-1.4\n%%EOF"),
      Buffer.from("<html ><script>"),
    ])
      expect(await refusedWith(checkContent("a.ogg", Buffer.concat([ogg, tail])))).toBe("fileNotAsNamed");
    await checkContent("a.ogg", ogg);
  });

  it("is refused by the size in any of its headers, before it is unpacked", async () => {
    const jpeg = await picture("jpeg", 40, 20);
    const frame = Buffer.from("ffc0001108ffffffff03012200021101031101", "hex");
    const second = Buffer.concat([jpeg.subarray(0, 2), frame, jpeg.subarray(2)]);
    expect(await refusedWith(checkContent("a.jpg", second))).toBe("imageTooLarge");
  });
});
