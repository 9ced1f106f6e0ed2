import type { EventAction } from "@/db/vocabulary-events";

/**
 * Final tables of no dispute that no chain covers, as the rows of an installation are written by no act: settings of a county.
 * What was set, from when and with which words is in the event named here, in the county's chain.
 * A number of a paper stands in the words of the paper, which are covered.
 */
export const saidByEvent: Readonly<Record<string, EventAction>> = {
  paper_numbers: "paper.ask",
  rules: "rule.set",
  day_overrides: "daysOff.set",
  day_years: "daysOff.set",
};
