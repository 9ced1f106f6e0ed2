import type { EventAction } from "@/db/vocabulary-events";

/**
 * Final tables of no dispute: settings of a county. Digests belong to the chain of a dispute, and rows of an installation
 * are written by no act; what was set, from when and with which words is in the event named here, in the county's chain.
 * A number of a paper stands in the words of the paper, which are covered.
 */
export const saidByEvent: Readonly<Record<string, EventAction>> = {
  paper_numbers: "paper.ask",
  number_starts: "number.set",
  number_patterns: "number.set",
  drafting_templates: "draftingTemplate.set",
  rules: "rule.set",
  day_overrides: "daysOff.set",
  day_years: "daysOff.set",
};
