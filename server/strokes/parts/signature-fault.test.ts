import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { chanceFor } from "../../testing/chance";
import type { Pixels } from "../../testing/drawn/hand";
import { cursiveName, loopedName, writtenName } from "../../testing/drawn/names";
import { closedFigure, figureEight, noNames, spiral, tallZigzag } from "../../testing/drawn/no-names";
import { ringedName } from "../../testing/drawn/ringed-name";
import { type Drawing, type SignatureFault, strokesBytesMax } from "./drawing";
import { signatureCheckText, signatureFault } from "./signature-fault";

/** How many of each kind are drawn, by hands of all sizes, slants, speeds and tremblings. */
const each = 40;

/** What is said of drawings, and how often. */
function said(draw: () => Pixels[], name?: string): Partial<Record<SignatureFault | "taken", number>> {
  const counts: Partial<Record<SignatureFault | "taken", number>> = {};
  for (let i = 0; i < each; i += 1) {
    const fault = signatureFault(draw(), name) ?? "taken";
    counts[fault] = (counts[fault] ?? 0) + 1;
  }
  return counts;
}

const plainNames = ["卜", "人", "八", "丁", "力", "九", "丁一", "丁乙", "王二", "王三"];
const names = ["李小川", "刘玉芬", "张大力", "王三", "刘大"];

describe("a written name", () => {
  const chance = chanceFor("written names");
  it.each(plainNames)("of few plain strokes is taken, whether its writer is known or not: %s", (name) => {
    expect(said(() => writtenName(chance, name), name)).toEqual({ taken: each });
    expect(said(() => writtenName(chance, name))).toEqual({ taken: each });
  });

  it.each(names)("is taken stroke by stroke, run together and in one cursive stroke: %s", (name) => {
    expect(said(() => writtenName(chance, name), name)).toEqual({ taken: each });
    expect(said(() => cursiveName(chance, name, false), name)).toEqual({ taken: each });
    expect(said(() => cursiveName(chance, name, true), name)).toEqual({ taken: each });
  });

  it("of nothing but dashes is taken from whoever is called so, and from nobody else", () => {
    for (const name of ["一", "二", "三"]) {
      expect(said(() => writtenName(chance, name), name)).toEqual({ taken: each });
      expect(said(() => writtenName(chance, name))).toEqual({ signatureLine: each });
    }
    expect(said(() => writtenName(chance, "一"), "丁一")).toEqual({ signatureLine: each });
  });

  it.each([
    ["Al", [0.5, 1]],
    ["Lee", [1, 0.45, 0.45]],
    ["Ella", [0.45, 1, 1, 0.45]],
  ])(
    "in Latin letters is taken in loops alone from whoever is called so, and from nobody else: %s",
    (name, heights) => {
      expect(said(() => loopedName(chance, heights), name)).toEqual({ taken: each });
      expect(said(() => loopedName(chance, heights), "刘玉芬")).toEqual({ signatureCircle: each });
    },
  );

  it.each(["吕", "品", "回", "日", "吕品", "Oo"])(
    "of boxes or rings alone is taken from whoever is called so, and from nobody else: %s",
    (name) => {
      expect(said(() => ringedName(chance, name), name)).toEqual({ taken: each });
      expect(said(() => ringedName(chance, name), "刘玉芬").taken).toBeUndefined();
    },
  );

  it("is not two lines, where the name that is expected has more", () => {
    expect(said(() => writtenName(chance, "人"), "刘玉芬")).toEqual({ signatureLine: each });
    expect(said(() => writtenName(chance, "十"), "买买提")).toEqual({ signatureLine: each });
  });
});

describe("what is no name", () => {
  const chance = chanceFor("no names");
  const kinds = Object.entries(noNames) as [keyof typeof noNames, (typeof noNames)["signatureDot"]][];
  it.each(kinds)("is refused whoever should have signed: %s", (kind, draw) => {
    for (const name of [undefined, "刘玉芬", "丁一", "卜", "Lee"]) {
      const counts = said(() => draw(chance), name);
      expect(counts.taken, name).toBeUndefined();
      // A flat wave may be told as a line, a tiny scribble as a dot.
      expect(counts[kind] ?? 0, name).toBeGreaterThan(each * 0.7);
    }
  });

  it("is a wave too where it goes higher than it is wide, and its ends tell nothing of its way", () => {
    for (const name of [undefined, "刘玉芬", "Li"])
      expect(said(() => tallZigzag(chance), name)).toEqual({ signatureWave: each });
  });

  it.each([
    ["an eight", figureEight],
    ["a spiral", spiral],
    ["a triangle, a square or a star", closedFigure],
    [
      "loops without end",
      (of: typeof chance) =>
        loopedName(
          of,
          Array.from({ length: 10 }, () => 0.8),
        ),
    ],
  ])("is %s, whoever should have signed", (_title, draw) => {
    // A hand that trembles much draws some that cannot be told from writing.
    for (const name of [undefined, "刘玉芬", "王丁", "Lee", "Bo"])
      expect(said(() => draw(chance), name).taken ?? 0, name).toBeLessThanOrEqual(each * 0.15);
  });

  it("is refused when nothing is drawn, and when it is more than anybody writes", () => {
    expect(signatureFault([])).toBe("signatureBlank");
    expect(signatureFault([[], []])).toBe("signatureBlank");
    const endless: Drawing = [
      Array.from({ length: 1900 }, (_one, i) => [i % 2 ? 10.25 : 200.75, 20.125 + (i % 90)] as const),
    ];
    expect(JSON.stringify(endless).length).toBeGreaterThan(strokesBytesMax);
    expect(signatureFault(endless)).toBe("signatureTooLarge");
  });
});

it("says the same as text in a page's script", () => {
  const inPage = runInNewContext(signatureCheckText()) as typeof signatureFault;
  const chance = chanceFor("the same in a page");
  for (const draw of [
    ...Object.values(noNames),
    () => writtenName(chance, "刘玉芬"),
    () => cursiveName(chance, "丁一", true),
  ]) {
    const drawing = draw(chance);
    expect(inPage(drawing, "丁一")).toBe(signatureFault(drawing, "丁一"));
  }
  expect(signatureCheckText().length).toBeLessThan(14_000);
});
