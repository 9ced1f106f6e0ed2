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

/** The list the address asks for, or null when it names no valid figure. */
export function readDrill(figure: string, query: Query): DrillInput | null {
  const { part, month, at, id, pointId, risk, age, force } = query;
  const filter = drillFilter.safeParse({ pointId, risk, age, force });
  const asked = drillInput.safeParse({
    figure,
    part: part ?? "numerator",
    period: oneOf(periods, query.period, "year"),
    basis: oneOf(bases, query.basis, "current"),
    month,
    filter: filter.success ? filter.data : {},
    ...(at && id ? { cursor: { at, id } } : {}),
  });
  return asked.success ? asked.data : null;
}

/** The type of dispute that the address asks for; null for all. */
export const readType = (query: Query): DisputeType | null => disputeTypes.find((one) => one === query.type) ?? null;

/** The list of the county that the address asks for, or null when it names no valid figure. */
export function readCountyList(figure: string, query: Query): CountyListInput | null {
  const { part, month, at, id, stationId, overdue, force } = query;
  const asked = countyListInput.safeParse({
    figure,
    part: part ?? "numerator",
    period: oneOf(periods, query.period, "year"),
    basis: oneOf(bases, query.basis, "current"),
    month,
    stationId,
    type: readType(query) ?? undefined,
    overdue,
    force,
    ...(at && id ? { cursor: { at, id } } : {}),
  });
  return asked.success ? asked.data : null;
}

/** The list of the committee that the address asks for, or null when it names no rate. */
export function readCommitteeList(figure: string, query: Query): CommitteeListInput | null {
  const { part, at, id } = query;
  const asked = committeeListInput.safeParse({
    figure,
    part: part ?? "numerator",
    period: oneOf(periods, query.period, "year"),
    basis: oneOf(bases, query.basis, "current"),
    ...(at && id ? { cursor: { at, id } } : {}),
  });
  return asked.success ? asked.data : null;
}
