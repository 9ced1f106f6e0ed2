/** What a keeper does before a clue is settled or handed up. */
export const keeperSteps = ["acknowledge", "visit"] as const;

/** How many matters and clues of their place a keeper is shown. */
export const pointListMost = 50;
