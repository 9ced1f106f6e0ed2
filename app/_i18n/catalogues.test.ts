import { describe, expect, it } from "vitest";
import { placeholders } from "@/bin/checks/message-arguments.mjs";
import * as vocabulary from "@/db/vocabulary";
import { catalogues } from "./catalogues";

const zh = leaves(catalogues["zh-CN"]);
const en = leaves(catalogues.en);

describe("the two catalogues", () => {
  it("have the same keys", () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it("have the same placeholders under each key", () => {
    for (const [key, words] of zh) {
      expect(placeholders(en.get(key) ?? ""), key).toEqual(placeholders(words));
    }
  });

  it("leave no word empty, and no Chinese in English but the name of the language", () => {
    const empty = [...zh, ...en].filter(([, words]) => !words.trim()).map(([key]) => key);
    expect(empty).toEqual([]);
    const chinese = [...en].filter(([, words]) => /\p{Script=Han}/u.test(words)).map(([key]) => key);
    expect(chinese.sort()).toEqual(["frame.languages.zh-CN", "vocabulary.locales.zh-CN"]);
  });

  it("name every word of the vocabulary, and no others", () => {
    const listed = Object.entries(vocabulary).flatMap(([list, words]) =>
      Array.isArray(words) ? words.map((word) => `vocabulary.${list}.${word}`) : [],
    );
    expect([...zh.keys()].filter((key) => key.startsWith("vocabulary.")).sort()).toEqual(listed.sort());
  });

  it("are plain: no exclamation marks, no technical words", () => {
    const refused = /[!！]|系统|操作|成功(?!率)|失败|非法|请勿|暂无/;
    const odd = [...zh].filter(([, words]) => refused.test(words)).map(([key, words]) => `${key}: ${words}`);
    expect(odd).toEqual([]);
  });
});

function leaves(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(at, value);
    else for (const [inner, words] of leaves(value, at)) found.set(inner, words);
  }
  return found;
}
