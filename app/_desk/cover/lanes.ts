import { type LaneChoice, laneChoices, laneKey } from "@/app/_lanes/lane-key";
import type { DeskCard, DeskState } from "../desk";
import type { Cover } from "./cover";
import { isCountThere, isLaneThere } from "./cover";

export interface LaneTab extends LaneChoice {
  key: string;
  /** Number of cards in it; null where a count would reveal too much. */
  count: number | null;
}

/** With more sides than this the tabs show only the side in caucus; the others move into a menu. */
const sidesInTabs = 4;

/** The tabs shown now, in the order of Alt 1–9, and the sides listed in the menu of the others. */
export function laneTabs(
  state: Pick<DeskState, "lanes" | "sides">,
  cover: Cover,
  cards: readonly DeskCard[],
): { tabs: LaneTab[]; others: LaneTab[] } {
  const sides = state.sides.map(({ side, parties }) => ({ side, names: parties.map((party) => party.name) }));
  const lanes = state.lanes.length > 0 ? state.lanes.filter((lane) => lane !== "open") : (["joint"] as const);
  const there = laneChoices(lanes, sides)
    .filter((choice) => isLaneThere(cover, choice))
    .map((choice) => {
      const key = laneKey(choice);
      // The server never sends sealed cards back, so their number is unknown here.
      const isKnown = choice.lane !== "sealed" && isCountThere(cover, choice);
      return { ...choice, key, count: isKnown ? cards.filter((card) => laneKey(card) === key).length : null };
    });
  const isFew = sides.length <= sidesInTabs;
  const isOther = (tab: LaneTab) => !isFew && tab.lane === "side" && tab.key !== cover.lane;
  return { tabs: there.filter((tab) => !isOther(tab)), others: there.filter(isOther) };
}
