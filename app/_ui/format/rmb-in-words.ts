import { fenInWords } from "@/server/papers/choices";
import { readYuan } from "./format-number";

/**
 * An amount as a Chinese document writes it beside the figure: 5400 → 伍仟肆佰元整.
 * @param yuan at least 0, at most twelve digits before the point
 */
export function rmbInWords(yuan: number | string): string {
  const { sign, whole, cents } = readYuan(yuan);
  if (sign || whole.length > 12) throw new RangeError(`cannot be written in words: ${yuan}`);
  return fenInWords(Number(`${whole}${cents}`));
}
