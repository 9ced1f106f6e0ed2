/** The figures that a county reads of each station, and whose meaning its page explains. */
export const countyShown = [
  "received",
  "accepted",
  "open",
  "agreed",
  "performed",
  "resolutionRate",
  "successRate",
  "performanceRate",
  "relapseRate",
  "medianDays",
] as const;
export type CountyFigure = (typeof countyShown)[number];

/** The rates that a committee head reads of their committee. */
export const committeeFigureKeys = ["successRate", "performanceRate", "withinTerm"] as const;
export type CommitteeFigure = (typeof committeeFigureKeys)[number];

/** Rows on a page of the red list. */
export const redPage = 36;
