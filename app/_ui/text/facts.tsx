import { useLocale } from "next-intl";
import { Fragment, type ReactNode } from "react";

/** Facts on one line: separated by a full-width space in Chinese, by " · " in English. Empty ones are left out. */
export function Facts({ items }: { items: readonly ReactNode[] }) {
  const gap = useLocale() === "en" ? " · " : "　";
  return joined(items, gap);
}

/** Sides on one line: 刘玉芬 / 张建国 / 安居乐装饰. */
export function Sides({ names }: { names: readonly ReactNode[] }) {
  return joined(names, " / ");
}

function joined(items: readonly ReactNode[], gap: string) {
  const said = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  return (
    <>
      {said.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line have no identity but their place
        <Fragment key={index}>
          {index > 0 ? gap : null}
          {item}
        </Fragment>
      ))}
    </>
  );
}
