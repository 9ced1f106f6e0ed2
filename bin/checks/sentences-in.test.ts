import { expect, it } from "vitest";
import { sentencesOf } from "./sentences-in.mjs";

const textsOf = (source: string) => sentencesOf(source).map(({ text }) => text);

it("the sentences of a comment are told apart, however it is written, and entries of a list are sentences of their own", () => {
  expect(textsOf("/** One. Two goes\n * on. */\nconst a = 1;\n")).toEqual(["One.", "Two goes on."]);
  expect(textsOf("// Alone\n// on two lines.\nrun();\n")).toEqual(["Alone on two lines."]);
  expect(textsOf("-- The rows:\n-- · of a lead;\n-- · of a head.\nselect 1;\n")).toEqual([
    "The rows:",
    "· of a lead;",
    "· of a head.",
  ]);
  expect(textsOf("/**\n * A list:\n * - one\n * - two\n */\n")).toEqual(["A list:", "- one", "- two"]);
});

it("neither code nor a tag is a sentence, and each has the line of its comment", () => {
  expect(sentencesOf('const url = "http://a";\n\n/** Why. @param {string} name of it */\n')).toEqual([
    { text: "Why.", line: 3 },
  ]);
});
