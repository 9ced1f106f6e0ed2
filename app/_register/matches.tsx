import { useLocale } from "next-intl";
import { Fragment } from "react";

/** Matching words, each marked: 锦绣里 6幢 602. */
export function Matches({ found }: { found: readonly string[] }) {
  const gap = useLocale() === "en" ? ", " : " ";
  return found.map((words, index) => (
    <Fragment key={words}>
      {index > 0 ? gap : null}
      <mark>{words}</mark>
    </Fragment>
  ));
}
