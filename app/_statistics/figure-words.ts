import { useTranslations } from "next-intl";
import type { Comparison, Period } from "@/server/statistics/inputs";
import type { FigureValue, FigureValues } from "@/server/statistics/reads/count-figures";

type Values<K extends "medianDays"> = FigureValues<K>;
export type RateKey = "resolutionRate" | "successRate" | "successOfAccepted" | "performanceRate" | "relapseRate";

export const fewCases = 10;

/** A share with one decimal, or null where there are too few cases. */
export const shareOf = ({ numerator, denominator }: FigureValue): number | null =>
  denominator === null || denominator < fewCases ? null : Math.round((numerator / denominator) * 1000) / 10;

export interface Change {
  direction: "up" | "down" | "same";
  words: string;
  judgement?: "better" | "worse";
}

const suffix = (comparison: Comparison) => (comparison === "lastYear" ? "LastYear" : "Previous");

/** How a rate changed, in points; no trend unless both are based on ten cases. Relapse is better when lower. */
export function useRateChange() {
  const t = useTranslations("statistics.change");
  return <K extends string>(
    key: K,
    now: Record<K, FigureValue>,
    before: Record<K, FigureValue>,
    comparison: Comparison,
  ): Change | undefined => {
    const [today, then] = [shareOf(now[key]), shareOf(before[key])];
    const { numerator, denominator } = before[key];
    if (!denominator) return { direction: "same", words: t(`none${suffix(comparison)}`) };
    if (then === null) return { direction: "same", words: t(`few${suffix(comparison)}`, { numerator, denominator }) };
    if (today === null) return undefined;
    const difference = Math.round((today - then) * 10) / 10;
    return {
      ...moved(difference, key === "relapseRate"),
      words: t(comparison, { difference: signed(difference.toFixed(1)) }),
    };
  };
}

/** How the median number of days changed. */
export function useDaysChange() {
  const t = useTranslations("statistics.change");
  return (now: Values<"medianDays">, before: Values<"medianDays">, comparison: Comparison): Change | undefined => {
    const [a, b] = [now.medianDays, before.medianDays];
    if (!b.numerator) return { direction: "same", words: t(`none${suffix(comparison)}`) };
    if (a.numerator < fewCases || b.numerator < fewCases) return undefined;
    const difference = Math.round((a.median ?? 0) - (b.median ?? 0));
    return {
      ...moved(difference, true),
      words: t(`days${suffix(comparison)}`, { difference: signed(String(difference)) }),
    };
  };
}

const signed = (text: string) => text.replace("-", "");

function moved(difference: number, isLowerBetter: boolean): Pick<Change, "direction" | "judgement"> {
  if (difference === 0) return { direction: "same" };
  return {
    direction: difference > 0 ? "up" : "down",
    judgement: difference > 0 === isLowerBetter ? "worse" : "better",
  };
}

/** Parameters to keep in links to another view of the overview. */
export interface Choice {
  period: Period;
  comparison: Comparison;
}
