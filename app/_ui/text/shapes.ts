/** Outlines for the `d` of a path: what has one colour is drawn by one element, because lists draw hundreds of them. */

const short = (value: number) => String(Math.round(value * 100) / 100);
const arc = (radius: number, x: number, y: number) =>
  `a${short(radius)} ${short(radius)} 0 0 1 ${short(x)} ${short(y)}`;

/** A circle around x, y. */
export function dot(x: number, y: number, radius: number): string {
  const wide = 2 * radius;
  return `M${short(x - radius)} ${short(y)}${arc(radius, wide, 0)}${arc(radius, -wide, 0)}z`;
}

/** A square from its upper left corner; a stroke with round joins rounds it. */
export const square = (x: number, y: number, size: number): string =>
  `M${brief(x)} ${brief(y)}h${brief(size)}v${brief(size)}h-${brief(size)}z`;

/** Without the zero before the point. */
const brief = (value: number): string => short(value).replace(/^0(?=\.)/, "");
