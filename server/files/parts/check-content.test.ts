import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { refusedWith } from "../../testing/refused";
import { docx, pdf, picture, pixelFlood, zipOf } from "../../testing/uploads/hostile-files";
import { m4a, mp3, mp4, ogg, webm } from "../../testing/uploads/recordings";
import { checkContent } from "./check-content";
import { judgeContent } from "./judge-content";

const check = (name: string, bytes: Buffer) => checkContent(name, bytes, judgeContent);
const refuses = async (name: string, bytes: Buffer) => refusedWith(check(name, bytes));

describe("files that are taken", () => {
  it("are what both their ending and their first bytes say", async () => {
    const taken = [
      ["墙.jpg", await picture("jpeg"), "photo", "image/jpeg"],
      ["墙.JPEG", await picture("jpeg"), "photo", "image/jpeg"],
      ["图纸.png", await picture("png"), "photo", "image/png"],
      ["鉴定.pdf", pdf(), "document", "application/pdf"],
      ["意见.docx", docx(), "document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
      ["录音.ogg", ogg(), "audio", "audio/ogg"],
      ["录音.webm", webm(), "audio", "audio/webm"],
      ["录音.m4a", m4a(), "audio", "audio/mp4"],
      ["录音.mp3", mp3(), "audio", "audio/mpeg"],
      ["录像.mp4", mp4(), "audio", "video/mp4"],
    ] as const;
    for (const [name, bytes, kind, mime] of taken) expect(await check(name, bytes), name).toMatchObject({ kind, mime });
  });

  it("lose, if pictures, their place and any appended data, and are turned upright", async () => {
    const told = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#888" } })
      .withExif({ IFD0: { Make: "某牌手机" }, IFD3: { GPSLatitude: "31/1 14/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(told).metadata()).exif).toBeDefined();
    const smuggled = Buffer.concat([told, Buffer.from("<script>alert(1)</script>"), zipOf([{ name: "a", data: "b" }])]);
    const { bytes } = await check("门口.jpg", smuggled);
    const kept = await sharp(bytes).metadata();
    expect(kept).toMatchObject({ format: "jpeg", width: 20, height: 40 });
    expect(kept.exif).toBeUndefined();
    expect(bytes.includes("script")).toBe(false);
    expect(bytes.includes("PK\x05\x06")).toBe(false);
  });

  it("keep of a picture nothing but the picture: no canary of any place where cameras and programs write words", async () => {
    const jpeg = await picture("jpeg");
    const segment = (mark: number, head: string) => {
      const data = Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(canary(mark))]);
      return Buffer.concat([Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
    };
    const canary = (mark: number) => `CANARY-${mark}-金丝雀`;
    // A thumbnail is a picture of its own behind the place of the camera.
    const marked = [
      segment(0xe0, "JFXX\0\x10"),
      segment(0xe1, "http://ns.adobe.com/xap/1.0/\0"),
      segment(0xe2, "MPF\0"),
      segment(0xe4, "other\0"),
      segment(0xed, "Photoshop 3.0\0"),
      segment(0xfe, ""),
    ];
    const [head, rest] = [jpeg.subarray(0, 2), jpeg.subarray(2)];
    const exif = await sharp(jpeg)
      .withExif({
        IFD0: { ImageDescription: "CANARY-d", Artist: "CANARY-a", Software: "CANARY-s", XPComment: "CANARY-x" },
        IFD2: { UserComment: "CANARY-u" },
        IFD3: { GPSProcessingMethod: "CANARY-g", GPSLatitude: "31/1 14/1 0/1" },
      })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    const text = (name: string, data: string) => {
      const body = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length - 4);
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, sum]);
    };
    const png = await picture("png");
    const texts = [
      text("tEXt", "Comment\0CANARY-t"),
      text("iTXt", "XML:com.adobe.xmp\0\0\0\0\0CANARY-i"),
      text("eXIf", "II*\0CANARY"),
    ];
    const planted: [string, Buffer][] = [
      ["marked.jpg", Buffer.concat([head, ...marked, rest])],
      ["camera.jpg", exif],
      ["behind.jpg", Buffer.concat([jpeg, Buffer.from("CANARY-behind")])],
      ["texts.png", Buffer.concat([png.subarray(0, 33), ...texts, png.subarray(33)])],
    ];
    for (const [name, bytes] of planted) {
      expect(bytes.includes("CANARY"), name).toBe(true);
      const kept = await check(name, bytes);
      for (const one of [kept.bytes, kept.small ?? Buffer.from("CANARY")]) {
        expect(one.includes("CANARY"), name).toBe(false);
        const { exif, xmp, iptc, icc, comments } = await sharp(one).metadata();
        expect({ exif, xmp, iptc, icc, comments }, name).toEqual({});
      }
    }
  });

  it("may be a paper with links in its text", async () => {
    const link = `<Relationships><Relationship Id="r1" Type="http://x/relationships/hyperlink" Target="https://example.cn" TargetMode="External"/></Relationships>`;
    await check("意见.docx", docx([{ name: "word/_rels/document.xml.rels", data: link }]));
  });
});

describe("files that are refused", () => {
  it("by their ending: drawings, pages, archives, macros, programs, phone formats, none", async () => {
    for (const name of [
      "a.svg",
      "a.html",
      "a.htm",
      "a.xml",
      "a.heic",
      "a.avif",
      "a.webp",
      "a.gif",
      "a.zip",
      "a.rar",
      "a.7z",
      "a.docm",
      "a.doc",
      "a.xlsm",
      "a.exe",
      "a.js",
      "a.lnk",
      "a.php",
      "无后缀",
      "a.jpg.svg",
      "a.",
    ])
      expect(await refuses(name, await picture("jpeg")), name).toBe("fileKindRefused");
  });

  it("when their bytes say something else", async () => {
    const jpeg = await picture("jpeg");
    const cases: [string, Buffer][] = [
      ["a.png", jpeg],
      ["a.pdf", jpeg],
      ["a.jpg", await picture("png")],
      ["a.jpg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
      ["a.jpg", Buffer.from("<html><script>alert(1)</script></html>")],
      ["a.png", Buffer.from("GIF89a/*")],
      ["a.jpg", await sharp(jpeg).webp().toBuffer()],
      ["a.mp3", Buffer.from("MZ\x90\0", "latin1")],
      ["a.mp4", pdf()],
      ["a.docx", jpeg],
      ["a.docx", zipOf([{ name: "a.txt", data: "b" }])],
      ["a.pdf", Buffer.concat([pdf(), zipOf([{ name: "a.txt", data: "b" }])])],
      ["a.pdf", Buffer.concat([Buffer.from("x".repeat(20)), pdf()])],
      ["a.docx", Buffer.concat([Buffer.from("%PDF-1.4\n"), docx()])],
      ["a.docx", Buffer.concat([docx(), Buffer.from("<script>")])],
    ];
    for (const [i, [name, bytes]] of cases.entries())
      expect(await refuses(name, bytes), `${i} ${name}`).toBe("fileNotAsNamed");
  });

  it("when a picture has too many pixels or is broken", async () => {
    expect(await refuses("a.png", await pixelFlood())).toBe("imageTooLarge");
    const jpeg = await picture("jpeg", 400, 400);
    expect(await refuses("a.jpg", jpeg.subarray(0, 300))).toBe("fileUnreadable");
    expect(await refuses("a.png", (await picture("png", 300, 300)).subarray(0, 200))).toBe("fileUnreadable");
  });

  it("when a paper is a zip bomb, states false sizes, or holds active content", async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    const macro = main("macroEnabled");
    const outside = `<Relationships><Relationship Id="r1" Type="http://x/relationships/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"/></Relationships>`;
    const cases: [string, Buffer, string][] = [
      ["unfolds a thousandfold", docx([{ name: "word/media/a.bin", data: zeros }]), "fileUnreadable"],
      ["claims less than it is", docx([{ name: "word/media/a.bin", data: zeros, claims: 100 }]), "fileUnreadable"],
      ["claims more than it is", docx([{ name: "word/a.xml", data: "a", claims: 50 }]), "fileUnreadable"],
      [
        "has thousands of parts",
        docx(Array.from({ length: 2100 }, (_, i) => ({ name: `word/${i}`, data: "" }))),
        "fileUnreadable",
      ],
      ["macros", docx([{ name: "word/vbaProject.bin", data: "x" }]), "fileHasActive"],
      ["macros by type", docx([], macro), "fileHasActive"],
      ["enclosed objects", docx([{ name: "word/embeddings/oleObject1.bin", data: "x" }]), "fileHasActive"],
      ["a program", docx([{ name: "word/media/run.exe", data: "x" }]), "fileHasActive"],
      ["a template from elsewhere", docx([{ name: "word/_rels/settings.xml.rels", data: outside }]), "fileHasActive"],
    ];
    for (const [what, bytes, code] of cases) expect(await refuses("a.docx", bytes), what).toBe(code);
  });

  it("when a PDF carries scripts, programs or enclosed files, also with escaped names", async () => {
    for (const object of [
      "3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj",
      "3 0 obj<</S/Launch/F(cmd.exe)>>endobj",
      "3 0 obj<</Names<</EmbeddedFiles 4 0 R>>>>endobj",
      "3 0 obj<</S/J#61vaScript>>endobj",
    ])
      expect(await refuses("a.pdf", pdf(object)), object).toBe("fileHasActive");
    await check("a.pdf", pdf("3 0 obj<</Length 9>>stream\nab/JS cd\nendstream endobj"));
  });
});

function main(word: string): string {
  return `application/vnd.ms-word.document.${word}.main+xml`;
}
