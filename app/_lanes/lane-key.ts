import type { Lane } from "@/db/vocabulary";

export interface LaneChoice {
  lane: Lane;
  /** Counted from 1, in the lane of one side only. */
  side: number | null;
  /** Names of that side's parties, for the fifth side on. */
  sideName: string;
}

/** "joint", "side:2" */
export const laneKey = ({ lane, side }: Pick<LaneChoice, "lane" | "side">): string =>
  side === null ? lane : `${lane}:${side}`;

export const isPrivate = (lane: Lane): boolean => lane !== "open" && lane !== "joint";

/** The lanes one may choose: the one-side lane once for each side. */
export function laneChoices(
  lanes: readonly Lane[],
  sides: readonly { side: number; names: readonly string[] }[],
): LaneChoice[] {
  return lanes.flatMap<LaneChoice>((lane) =>
    lane === "side"
      ? sides.map(({ side, names }) => ({ lane, side, sideName: names[0] ?? "" }))
      : [{ lane, side: null, sideName: "" }],
  );
}

/** The props of the lane components. */
export const laneOf = ({ lane, side, sideName }: LaneChoice) => ({ lane, sideIndex: (side ?? 1) - 1, sideName });
