import { beforeAll, describe, expect, it } from "vitest";
import { drawingsIn, type Placed, packed, partOf, readPdf, readWord } from "../../testing/official-papers/read-back";
import { samplePaper, signature } from "../../testing/official-papers/sample-paper";
import type { Block, Paper, Strokes } from "../model";
import { copyMarks } from "./copy-marks";
import { drawCopies, drawPdf } from "./pdf";
import { plainText } from "./plain-text";
import { sheetOf } from "./sheet";
import { drawWord } from "./word";

const askedAt = new Date("2026-03-28T02:00:00Z");
const pdfOf = (paper: Paper) => drawPdf(sheetOf(paper), paper.names, askedAt);
const mm = (points: number) => (points / 72) * 25.4;
const isFoot = ({ size, text, base }: Placed) => mm(base) > 262 && size === 14 && /^[—\d ]+$/.test(text);
const body = (texts: Placed[]) => texts.filter((text) => !isFoot(text));
/** A table that goes on over the page has its head twice. */
const once = (text: string) => text.replace(/(期次金额（元）.*)期次金额（元）/, "$1");
const textOf = (texts: Placed[]) =>
  once(
    packed(
      body(texts)
        .map(({ text }) => text)
        .join(""),
    ),
  );
/** How many lines and dots are drawn. */
const curvesOf = (pdf: Buffer): number => drawingsIn(pdf).match(/^[Sf]\*?$/gm)?.length ?? 0;
const sentence = "双方在调解员主持下自愿协商，就漏水造成的损失达成一致。";

describe("a paper in PDF and in Word", () => {
  it.each([
    ["two parties", samplePaper()],
    ["fourteen parties", samplePaper(14)],
    ["3,000 characters", samplePaper(2, { facts: sentence.repeat(112) })],
    ["what looks like a program", samplePaper(2, { facts: '#panic("x") *粗* $1+1$ <b>&amp; [x]// \\u{1F}' })],
    ["lines", samplePaper(2, { facts: "第一行\r\n\n第二行\t末" })],
  ])("says the same in the same order: %s", async (_, paper) => {
    const sheet = sheetOf(paper);
    const expected = packed(plainText(sheet));
    const [pdf, word] = await Promise.all([pdfOf(paper), drawWord(sheet)]);
    expect(packed(readWord(word))).toBe(expected);
    expect(textOf((await readPdf(pdf)).texts)).toBe(expected);
  });

  it.each([
    ["two sides", "double"],
    ["one side", "single"],
  ] as const)(
    "is there once for each of fourteen and the committee, each with its own numbers and mark, on %s",
    async (_, sides) => {
      const sealed = samplePaper(14);
      const paper: Paper = {
        ...{ ...sealed, sides },
        blocks: sealed.blocks.map((block) => (block.kind === "seal" ? { ...block, sealed: false } : block)),
      };
      const { pages: of } = await readPdf(await pdfOf(paper));
      const forWhom = [...Array.from({ length: 13 }, (__, i) => `甲${i}`), "欧阳𬭎", "柳湾镇人民调解委员会"];
      const copies = { count: 15, forWhom };
      const drawn = await drawCopies(sheetOf(paper), paper.names, copies, askedAt);
      const { pages, texts } = await readPdf(drawn);
      const each = sides === "double" ? of + (of % 2) : of;
      expect(pages).toBe(each * 14 + of);
      const on = (page: number) => packed(texts.map((one) => (one.page === page ? one.text : "")).join(""));
      for (const [i, whom] of forWhom.entries()) {
        expect(on(i * each + 1)).toContain(`共15份，第${i + 1}份，交${whom}`);
        expect(on(i * each + 1)).toContain("—1—");
        expect(on(i * each + of)).toContain(`—${of}—`);
      }
      expect(copyMarks(sheetOf(sealed), copies)).toEqual([]);
      expect(copyMarks(sheetOf({ ...paper, foot: "未盖章" }), { count: 2, forWhom: [] })).toEqual([
        ...["未盖章　共2份，第1份", "未盖章　共2份，第2份"],
      ]);
    },
  );

  it("keeps a name of one long word within its cell, and whole to whoever reads the file", async () => {
    const long = "Maximilianovich Featherstonehaughsdaughter";
    const columns = [
      { title: "姓名", width: 0.24 },
      { title: "身份", width: 0.76 },
    ];
    const table: Block = { kind: "table", columns, rows: [[long, "当事人"]] };
    const { texts } = await readPdf(await pdfOf({ ...samplePaper(2), blocks: [table], names: [long] }));
    expect(textOf(texts)).toContain(packed(long));
    const [next] = texts.filter(({ text }) => text === "当事人");
    const name = texts.filter(({ text }) => /^[a-zA-Z ]+$/.test(text));
    expect(name.length).toBeGreaterThan(1);
    for (const { right } of name) expect(right).toBeLessThan(next?.left ?? 0);
  });

  it("prints rare characters, refuses those it cannot print by paper, field and code, and says nothing for null", async () => {
    const { texts } = await readPdf(await pdfOf(samplePaper(4)));
    for (const name of ["欧阳𬭎", "赵㛃", "𠮷田镕", "龚䶮"]) expect(textOf(texts)).toContain(`${name}`);
    expect(textOf(texts)).not.toMatch(/null|undefined/);
    const refused = samplePaper(2, { blocks: [{ kind: "fields", rows: [[{ label: "姓名", value: "王𲎯" }]] }] });
    const problem = {
      code: "paperGlyphMissing",
      params: { paper: "人民调解协议书", field: "姓名", code: "U+323AF" },
    };
    await expect(pdfOf(refused)).rejects.toMatchObject(problem);
    await expect(drawWord(sheetOf(refused))).rejects.toMatchObject(problem);
  });

  it("holds a hand as lines in PDF alone, and tells in the foot of Word alone that a sealed paper is a copy", async () => {
    const hands: (Strokes | null)[] = [
      null,
      [
        [
          [10, 10],
          [60, 42],
          [110, 8],
        ],
        [[40, 80]],
      ],
      [[[5, 5]]],
      [],
    ];
    const rows = hands.map((strokes) => signature(0, { strokes, fingerprint: false }));
    const drawn = await Promise.all(
      rows.map((row) => pdfOf(samplePaper(2, { blocks: [{ kind: "signatures", rows: [row] }] }))),
    );
    const [empty = 0, curve = 0, dot = 0, nothing = 0] = drawn.map(curvesOf);
    expect([curve - empty, dot - empty, nothing - empty]).toEqual([2, 1, 0]);
    expect(drawn.some((pdf) => pdf.includes("/Subtype /Image"))).toBe(false);
    const signed: Block[] = [{ kind: "signatures", rows }];
    const paper = samplePaper(2, { blocks: [...signed, ...samplePaper().blocks.slice(-2)] });
    const word = await drawWord(sheetOf(paper));
    expect(word.includes("word/media/")).toBe(false);
    expect(readWord(word, "word/footer1.xml")).toContain("副本");
    expect(readWord(await drawWord(sheetOf({ ...paper, blocks: signed })), "word/footer1.xml")).not.toContain("副本");
  });

  it("says its state in the foot of every page, in PDF and in Word", async () => {
    const paper = { ...samplePaper(8), foot: "核验码 ABCD-EFGH-JKMN" };
    const { texts, pages } = await readPdf(await pdfOf(paper));
    const feet = texts.filter(({ text, size }) => size === 9 && packed(text).includes("ABCD-EFGH-JKMN"));
    expect(feet.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
    expect(Math.max(...feet.map(({ base }) => mm(base)))).toBeLessThan(297 - 8);
    expect(readWord(await drawWord(sheetOf(paper)), "word/footer2.xml")).toContain("ABCD-EFGH-JKMN");
  });

  it("is the same bytes for the same sheet, time and fonts, as PDF/A-2b", async () => {
    const [one, two] = [await pdfOf(samplePaper()), await pdfOf(samplePaper())];
    expect(one.equals(two)).toBe(true);
    expect(one.toString("latin1")).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
  });
});

describe("the page", () => {
  let texts: Placed[];
  let pages: number;
  beforeAll(async () => {
    const facts = { kind: "paragraph", text: "字".repeat(28 * 60), indent: 0 } as const;
    ({ texts, pages } = await readPdf(await pdfOf(samplePaper(2, { blocks: [facts] }))));
  });

  it("has the margins, the pitch and 22 lines of an official paper", () => {
    const second = body(texts.filter(({ page }) => page === 2));
    const lines = [...new Set(second.map(({ base }) => Math.round(base * 10) / 10))].sort((a, b) => a - b);
    expect(lines).toHaveLength(22);
    const pitches = lines.slice(1).map((line, i) => line - (lines[i] ?? 0));
    expect(Math.max(...pitches.map((pitch) => Math.abs(pitch - 29)))).toBeLessThan(0.2);
    // A line of 29 pt holds its characters of 16 pt near its middle.
    expect(mm(Math.min(...lines) - 29 * 0.76)).toBeCloseTo(37, 0);
    // Even pages have the binding edge on their right.
    expect(Math.abs(mm(Math.min(...second.map(({ left }) => left))) - 26)).toBeLessThan(1);
    expect(Math.abs(210 - mm(Math.max(...second.map(({ right }) => right))) - 28)).toBeLessThan(1);
  });

  it("is numbered outside: odd ones right, even ones left", () => {
    expect(pages).toBeGreaterThan(2);
    const feet = texts.filter(isFoot).filter(({ text }) => /\d/.test(text));
    expect(feet.map(({ page, left }) => [page, left > 300])).toEqual(
      Array.from({ length: pages }, (_, i) => [i + 1, i % 2 === 0]),
    );
  });

  it("never holds a signature alone, wherever the text ends", async () => {
    for (let lines = 14; lines <= 22; lines += 1) {
      const facts = { kind: "paragraph", text: "字".repeat(28 * lines - 4) } as const;
      const rows = [signature(0), signature(1)];
      const drawn = await readPdf(await pdfOf(samplePaper(2, { blocks: [facts, { kind: "signatures", rows }] })));
      const page = drawn.texts.find(({ text }) => text.includes("当事人"))?.page;
      const above = drawn.texts.filter((one) => one.page === page && one.text.includes("字"));
      expect(new Set(above.map(({ base }) => base)).size, `${lines} lines`).toBeGreaterThanOrEqual(2);
    }
  });

  it("holds the receipts of fourteen and names of forty letters between its margins, above no other line", async () => {
    const name = "阿卜杜热依木·买买提依明·吐尔逊江·艾合买提·阿布都克力木·玉素甫江·吾买尔江";
    const rows = Array.from({ length: 14 }, (_, i) => signature(i, i === 0 ? { name } : {}));
    const before = { kind: "paragraph", text: "以上内容已经告知。" } as const;
    const receipt = { kind: "receipt", title: "回执", text: "本人已收到。", rows } as const;
    const drawn = await readPdf(await pdfOf(samplePaper(2, { blocks: [before, receipt] })));
    const there = body(drawn.texts);
    expect(there.filter(({ text }) => text.includes("指印"))).toHaveLength(14);
    for (const { base } of there) expect(mm(base)).toBeLessThan(297 - 34);
    const lineOf = (words: string) => there.find(({ text }) => packed(text).includes(words))?.base ?? 0;
    expect(lineOf("当事人（阿卜杜")).toBeGreaterThan(lineOf("本人已收到") + 14);
  });

  it("never holds a seal alone: what is sealed, or its last signature, goes over with it", async () => {
    const seal: Block = { kind: "seal", organisation: "柳湾镇人民调解委员会", day: "2026年3月28日", sealed: false };
    const ends: Block[] = [
      { kind: "signatures", rows: [signature(0, { fingerprint: false })] },
      { kind: "longField", label: "审批意见", value: "同意。" },
    ];
    for (const end of ends)
      for (let lines = 14; lines <= 20; lines += 1) {
        const facts: Block = { kind: "paragraph", text: "字".repeat(28 * lines - 4) };
        const { texts: there } = await readPdf(await pdfOf(samplePaper(2, { blocks: [facts, end, seal] })));
        const page =
          there.find(({ text }) => text.includes("3月28日") || text.includes("月28"))?.page ?? there.at(-1)?.page;
        const beside = body(there).filter((one) => one.page === page && !/柳湾镇|28/.test(one.text));
        expect(beside.length, `${end.kind}, ${lines} lines`).toBeGreaterThan(0);
      }
  });
});

describe("a Word file", () => {
  const xmlOf = async (blocks: Block[], sides: "single" | "double" = "double") => {
    const bytes = await drawWord(sheetOf({ ...samplePaper(2, { blocks }), sides }));
    return { words: partOf(bytes, "word/document.xml"), settings: partOf(bytes, "word/settings.xml") };
  };
  /** Texts of paragraphs that stay on the page of what follows. */
  const kept = (words: string) =>
    [...words.matchAll(/<w:p>.*?<\/w:p>/gs)]
      .filter(([one]) => one.includes("<w:keepNext/>"))
      .map(([one]) => [...one.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(""))
      .filter(Boolean);

  it("has its binding edge on the left of odd and the right of even pages, where it is printed on both sides", async () => {
    expect((await xmlOf([])).settings).toContain("<w:mirrorMargins/>");
    expect((await xmlOf([], "single")).settings).not.toContain("mirrorMargins");
  });

  it("keeps two lines of words with the first signature, and with a seal what stands before it", async () => {
    const rows = [signature(0)];
    const seal: Block = { kind: "seal", organisation: "柳湾镇人民调解委员会", day: null, sealed: false };
    const signed = await xmlOf([
      { kind: "paragraph", text: "甲".repeat(60) },
      { kind: "paragraph", text: "乙" },
      { kind: "paragraph", text: "丙" },
      { kind: "signatures", rows },
    ]);
    expect(kept(signed.words)).toEqual(expect.arrayContaining(["乙", "丙"]));
    expect(kept(signed.words)).not.toContain("甲".repeat(60));
    const sealed = await xmlOf([{ kind: "longField", label: "审批意见", value: "同意。" }, seal]);
    expect(kept(sealed.words)).toEqual(expect.arrayContaining(["审批意见：", "同意。"]));
  });

  it("keeps a receipt of few on one page, under a line to cut along, and the date in the middle under who seals", async () => {
    const receipt: Block = { kind: "receipt", title: "回执", text: "已收到。", rows: [signature(0), signature(1)] };
    const { words } = await xmlOf([receipt]);
    expect(words).toContain('w:val="dashed"');
    const labels = kept(words).filter((text) => text.startsWith("当事人"));
    expect(labels).toHaveLength(1);
    const seal: Block = { kind: "seal", organisation: "一二三四五六七八九十", day: "2026年1月5日", sealed: false };
    const rights = [...(await xmlOf([seal])).words.matchAll(/<w:ind [^>]*w:right="(\d+)"/g)].map(([, right]) =>
      Number(right),
    );
    // Two characters; the date is as wide as six, and half of what the name is wider comes to it.
    expect(rights.slice(-2)).toEqual([640, 640 + (10 - 6) * 160]);
  });
});
