import { describe, expect, test } from "vitest";
import { placeholders } from "./message-arguments.mjs";

describe("the names a message wants filled in", () => {
  test.each([
    ["{name} 于 {at, date, short}", ["at", "name"]],
    ["{n, plural, one {# paper} other {# papers}}", ["n"]],
    ["{side, select, first {{who}} other {nobody}} came", ["side", "who"]],
    ["it''s '{not}' {yes}", ["yes"]],
    ["'{it''s}' {n}", ["n"]],
    ["<b>{n}</b> left", ["<b>", "n"]],
    ["no names", []],
  ])("%s", (message, names) => {
    expect(placeholders(message)).toEqual(names);
  });

  test.each([
    "open {",
    "close }",
    "'{quoted}' }",
    "{n, plural, other {# papers}",
    "{n, plural, one {# paper}}",
    "<b>not closed",
    "<b>closed</i>",
  ])("refuses %s", (message) => {
    expect(() => placeholders(message)).toThrow();
  });
});
