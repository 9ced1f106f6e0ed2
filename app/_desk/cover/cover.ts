import type { Lane } from "@/db/vocabulary";

/** Which side the room is alone with; null when all sit at the table. */
export interface Cover {
  /** Private lanes are away altogether: tabs, counts, cards, polls, hints. */
  isCovered: boolean;
  caucus: number | null;
  /** The chosen lane's key: "joint", "side:2", "mediator", "sealed". Typing goes there. */
  lane: string;
  /** Words of private cards being looked at, by card; nowhere else in the page's memory. */
  opened: Readonly<Record<string, Opened>>;
}

export interface Opened {
  text: string;
  /** Name of who spoke; null for a note of the desk. */
  speaker: string | null;
}

export type CoverStep =
  /** Esc, a hidden tab, a minute without a hand on the machine, the start of the talk. */
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
      // The words looked at belong to the lane that was chosen; another lane may be read by others.
      return mayChoose(before, step.lane) ? { ...before, lane: step.lane, opened: {} } : before;
    case "open":
      // The answer may arrive after Esc: then it is thrown away.
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

/** Is the lane there at all? In a caucus the sides outside the room are gone, counts included. */
export const isLaneThere = (cover: Cover, placed: Placed): boolean => mayChoose(cover, keyOf(placed));

/** A count tells too: in a caucus only the table's and that side's are said. */
export const isCountThere = (cover: Cover, placed: Placed): boolean =>
  isLaneThere(cover, placed) &&
  (cover.caucus === null || placed.lane === "joint" || keyOf(placed) === sideKey(cover.caucus));

/**
 * Which cards stand on the desk. The table's always; at the table the private ones too, covered;
 * in a private lane only its own beside the table's, since its reader sits before the screen.
 */
export function isCardThere(cover: Cover, placed: Placed): boolean {
  if (placed.lane === "joint" || placed.lane === "open") return true;
  if (!isLaneThere(cover, placed)) return false;
  const key = keyOf(placed);
  if (cover.lane === key) return true;
  if (cover.caucus !== null) return key === sideKey(cover.caucus) && cover.lane === "joint";
  return cover.lane === "joint" || cover.lane === "mediator";
}
