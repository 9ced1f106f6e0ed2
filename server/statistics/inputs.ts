import * as z from "zod";
import { disputeTypes, riskLevels } from "@/db/vocabulary";
import { calendarMonth } from "../disputes/inputs";
import { instant, words } from "../kernel/words";
import { committeeFigureKeys } from "./choices";

export const periods = ["week", "month", "quarter", "year"] as const;
export type Period = (typeof periods)[number];

/** The same dates last year 同比, or the equally long period just before 环比. */
export const comparisons = ["lastYear", "previous"] as const;
export type Comparison = (typeof comparisons)[number];

/** Which span a figure is asked for: the period itself, or what it is compared with. */
export const bases = ["current", ...comparisons] as const;
export type Basis = (typeof bases)[number];

/** The figures of server/statistics/reads/figures.ts, named here so that pages need not import SQL. */
export const figureKeys = [
  "received",
  "accepted",
  "notAccepted",
  "open",
  "agreed",
  "performed",
  "resolved",
  "untouched",
  "resolutionRate",
  "successRate",
  "successOfAccepted",
  "performanceRate",
  "relapseRate",
  "medianDays",
  "forceAsked",
  "forceAccepted",
  "forceAttended",
  "forceAnswerHours",
] as const;

/** Which page of the red list. */
export const redListInput = z.strictObject({ page: z.int().min(1).max(1_000).default(1) });
export type RedListInput = z.output<typeof redListInput>;

/** How long a dispute has been open, in days since acceptance: up to 7, 8–15, 16–30, more. */
export const ages = ["to7", "to15", "to30", "over30"] as const;
export type Age = (typeof ages)[number];

export const overviewInput = z.strictObject({
  period: z.enum(periods).default("year"),
  comparison: z.enum(comparisons).default("lastYear"),
});
export type OverviewInput = z.output<typeof overviewInput>;

/** Cuts a figure's list down to the cell, bar or segment that was pressed. */
export const drillFilter = z.strictObject({
  /** A contact point, or "none" for disputes at no point. */
  pointId: z.union([z.uuid(), z.literal("none")]).optional(),
  risk: z.enum(riskLevels).optional(),
  age: z.enum(ages).optional(),
  force: words(32).optional(),
});
export type DrillFilter = z.output<typeof drillFilter>;

export const drillInput = z.strictObject({
  figure: z.enum(figureKeys),
  /** The numerator of a rate or the denominator; of a count both are the count. */
  part: z.enum(["numerator", "denominator"]).default("numerator"),
  period: z.enum(periods).default("year"),
  basis: z.enum(bases).default("current"),
  /** A calendar month 'YYYY-MM' instead of a period. */
  month: calendarMonth.optional(),
  filter: drillFilter.default({}),
  cursor: z.strictObject({ at: instant, id: z.uuid() }).optional(),
});
export type DrillInput = z.output<typeof drillInput>;

export const forcesInput = z.strictObject({ period: z.enum(periods).default("year") });

/** The list behind a figure of the county; of a force, the matters for which it was asked, never who. */
export const countyListInput = drillInput.omit({ filter: true }).extend({
  figure: z.enum(figureKeys).exclude(["forceAsked", "forceAttended", "forceAnswerHours"]),
  /** Of `forceAccepted` alone. */
  force: words(32).optional(),
  stationId: z.uuid().optional(),
  type: z.enum(disputeTypes).optional(),
  /** Of the open ones, those whose next step is late. */
  overdue: z.literal("yes").optional(),
});
export type CountyListInput = z.output<typeof countyListInput>;

/** The list behind a rate of the head's committee. */
export const committeeListInput = drillInput.omit({ filter: true, month: true }).extend({
  figure: z.enum(committeeFigureKeys),
});
export type CommitteeListInput = z.output<typeof committeeListInput>;
