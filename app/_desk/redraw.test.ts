import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({
    file: file.split(path.sep).join("/"),
    text: readFileSync(path.join(import.meta.dirname, file), "utf8"),
  }));

const whoCalls = (hook: string) =>
  sources
    .filter(({ text }) => new RegExp(`= ${hook}\\(|return ${hook}\\(`).test(text))
    .map(({ file }) => file)
    .sort();

test("the words being typed are read by the line and by what stands beside it, and by no other part of the screen", () => {
  expect(whoCalls("useDraft")).toEqual([
    "composer/composer-head.tsx",
    "composer/saved-line.tsx",
    "composer/use-composing.ts",
  ]);
});

test("what is read from all half-typed words is read where it is shown", () => {
  expect(whoCalls("useOfDrafts")).toEqual(["composer/use-writing.ts", "line/use-line.ts"]);
  expect(whoCalls("useHasPrivateWords")).toEqual(["screen/ask-before-leaving.tsx", "screen/desk-banners.tsx"]);
  expect(whoCalls("useLeftWords")).toEqual(["phases/left-words.tsx", "phases/over-panel.tsx"]);
});

test("what surrounds the parts holds no words itself, so that a keystroke cannot redraw it", () => {
  const around = sources.filter(({ file }) => /desk-(screen|concerns)\.tsx$/.test(file));
  expect(around).toHaveLength(2);
  for (const { text } of around) expect(text).not.toMatch(/use(Draft|OfDrafts|HasPrivateWords|LeftWords)\b/);
});
