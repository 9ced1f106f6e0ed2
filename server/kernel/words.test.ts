import { describe, expect, it } from "vitest";
import { filled, instant, lines, reason, reasonOrNone, saysSomething, words } from "./words";

describe("a line of text", () => {
  it("takes names and places of every script, trimmed", () => {
    for (const text of ["锦绣里 6 幢", "Ångström", "👩‍👩‍👧 一家", "a\u00a0b"])
      expect(words(60).parse(` ${text}\n`)).toBe(text);
  });

  it("leaves out what keeps a day on one line on the page it was copied from", () => {
    expect(words(60).parse("11\u2060月\u206026\u2060日前")).toBe("11月26日前");
    expect(lines(60).parse("11\u2060月\u206026\u2060日\n")).toBe("11月26日");
  });

  it("refuses line ends of every kind, control characters and turns of the writing direction", () => {
    for (const sign of [
      "\n",
      "\r\n",
      "\r",
      "\u0085",
      "\u2028",
      "\u2029",
      "\u0000",
      "\t",
      "\u001b",
      "\u007f",
      "\u202e",
      "\u2066",
    ]) {
      const said = filled(60).safeParse(`调解室${sign}BEGIN:VEVENT`);
      expect(said.success, JSON.stringify(sign)).toBe(false);
      expect(said.error?.issues[0]).toMatchObject({ params: { problem: "oneLineOnly" } });
    }
  });

  it("may have several lines where it is a text, and still no control characters", () => {
    expect(lines(60).parse("一\r\n二\t三")).toBe("一\r\n二\t三");
    for (const sign of ["\u0000", "\u0008", "\u001b", "\u007f"])
      expect(lines(60).safeParse(`a${sign}b`).success).toBe(false);
  });
});

describe("a reason", () => {
  it("is some words in any language", () => {
    for (const text of ["出差", "ill", "对方改期", "not there", "1 个月后再来", "病了"])
      expect(reason(200).parse(text)).toBe(text);
  });

  it("is not one letter, signs, digits, or one letter repeated", () => {
    for (const text of [
      "",
      " ",
      "x",
      "病",
      "ok",
      "。。。。。。",
      "-----",
      "aaaaaa",
      "哈哈哈哈哈",
      "123456",
      "？！",
      "a a a a",
      "AaAaA",
    ]) {
      expect(reason(200).safeParse(text).success, text).toBe(false);
      expect(saysSomething(text), text).toBe(false);
    }
    expect(reason(200).safeParse("啊").error?.issues[0]).toMatchObject({ params: { problem: "reasonTooShort" } });
  });

  it("may be left out where it is needed in some cases only, but not be filled with a sign", () => {
    expect(reasonOrNone(200).parse(undefined)).toBe("");
    expect(reasonOrNone(200).parse("  ")).toBe("");
    expect(reasonOrNone(200).safeParse(".").success).toBe(false);
  });
});

describe("an instant", () => {
  it("has an offset that exists and a year of our time", () => {
    for (const text of [
      "2026-12-01T01:00:00Z",
      "2026-12-01T01:00:00.123456Z",
      "2026-12-01T09:00:00+08:00",
      "2026-12-01T09:00:00+14:00",
      "2999-12-31T23:59:59Z",
    ])
      expect(instant.parse(text)).toBe(text);
  });

  it("is refused beyond the offsets and years that the database takes", () => {
    for (const text of [
      "2026-12-01T01:00:00+16:00",
      "2026-12-01T01:00:00-16:00",
      "2026-12-01T01:00:00+23:59",
      "2026-12-01T01:00:00+14:01",
      "9999-12-31T23:59:59.999-12:00",
      "9999-12-31T23:59:59Z",
      "0000-01-01T00:00:00Z",
      "1899-12-31T23:59:59Z",
      "2026-12-01T24:00:00Z",
      "2026-02-30T00:00:00Z",
      "2026-12-01T01:00:00",
    ])
      expect(instant.safeParse(text).success, text).toBe(false);
  });
});
