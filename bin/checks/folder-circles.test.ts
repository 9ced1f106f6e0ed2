import { expect, test } from "vitest";
import { folderCircles } from "./folder-circles.mjs";

const folderOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : null);
const imports = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(" ");
    return { from, to };
  });

test("folders that import each other are reported with these imports", () => {
  expect(folderCircles(imports("a/one b/two", "b/three a/four"), folderOf)).toEqual([
    "circle between folders: a → b → a\n    a/one → b/two\n    b/three → a/four",
  ]);
});

test("a circle through a third folder is found, and reported once", () => {
  expect(folderCircles(imports("a/x b/x", "b/x c/x", "c/x a/x"), folderOf)).toHaveLength(1);
});

test("imports in one direction or within a folder are no circle", () => {
  expect(folderCircles(imports("a/x b/x", "a/x c/x", "b/x c/x", "c/x c/y", "c/y c/x"), folderOf)).toEqual([]);
});

test("files that are left out make no circle", () => {
  expect(folderCircles(imports("a/x top", "top a/x"), folderOf)).toEqual([]);
});
