import type { Lane } from "@/db/vocabulary";

/** The side in caucus; null when all sides are in the room. */
export interface Cover {
  /** Everything of private lanes is hidden: tabs, counts, cards, polls, hints. */
  isCovered: boolean;
  caucus: number | null;
  /** The chosen lane's key: "joint", "side:2", "mediator", "sealed". Typing goes there. */
  lane: string;
  /** Words of the private cards open at the moment, by card; the page holds them nowhere else. */
  opened: Readonly<Record<string, Opened>>;
}

export interface Opened {
  text: string;
  /** Name of the speaker; null for an entry by the desk itself. */
  speaker: string | null;
}

export type CoverStep =
  /** Esc, a hidden tab, a minute without input, the start of the session. */
  | { type: "cover" }
  | { type: "uncover" }
  | { type: "enterCaucus"; side: number }
  | { type: "leaveCaucus" }
  | { type: "choose"; lane: string }
  | { type: "open"; id: string; words: Opened }
  | { type: "release"; id: string };

export const atFirst: Cover = { isCovered: true, caucus: null, lane: "joint", opened: {} };

export function covered(before: Cover, step: CoverStep): Cover {
  switch (step.type) {
    case "cover":
      return { ...before, isCovered: true, lane: "joint", opened: {} };
    case "uncover":
      return { ...before, isCovered: false, lane: before.caucus ? sideKey(before.caucus) : before.lane };
    case "enterCaucus":
      return { isCovered: false, caucus: step.side, lane: sideKey(step.side), opened: {} };
    case "leaveCaucus":
      return atFirst;
    case "choose":
      // Opened words belong to the lane that was chosen; the next lane may have other readers.
      return mayChoose(before, step.lane) ? { ...before, lane: step.lane, opened: {} } : before;
    case "open":
      // An answer that arrives after Esc is thrown away.
      return before.isCovered ? before : { ...before, opened: { ...before.opened, [step.id]: step.words } };
    case "release": {
      const { [step.id]: _gone, ...rest } = before.opened;
      return { ...before, opened: rest };
    }
  }
}

const sideKey = (side: number) => `side:${side}`;

interface Placed {
  lane: Lane;
  side: number | null;
}

const keyOf = ({ lane, side }: Placed) => (side === null ? lane : `${lane}:${side}`);

function mayChoose(cover: Cover, key: string): boolean {
  if (key === "joint") return true;
  if (cover.isCovered) return false;
  return cover.caucus === null || !key.startsWith("side:") || key === sideKey(cover.caucus);
}

/** True if the lane is shown at all. In a caucus the sides outside the room are hidden, with their counts. */
export const isLaneThere = (cover: Cover, placed: Placed): boolean => mayChoose(cover, keyOf(placed));

/** A count reveals something too: in a caucus only those of the joint lane and of that side are shown. */
export const isCountThere = (cover: Cover, placed: Placed): boolean =>
  isLaneThere(cover, placed) &&
  (cover.caucus === null || placed.lane === "joint" || keyOf(placed) === sideKey(cover.caucus));

/**
 * The cards shown on the desk. Joint ones always; with all sides in the room the private ones too, but covered;
 * in a private lane only its own cards besides the joint ones, since its side can see the screen.
 */
export function isCardThere(cover: Cover, placed: Placed): boolean {
  if (placed.lane === "joint" || placed.lane === "open") return true;
  if (!isLaneThere(cover, placed)) return false;
  const key = keyOf(placed);
  if (cover.lane === key) return true;
  if (cover.caucus !== null) return key === sideKey(cover.caucus) && cover.lane === "joint";
  return cover.lane === "joint" || cover.lane === "mediator";
}
