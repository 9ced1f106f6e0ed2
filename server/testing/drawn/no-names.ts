import type { RepeatableRandom } from "../../demo/scenarios/repeatable-random";
import { anyHand, between, drawnBy, type Hand, type Meant, type Pixels, share } from "./hand";

const turned = (stroke: Meant, angle: number): Meant =>
  stroke.map(([x, y]) => [
    0.5 + (x - 0.5) * Math.cos(angle) - (y - 0.5) * Math.sin(angle),
    0.5 + (x - 0.5) * Math.sin(angle) + (y - 0.5) * Math.cos(angle),
  ]);
const curve = (points: number, at: (part: number) => readonly [number, number]): Meant =>
  Array.from({ length: points + 1 }, (_one, index) => at(index / points));
const draw = (chance: RepeatableRandom, strokes: readonly Meant[], hand: Partial<Hand> = {}): Pixels[] =>
  drawnBy(chance, { ...anyHand(chance), ...hand }, strokes);

/** What people draw who do not write a name, by the fault it has. */
export const noNames = {
  signatureDot: (chance: RepeatableRandom): Pixels[] => {
    const spread = between(chance, 0, 0.06);
    return draw(chance, [curve(1 + chance.below(6), (part) => [0.5 + part * spread, 0.5 + share(chance) * spread])], {
      size: 60,
    });
  },
  signatureTaps: (chance: RepeatableRandom): Pixels[] =>
    draw(
      chance,
      Array.from({ length: 2 + chance.below(4) }, (): Meant => {
        const [x, y] = [share(chance), share(chance)];
        return curve(2, (part) => [x + part * 0.02, y]);
      }),
      { size: between(chance, 90, 260) },
    ),
  /** A dash at any angle, straight or in a slight curve, perhaps lifted once or made twice. */
  signatureLine: (chance: RepeatableRandom): Pixels[] => {
    const [bow, angle] = [between(chance, -0.25, 0.25), share(chance) * 6.3];
    const dash = curve(12, (part) => [part, 0.5 + bow * Math.sin(part * Math.PI)]);
    const straight = curve(4, (part) => [part, 0.5]);
    const strokes = [
      [dash],
      [straight],
      [straight.slice(0, 3), straight.slice(2).map(([x, y]) => [x + 0.08, y] as const)],
      [straight, straight.map(([x, y]) => [x, y + 0.3] as const)],
    ][chance.below(4)] ?? [dash];
    return draw(
      chance,
      strokes.map((one) => turned(one, angle)),
      { size: between(chance, 60, 260) },
    );
  },
  /** A wave or zigzag of any length, height and angle. */
  signatureWave: (chance: RepeatableRandom): Pixels[] => {
    const [waves, height, angle] = [between(chance, 2, 8), between(chance, 0.08, 0.4), share(chance) * 6.3];
    const isZigzag = chance.in100(35);
    const wave = curve(160, (part) => {
      const phase = part * waves;
      const up = isZigzag ? Math.abs((phase % 1) * 4 - 2) - 1 : Math.sin(phase * 2 * Math.PI);
      return [part * Math.max(1, waves * 0.3), 0.5 + (up * height) / 2];
    });
    return draw(chance, [turned(wave, angle)], { size: between(chance, 70, 200) });
  },
  /** A circle or ellipse, once or several times round, either way. */
  signatureCircle: (chance: RepeatableRandom): Pixels[] => {
    const [rounds, from, way] = [between(chance, 0.85, 3.2), share(chance) * 6.3, chance.pick([1, -1])];
    const [wide, high] = [between(chance, 0.3, 0.5), between(chance, 0.3, 0.5)];
    const circle = curve(Math.ceil(rounds * 40), (part) => {
      const angle = from + way * part * rounds * 2 * Math.PI;
      const drift = 1 + 0.12 * Math.sin(part * 5);
      return [0.5 + wide * drift * Math.cos(angle), 0.5 + high * drift * Math.sin(angle)];
    });
    return draw(chance, [circle]);
  },
  /** Scribbled without leaving the spot. */
  signatureSmall: (chance: RepeatableRandom): Pixels[] => {
    const stroke = () => curve(6 + chance.below(8), () => [share(chance), share(chance)]);
    return draw(chance, Array.from({ length: 1 + chance.below(3) }, stroke), {
      size: between(chance, 25, 33),
      trembling: 0,
      step: 3,
    });
  },
};

/** Up and down, each time higher than it is wide, as somebody fills a field who does not want to write. */
export function tallZigzag(chance: RepeatableRandom): Pixels[] {
  const [turns, wide] = [5 + chance.below(8), between(chance, 0.15, 0.35)];
  const zigzag = Array.from({ length: turns + 1 }, (_one, index) => [index * wide, index % 2] as const);
  return draw(chance, [turned(zigzag, between(chance, -0.3, 0.3))], { size: between(chance, 70, 160) });
}

/** An eight, upright or lying, begun anywhere, once or several times, its halves of one size or not. */
export function figureEight(chance: RepeatableRandom): Pixels[] {
  const [rounds, from, way] = [between(chance, 0.92, 2.6), share(chance), chance.pick([1, -1])];
  const [wide, upper, angle] = [between(chance, 0.3, 0.7), between(chance, 0.6, 1), share(chance) * 6.3];
  const eight = curve(Math.ceil(rounds * 60), (part) => {
    const turn = (from + way * part * rounds) * 2 * Math.PI;
    const size = Math.sin(turn) < 0 ? upper : 1;
    return [0.5 + ((size * wide) / 2) * Math.sin(2 * turn), 0.5 + size * 0.5 * Math.sin(turn)];
  });
  return draw(chance, [turned(eight, angle)]);
}

/** Round and round from the middle outward, or inward. */
export function spiral(chance: RepeatableRandom): Pixels[] {
  const [rounds, from, way] = [between(chance, 1.6, 5), share(chance) * 6.3, chance.pick([1, -1])];
  const [inner, flat, isOutward] = [between(chance, 0, 0.2), between(chance, 0.6, 1), chance.in100(50)];
  const drift = between(chance, -0.05, 0.05);
  const round = curve(Math.ceil(rounds * 40), (part) => {
    const far = 0.5 * (inner + (1 - inner) * (isOutward ? part : 1 - part));
    const angle = from + way * part * rounds * 2 * Math.PI;
    return [0.5 + far * Math.cos(angle) + drift * part, 0.5 + flat * far * Math.sin(angle)];
  });
  return draw(chance, [round]);
}

/** A triangle, a square or a star of five points, in one go. */
export function closedFigure(chance: RepeatableRandom): Pixels[] {
  const [corners, rounds] = chance.pick([[3, 1] as const, [4, 1] as const, [5, 2] as const]);
  const figure = curve(corners, (part) => {
    const angle = part * rounds * 2 * Math.PI;
    return [0.5 + 0.5 * Math.sin(angle), 0.5 - 0.5 * Math.cos(angle)];
  });
  return draw(chance, [turned(figure, share(chance) * 6.3)]);
}
