import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { look, tokens } from "./look";

it("the tokens of plain pages have the values of all other pages, light and dark", () => {
  const [light = "", dark = ""] = readFileSync("app/_ui/theme/tokens.css", "utf8").split(/\[data-theme="dark"\]/);
  const valueIn = (css: string, name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`).exec(css)?.[1];
  for (const [name, [inLight, inDark]] of Object.entries(tokens))
    expect([name, inLight, inDark]).toEqual([name, valueIn(light, name), valueIn(dark, name)]);
});

it("their style sheet names no token it does not have, nothing smaller than 16 px, and is a few KiB as it travels", () => {
  const used = new Set([...look.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = ""]) => name));
  expect([...used].filter((name) => !(name in tokens))).toEqual([]);
  const sizes = [...look.matchAll(/font(?:-size)?:\s*(?:\d+ )?([\d.]+)rem/g)].map(([, rem]) => Number(rem));
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
  expect(look).not.toMatch(/font[^;}]*\d(?:px|em\b)/);
  expect(gzipSync(look).length).toBeLessThan(4 * 1024);
});
