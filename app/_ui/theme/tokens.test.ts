import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const light = colors(css.slice(0, css.indexOf("[data-theme")));
const schemes = { light, dark: new Map([...light, ...colors(css.slice(css.indexOf("[data-theme")))]) };

/** Text needs 4.5, shapes and the edges of fields 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const texts = [
  ["ink", "sheet"],
  ["ink", "canvas"],
  ["ink-2", "sheet"],
  ["ink-2", "canvas"],
  ["ink-2", "sunk"],
  ["ink-2", "st-0"],
  ["ink-3", "sheet"],
  ["ink-3", "canvas"],
  ["ink-3", "hover"],
  ["ink-3", "pick"],
  ["act", "sheet"],
  ["act", "canvas"],
  ["act", "pick"],
  ["on", "act"],
  ["on", "act-2"],
  ["act-ink", "act-soft"],
  ["green-ink", "green-soft"],
  ["amber-ink", "amber-soft"],
  ["red-ink", "red-soft"],
  ["red-ink", "sheet"],
  ["on", "red"],
  ["ink", "st-1"],
  ["on", "st-5"],
  ["on", "stop"],
  ["side-a", "side-a-soft"],
  ["side-b", "side-b-soft"],
  ["side-c", "side-c-soft"],
  ["side-d", "side-d-soft"],
  ["on", "side-a"],
  ["on", "side-b"],
  ["on", "side-c"],
  ["on", "side-d"],
  ["med", "med-soft"],
  ["joint", "joint-soft"],
  ["sealed-on", "sealed"],
  ["sheet", "ink"],
  ["sheet", "ink-2"],
] as const;
const shapes = [
  ["edge", "sheet"],
  ["edge", "canvas"],
  ["green", "sheet"],
  ["amber", "sheet"],
  ["amber", "canvas"],
  ["red", "sheet"],
  ["st-4", "sheet"],
] as const;

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  it.each(texts)("%s can be read on %s", (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)("%s can be seen on %s", (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

function colors(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function contrast(scheme: "light" | "dark", one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(schemes[scheme].get(name) ?? "")).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
