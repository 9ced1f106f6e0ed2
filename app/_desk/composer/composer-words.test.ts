import { describe, expect, it } from "vitest";
import { type KindWord, kindsFor, type Speaker, settled, speakersFor, tokenAt, without } from "./composer-words";
import { initialsOf } from "./initials";

const speakers: Speaker[] = [
  { key: "party:1", name: "刘玉芬", side: 1, letter: "甲" },
  { key: "party:2", name: "张晓雯", side: 2, letter: "乙" },
  { key: "party:3", name: "张晓", side: 2, letter: "" },
  { key: "person:4", name: "阿卜杜热合曼·买买提依明", side: null, letter: "" },
];
const kinds: KindWord[] = [
  { kind: "claim", word: "诉求" },
  { kind: "issue", word: "焦点" },
  { kind: "fact", word: "事实" },
  { kind: "proposal", word: "方案" },
];

describe("the first letters of a name", () => {
  it("are those typed without an input method", () => {
    expect(initialsOf("张晓雯")).toBe("zxw");
    expect(initialsOf("方案")).toBe("fa");
    expect(initialsOf("Aydin Karimov")).toBe("ak");
    expect(initialsOf("阿卜杜热合曼·买买提依明").slice(0, 4)).toBe("abdr");
  });
});

describe("the token under the caret", () => {
  it("is found behind either sign, half or full width", () => {
    expect(tokenAt("@张", 2)).toEqual({ sign: "@", from: 0, to: 2, fragment: "张" });
    expect(tokenAt("先垫 ＃方", 5)).toEqual({ sign: "#", from: 3, to: 5, fragment: "方" });
    expect(tokenAt("好@", 2)?.fragment).toBe("");
  });
  it("ends at a space and is no part of a mail address", () => {
    expect(tokenAt("@张晓雯 材料", 7)).toBeNull();
    expect(tokenAt("mail a@b", 8)).toBeNull();
    expect(tokenAt("没有记号", 4)).toBeNull();
  });
  it("leaves the rest of the text and the caret where it stood", () => {
    const token = tokenAt("先@张 后", 3);
    expect(token && without("先@张 后", token)).toEqual({ text: "先后", caret: 1 });
  });
});

describe("who fits what is typed", () => {
  it("is found by character, first letters, side and middle of the name", () => {
    expect(speakersFor("张", speakers).map((one) => one.name)).toEqual(["张晓雯", "张晓"]);
    expect(speakersFor("zxw", speakers)[0]?.name).toBe("张晓雯");
    expect(speakersFor("甲", speakers)[0]?.name).toBe("刘玉芬");
    expect(speakersFor("买买提", speakers)[0]?.key).toBe("person:4");
    expect(speakersFor("王", speakers)).toEqual([]);
    expect(speakersFor("", speakers)).toHaveLength(4);
  });
  it("columns too, in both languages", () => {
    expect(kindsFor("fa", kinds).map((one) => one.kind)).toEqual(["proposal", "fact"]);
    expect(kindsFor("fangan", kinds)).toEqual([]);
    expect(kindsFor("ss", kinds)[0]?.kind).toBe("fact");
    expect(kindsFor("方", kinds)[0]?.kind).toBe("proposal");
    expect(kindsFor("prop", kinds)[0]?.kind).toBe("proposal");
  });
});

describe("a speaker, a column and words typed as one line", () => {
  it("gives speaker, column and words", () => {
    expect(settled("@张晓雯 #方案 材料费张家先垫", speakers, kinds)).toEqual({
      text: "材料费张家先垫",
      speaker: speakers[1],
      kind: "proposal",
    });
  });
  it("needs no spaces, and the longer of two names wins", () => {
    expect(settled("@张晓雯＃方案材料费先垫", speakers, kinds)).toMatchObject({
      text: "材料费先垫",
      speaker: { name: "张晓雯" },
      kind: "proposal",
    });
    expect(settled("@张晓说了", speakers, kinds)).toMatchObject({ text: "说了", speaker: { name: "张晓" } });
  });
  it("keeps what fits nobody", () => {
    expect(settled("见 @王五 和 a@b.cn #别的", speakers, kinds)).toEqual({
      text: "见 @王五 和 a@b.cn #别的",
      speaker: null,
      kind: null,
    });
  });
  it("takes codes and letters as well, but no beginning of a longer Latin word", () => {
    expect(settled("@甲 #fact 2009年的图", speakers, kinds)).toMatchObject({
      text: "2009年的图",
      kind: "fact",
      speaker: { name: "刘玉芬" },
    });
    expect(settled("#factory gate", speakers, kinds)).toMatchObject({ text: "#factory gate", kind: null });
  });
});
