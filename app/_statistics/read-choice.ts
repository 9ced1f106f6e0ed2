import { type DisputeType, disputeTypes } from "@/db/vocabulary";
import {
  bases,
  type CommitteeListInput,
  type CountyListInput,
  committeeListInput,
  comparisons,
  countyListInput,
  type DrillInput,
  drillFilter,
  drillInput,
  periods,
} from "@/server/statistics/inputs";
import type { Choice } from "./figure-words";

export type Query = Record<string, string | string[] | undefined>;

const oneOf = <T extends string>(list: readonly T[], value: unknown, otherwise: T): T =>
  list.find((word) => word === value) ?? otherwise;

/** Period and comparison from the address; anything invalid means this year against last year. */
export const readChoice = (query: Query): Choice => ({
  period: oneOf(periods, query.period, "year"),
  comparison: oneOf(comparisons, query.comparison, "lastYear"),
});

/** What every list behind a figure is asked for by: which part, over which days, and from which line on. */
const listChoice = ({ part, period, basis, at, id }: Query) => ({
  part: part ?? "numerator",
  period: oneOf(periods, period, "year"),
  basis: oneOf(bases, basis, "current"),
  ...(at && id ? { cursor: { at, id } } : {}),
});

/** The list the address asks for, or null when it names no valid figure. */
export function readDrill(figure: string, query: Query): DrillInput | null {
  const { month, pointId, risk, age, force } = query;
  const filter = drillFilter.safeParse({ pointId, risk, age, force });
  const asked = drillInput.safeParse({
    ...listChoice(query),
    figure,
    month,
    filter: filter.success ? filter.data : {},
  });
  return asked.success ? asked.data : null;
}

/** The type of dispute that the address asks for; null for all. */
export const readType = (query: Query): DisputeType | null => disputeTypes.find((one) => one === query.type) ?? null;

/** The list of the county that the address asks for, or null when it names no valid figure. */
export function readCountyList(figure: string, query: Query): CountyListInput | null {
  const { month, stationId, overdue, force } = query;
  const type = readType(query) ?? undefined;
  const asked = countyListInput.safeParse({ ...listChoice(query), figure, month, stationId, type, overdue, force });
  return asked.success ? asked.data : null;
}

/** The list of the committee that the address asks for, or null when it names no rate. */
export function readCommitteeList(figure: string, query: Query): CommitteeListInput | null {
  const asked = committeeListInput.safeParse({ ...listChoice(query), figure });
  return asked.success ? asked.data : null;
}
