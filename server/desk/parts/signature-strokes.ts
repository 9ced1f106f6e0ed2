import type { Strokes } from "../inputs";

/** Why a drawing is not accepted as a signature, as a problem code. */
export type StrokesFault = "signatureTooLarge" | "signatureBlank" | "signatureDot" | "signatureLine";

/** The largest size of a drawn signature, in bytes of JSON. */
export const strokesBytesMax = 20_000;

/** Why this is not a written name (a blank field, a dot, a dash or a wavy line); null when it is one. */
export function strokesFault(strokes: Strokes): StrokesFault | null {
  if (JSON.stringify(strokes).length > strokesBytesMax) return "signatureTooLarge";
  const drawn = strokes.filter((stroke) => stroke.length > 0);
  const points = drawn.flat();
  if (points.length === 0) return "signatureBlank";
  const width = span(points.map(([x]) => x));
  const height = span(points.map(([, y]) => y));
  if (Math.max(width, height) < 24) return "signatureDot";
  return drawn.length <= 2 && drawn.every(isOneSweep) ? "signatureLine" : null;
}

const span = (values: readonly number[]) =>
  values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));

/**
 * Whether a stroke runs in one direction only: a dash, or a wave that never turns back. Measured along the line from its
 * first to its last point; a written name goes back and forth.
 */
function isOneSweep(stroke: Strokes[number]): boolean {
  const [first, last] = [stroke[0], stroke.at(-1)];
  if (!first || !last) return true;
  const reach = Math.hypot(last[0] - first[0], last[1] - first[1]);
  const widest = Math.max(span(stroke.map(([x]) => x)), span(stroke.map(([, y]) => y)));
  if (widest < 12) return true;
  if (reach < widest / 2) return false;
  const along = stroke.map(
    ([x, y]) => ((x - first[0]) * (last[0] - first[0]) + (y - first[1]) * (last[1] - first[1])) / reach,
  );
  let turnedBack = 0;
  for (let i = 1; i < along.length; i += 1) turnedBack += Math.max(0, (along[i - 1] ?? 0) - (along[i] ?? 0));
  return turnedBack < reach * 0.15;
}
