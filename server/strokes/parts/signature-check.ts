import type { Drawing, Point, SignatureFault } from "./drawing";
import type { StrokeShape } from "./stroke-shape";

/**
 * Why a drawing is no written name, or null where it may be one. Size, and how many strokes of which shapes, decide; nobody
 * is asked to write legibly, and a name in one cursive stroke is a name.
 *
 * Few plain strokes are the hard case: 卜, 人, 八 and 丁 are two lines, and so is a dash that was lifted once. Two lines count
 * if they differ in direction. Where the expected name is known it settles the rest. A lone dash is the name of somebody whose
 * name holds nothing but 一, and two or three parallel ones of 二 or 三; never of 丁一, who draws three lines. Where nothing but
 * lines was drawn, they have to be as many as the name has strokes if all its characters are of those few, and else three for
 * each character. A bend counts as one line more.
 * What goes round and round, or round one way and then the other, is a scribble; but of 吕, 品 and 日 a quick hand draws nothing
 * else, so that it counts where the name holds no other characters and it goes round as often as they do.
 * Uses nothing but its parameters, as `evenWay`.
 */
export function signatureChecks(
  shapeOf: (stroke: readonly Point[], whole: number) => StrokeShape,
): (drawing: Drawing, name?: string) => SignatureFault | null {
  const strokesOf = [
    "一乙〇",
    "丁七八九人入二又几儿了力刀卜十厂",
    "三于干工土士大万上下小口山千川久么凡丸夕女子寸才门弓也义之已",
  ];
  const ringsOf = ["口〇oO", "日曰田回吕昌B", "品晶"];
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);

  /** The strokes of a name written stroke by stroke; two where nothing is known of it. */
  function leastStrokes(name: string): number {
    const letters = [...name].filter((one) => /\p{Script=Han}|〇/u.test(one));
    if (letters.length === 0) return 2;
    const counts = letters.map((one) => strokesOf.findIndex((some) => some.includes(one)) + 1 || 3);
    return counts.reduce((all, one) => all + one, 0);
  }

  /** How often one goes round who writes such a name; never where it holds what is written otherwise. */
  function leastRings(name: string): number {
    const counts = [...name]
      .filter((one) => /\p{L}|〇/u.test(one))
      .map((one) => ringsOf.findIndex((some) => some.includes(one)) + 1);
    return counts.length === 0 || counts.includes(0)
      ? Number.POSITIVE_INFINITY
      : counts.reduce((all, one) => all + one, 0);
  }

  const isRound = (kind: StrokeShape["kind"]) => kind === "circle" || kind === "loops" || kind === "eight";

  /** Of one stroke: 丁一 in one go cannot be told from a wave, and is asked for again. */
  function faultOfOne({ kind }: StrokeShape): SignatureFault | null {
    if (kind === "written") return null;
    return kind === "wave" ? "signatureWave" : isRound(kind) ? "signatureCircle" : "signatureLine";
  }

  /** Whether two of them cross or part at more than 25 degrees. */
  const differ = (angles: number[]) =>
    angles.some((one) =>
      angles.some((other) => {
        const apart = Math.abs(one - other);
        return Math.min(apart, Math.PI - apart) > 0.44;
      }),
    );

  return (drawing, name = "") => {
    const strokes = drawing.filter((stroke) => stroke.length > 0);
    const points = strokes.flatMap((stroke) => [...stroke]);
    if (points.length === 0) return "signatureBlank";
    if (JSON.stringify(drawing).length > 20_000) return "signatureTooLarge";
    const whole = Math.max(span(points.map(([x]) => x)), span(points.map(([, y]) => y)));
    const shapes = strokes.map((stroke) => shapeOf(stroke, whole));
    const drawn = shapes.filter(({ kind }) => kind !== "tap");
    const [first] = drawn;
    if (!first) return strokes.length > 1 ? "signatureTaps" : "signatureDot";
    if (whole < 40) return whole < 24 && strokes.length === 1 ? "signatureDot" : "signatureSmall";
    const least = leastStrokes(name);
    if (/^[一二三\s·]+$/.test(name) && drawn.every(({ kind }) => !isRound(kind) && kind !== "wave"))
      return strokes.length >= least ? null : "signatureLine";
    // A name in Latin letters may be written in loops alone, not many more than it has letters; of all others they are a scribble.
    const letters = [...name].filter((one) => /\p{Script=Latin}/u.test(one)).length;
    if (letters > 1 && drawn.some(({ kind, worth }) => kind === "loops" && worth < 6 * (letters + 2))) return null;
    const rounds = drawn.reduce((all, { kind }) => all + (kind === "eight" ? 2 : 1), 0);
    if (drawn.every(({ kind }) => isRound(kind)) && rounds > 1 && rounds >= leastRings(name)) return null;
    if (drawn.length === 1) return faultOfOne(first);
    if (drawn.some(({ kind }) => kind === "written")) return null;
    if (drawn.every(({ kind }) => isRound(kind))) return "signatureCircle";
    if (drawn.every(({ kind }) => kind === "wave")) return "signatureWave";
    const worthOf = ({ kind, worth }: StrokeShape) => Math.min(worth, kind === "eight" ? 6 : isRound(kind) ? 3 : worth);
    const worth = shapes.reduce((all, one) => all + worthOf(one), 0);
    const areUnlike =
      drawn.some(({ kind }) => isRound(kind)) || differ(drawn.flatMap(({ directions }) => [...directions]));
    return worth >= least && areUnlike ? null : "signatureLine";
  };
}
