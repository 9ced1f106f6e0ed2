import type { Copies } from "../model";
import type { Sheet } from "./sheet";

/**
 * What stands in the foot of each copy, so that everybody gets theirs; none where one copy is printed. Of what is under seal no more
 * copies are made than one: those that bind were printed before it.
 */
export function copyMarks({ foot, parts }: Pick<Sheet, "foot" | "parts">, { count, forWhom }: Copies): string[] {
  if (count < 2 || parts.some((part) => part.is === "seal" && part.sealed)) return [];
  return Array.from({ length: count }, (_, i) => {
    const whom = forWhom.length === count ? forWhom[i] : undefined;
    const mark = `共${count}份，第${i + 1}份${whom ? `，交${whom}` : ""}`;
    return foot ? `${foot}　${mark}` : mark;
  });
}
