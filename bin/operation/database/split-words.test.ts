import { expect, it } from "vitest";
import { splitWords } from "./split-words.mjs";

const entry = { idx: 1, when: 1000, tag: "0001_judges", version: "7", breakpoints: true };
const word = 'ALTER TYPE "public"."role" ADD VALUE \'judge\';';
const column = 'ALTER TABLE "people" ADD COLUMN "court" text;';

it("new words come first, in a migration of their own", () => {
  expect(splitWords(entry, `${word}--> statement-breakpoint\n${column}`)).toEqual([
    { entry: { ...entry, tag: "0001_judges_words" }, text: word },
    { entry: { ...entry, idx: 2, when: 1001, tag: "0002_judges" }, text: column },
  ]);
});

it.each([word, column])("a migration of one kind is not divided: %s", (text) => {
  expect(splitWords(entry, text)).toEqual([{ entry, text }]);
});
