import { useLocale } from "next-intl";
import { createElement, Fragment, type ReactNode } from "react";
import { Unbroken } from "./unbroken";

/** Facts on one line: separated by a full-width space in Chinese, by " · " in English. Empty ones are left out. */
export function Facts({ items }: { items: readonly ReactNode[] }) {
  // The dot stays at the end of its line: it never opens the next one.
  const gap = useLocale() === "en" ? "\u00a0· " : "　";
  return joined(items, gap);
}

/** Sides on one line: 刘玉芬 / 张建国 / 安居乐装饰. */
export function Sides({ names }: { names: readonly ReactNode[] }) {
  return joined(names, " / ");
}

/** As children of one element, which need no keys; words that follow each other become one text. */
function joined(items: readonly ReactNode[], gap: string) {
  const said = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  const parts: ReactNode[] = [];
  for (const item of said.flatMap((one, index) => (index > 0 ? [gap, one] : [one]))) {
    const before = parts.at(-1);
    if (typeof item === "string" && typeof before === "string") parts[parts.length - 1] = before + item;
    else parts.push(item);
  }
  return createElement(
    Fragment,
    null,
    ...parts.map((part) => (typeof part === "string" ? createElement(Unbroken, null, part) : part)),
  );
}
