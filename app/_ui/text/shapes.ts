/** Outlines for the `d` of a path: what has one colour is drawn by one element, because lists draw hundreds of them. */

const short = (value: number) => String(Math.round(value * 100) / 100);
const arc = (radius: number, x: number, y: number) =>
  `a${short(radius)} ${short(radius)} 0 0 1 ${short(x)} ${short(y)}`;

/** A circle around x, y. */
export function dot(x: number, y: number, radius: number): string {
  const wide = 2 * radius;
  return `M${short(x - radius)} ${short(y)}${arc(radius, wide, 0)}${arc(radius, -wide, 0)}z`;
}

/** A square with round corners, from its upper left corner. */
export function tile(x: number, y: number, size: number, radius: number): string {
  const side = short(size - 2 * radius);
  const turns = [arc(radius, radius, radius), arc(radius, -radius, radius), arc(radius, -radius, -radius)];
  return `M${short(x + radius)} ${short(y)}h${side}${turns[0]}v${side}${turns[1]}h-${side}${turns[2]}v-${side}${arc(radius, radius, -radius)}z`;
}
