import { describe, expect, it } from "vitest";
import { boundedPool } from "../../kernel/bounded-pool";
import { refusedWith } from "../../testing/refused";
import { disguisedPapers, disguisedPdfs } from "../../testing/uploads/disguised-papers";
import { docx, pdf, picture, zipOf } from "../../testing/uploads/hostile-files";
import { honestPapers, honestPdfs, hostilePapers, hostilePdfs } from "../../testing/uploads/hostile-papers";
import { honestRecordings, hostileRecordings, ogg } from "../../testing/uploads/recordings";
import { checkContent } from "./check-content";
import { judgeContent } from "./judge-content";
import { judgeInBounds } from "./judge-in-bounds";

/** In this process, because there are many and each is small. */
const check = (name: string, bytes: Buffer) => checkContent(name, bytes, judgeContent);

const refusals = new Set(["fileHasActive", "fileUnreadable", "fileNotAsNamed"]);

describe("a PDF", () => {
  it.each([...hostilePdfs(), ...disguisedPdfs()])(
    "with %s is refused",
    async (_, bytes) => {
      expect(refusals).toContain(await refusedWith(check("a.pdf", bytes)));
    },
    60_000,
  );

  it.each(honestPdfs())("%s is taken as it came", async (_, bytes) => {
    expect((await check("a.pdf", bytes)).bytes).toEqual(bytes);
  });
});

describe("a Word paper", () => {
  it.each([...hostilePapers(), ...disguisedPapers()])("with %s is refused", async (_, bytes) => {
    expect(refusals).toContain(await refusedWith(check("a.docx", bytes)));
  });

  it.each(honestPapers())("%s is taken as it came", async (_, bytes) => {
    expect((await check("a.docx", bytes)).bytes).toEqual(bytes);
  });
});

describe("a recording", () => {
  it.each(hostileRecordings())("(%s) with %s is refused", async (ending, _, bytes) => {
    expect(refusals).toContain(await refusedWith(check(`a.${ending}`, bytes)));
  });

  it.each(honestRecordings())("(%s) %s is taken as it came", async (ending, _, bytes) => {
    expect((await check(`a.${ending}`, bytes)).bytes).toEqual(bytes);
  });

  it("is refused when it is a second file at its end", async () => {
    for (const tail of [
      zipOf([{ name: "a", data: "b" }]),
      Buffer.from("%PDF-1.4\n%%EOF"),
      Buffer.from("<html ><script>"),
    ])
      expect(await refusedWith(check("a.ogg", Buffer.concat([ogg(), tail])))).toBe("fileNotAsNamed");
  });
});

describe("a picture", () => {
  it("is refused by the size in any of its headers, before it is unpacked", async () => {
    const jpeg = await picture("jpeg", 40, 20);
    const frame = Buffer.from("ffc0001108ffffffff03012200021101031101", "hex");
    const second = Buffer.concat([jpeg.subarray(0, 2), frame, jpeg.subarray(2)]);
    expect(await refusedWith(check("a.jpg", second))).toBe("imageTooLarge");
  });
});

describe("a file of any kind", () => {
  it("is judged in a process of its own, and refused when that takes too long or ends", async () => {
    expect(await judgeInBounds("a.docx", docx())).toBeNull();
    expect(await judgeInBounds("a.pdf", hostilePdfs()[0]?.[1] ?? pdf())).toBe("fileHasActive");
    const odd = { program: "server/kernel/bounded-pool-child.mjs", processes: 1, units: 9, memory: 200, most: 1_000 };
    expect(await judgeInBounds("loop", pdf(), boundedPool({ ...odd, ms: 500 }))).toBe("fileUnreadable");
    for (const name of ["crash", "flood", "pid"])
      expect(await judgeInBounds(name, pdf(), boundedPool({ ...odd, ms: 60_000 })), name).toBe("fileUnreadable");
  }, 120_000);
});
