import { describe, expect, it } from "vitest";
import { listsOf, messageFaults } from "./message-faults.mjs";

const lists = { nextSteps: ["close"] };
const words = {
  "vocabulary.nextSteps.close": "结案",
  "disputes.step.close.plain": "可以结案",
  "disputes.do.close": "结案",
};
const inEnglish = Object.fromEntries(Object.keys(words).map((key) => [key, "Close"]));
const faultsOf = (zh: Record<string, string>, en: Record<string, string>) =>
  messageFaults({
    chinese: new Map(Object.entries({ ...words, ...zh })),
    english: new Map(Object.entries({ ...inEnglish, ...en })),
    lists,
  });

describe("catalogues", () => {
  it("are without fault when both languages say the same of every word", () => {
    expect(faultsOf({ "ui.count": "{n} 件" }, { "ui.count": "{n, plural, one {# matter} other {# matters}}" })).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ["a key of one language", { "ui.a": "好" }, {}, "en lacks ui.a"],
    ["a key of the other", {}, { "ui.a": "Good" }, "zh-CN lacks ui.a"],
    [
      "another placeholder",
      { "ui.a": "{n} 件" },
      { "ui.a": "{m}" },
      "ui.a has other placeholders in en: m, in zh-CN: n",
    ],
    ["what is no message", { "ui.a": "{n" }, { "ui.a": "{n}" }, "ui.a: EXPECT_ARGUMENT_CLOSING_BRACE"],
    ["an empty word", { "ui.a": "好" }, { "ui.a": " " }, "ui.a is empty"],
    ["Chinese in English", { "ui.a": "好" }, { "ui.a": "好" }, "ui.a is Chinese in en"],
    ["one that is said as many", { "ui.a": "{n} 件" }, { "ui.a": "{n} matters" }, "ui.a says one as it says many"],
    ["an exclamation mark", { "ui.a": "好！" }, { "ui.a": "Good" }, "ui.a is not plain"],
    ["an old name of something", { "ui.a": "占住两小时" }, { "ui.a": "Held" }, "ui.a has another name for one thing"],
    ["an old English one", { "ui.a": "催" }, { "ui.a": "Urge" }, "ui.a has another name for one thing, write remind"],
    [
      "a word that the vocabulary has not",
      { "vocabulary.nextSteps.rest": "休息" },
      { "vocabulary.nextSteps.rest": "Rest" },
      "vocabulary.nextSteps.rest is no word of db/vocabulary.ts",
    ],
  ])("may not have %s", (_, zh, en, fault) => {
    expect(faultsOf(zh, en)).toEqual([expect.stringContaining(fault)]);
  });

  it("name every word of the vocabulary, and say of each next step what it is and what its button does", () => {
    const chinese = new Map(Object.entries(words));
    const faults = messageFaults({
      chinese,
      english: new Map(Object.entries(inEnglish)),
      lists: { nextSteps: ["close", "rest"] },
    });
    expect(faults.map((fault) => /lack ([\w.]+)/.exec(fault)?.[1])).toEqual([
      "vocabulary.nextSteps.rest",
      "disputes.step.rest",
      "disputes.do.rest",
    ]);
  });

  it("are compared with the lists as the source has them, on one line or many", () => {
    expect(
      listsOf(`export const a = ["x", "y"] as const;\n/** b */\nexport const b = [\n  "z",\n] as const;\n`),
    ).toEqual({
      a: ["x", "y"],
      b: ["z"],
    });
  });
});
