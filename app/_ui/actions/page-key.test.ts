import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isPageKey } from "./page-key";
import { chooseSingleKeys } from "./single-keys";

const press = (key: string) =>
  isPageKey({ key, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, target: null } as KeyboardEvent);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("keys of one letter are the page's until they are switched off on the device, and again afterwards; others always", () => {
  expect(["n", "J", "?", "Enter", "ArrowDown"].map(press)).toEqual([true, true, true, true, true]);
  chooseSingleKeys(false);
  expect(["n", "J", "?", "Enter", "ArrowDown"].map(press)).toEqual([false, false, false, true, true]);
  chooseSingleKeys(true);
  expect(press("n")).toBe(true);
});

it("a browser that keeps nothing listens to them", () => {
  vi.stubGlobal("localStorage", undefined);
  chooseSingleKeys(false);
  expect(press("n")).toBe(true);
});
