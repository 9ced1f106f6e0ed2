import { createElement, type ReactNode } from "react";
import styles from "./unbroken.module.css";

const day = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?: 周.)?";
/** A number before a word of three letters with a capital is a day; where it is something else, it may stay whole too. */
const dayEn = "(?:[A-Z][a-z]{2} )?\\d{1,2} [A-Z][a-z]{2}\\b(?: \\d{4})?";
const hours = "\\d{1,2}:\\d{2}(?:–\\d{1,2}:\\d{2})?";
const sum = "¥\\d[\\d,.]*";
/** The number of a paper: （2026）柳人调字第 087 号. */
const paper = "（\\d{4}）[^（）\\s]{1,10}第 ?\\d+ ?号";
const whole = new RegExp(`(${[day, dayEn, hours, sum, paper].join("|")})`);

/**
 * A sentence in which a day, a span of hours, a sum and the number of a paper each stay on one line. What is no plain sentence is left as it is:
 * it holds its own parts. One element, since around it may be a grid or a row.
 */
export function Unbroken({ children }: { children: ReactNode }): ReactNode {
  if (typeof children !== "string") return children;
  const parts = children.split(whole);
  if (parts.length === 1) return children;
  const drawn = parts.map((part, index) =>
    index % 2 === 1 ? createElement("span", { className: styles.whole }, part) : part,
  );
  return createElement("span", null, ...drawn);
}
