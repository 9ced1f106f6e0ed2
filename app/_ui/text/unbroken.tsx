import {
  Children,
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import styles from "./unbroken.module.css";

/** As people write them; those of the product's own formats hold together by themselves (format/unbroken-days.ts). */
const day = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?: 周.)?";
const hours = "\\d{1,2}:\\d{2}(?:–\\d{1,2}:\\d{2})?";
const sum = "¥\\d[\\d,.]*";
/** The number of a paper: （2026）柳人调字第 087 号. */
const paper = "（\\d{4}）[^（）\\s]{1,10}第 ?\\d+ ?号";
/** The number of a matter, which would end a line at its dashes: LW-2026-0417. */
const matter = "\\b[A-Z]{2,4}-\\d{4}-\\d{3,}";
const whole = new RegExp(`(${[day, hours, sum, paper, matter].join("|")})`);

/** Plain parts of a text, whose sentences are kept whole too; a component holds its own. */
const parts: ReadonlySet<unknown> = new Set([Fragment, "span", "p", "b", "div", "strong", "small"]);

/**
 * A sentence in which a day, a span of hours, a sum and the number of a paper or matter each stay on one line, also where it stands
 * with others in a cell. A component is left as it is: it holds its own parts. One element a sentence, since around it may
 * be a grid or a row.
 */
export const Unbroken = ({ children }: { children: ReactNode }): ReactNode => unbroken(children);

function unbroken(node: ReactNode): ReactNode {
  if (typeof node === "string") return sentence(node);
  if (Array.isArray(node)) return Children.map(node, unbroken);
  if (!isValidElement(node) || !parts.has(node.type)) return node;
  const held = node as ReactElement<{ children?: ReactNode }>;
  const { children } = held.props;
  return children === undefined || children === null ? node : cloneElement(held, undefined, unbroken(children));
}

function sentence(text: string): ReactNode {
  const found = text.split(whole);
  if (found.length === 1) return text;
  const drawn = found.map((part, index) =>
    index % 2 === 1 ? createElement("span", { className: styles.whole }, part) : part,
  );
  return createElement("span", null, ...drawn);
}
