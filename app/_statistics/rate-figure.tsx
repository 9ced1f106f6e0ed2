import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { formatNumber } from "@/app/_ui/format/format-number";
import { Figure } from "@/app/_ui/text/figure";
import type { CommitteeFigure } from "@/server/statistics/choices";
import type { FigureValue } from "@/server/statistics/reads/count-figures";
import type { Overview } from "@/server/statistics/reads/overview";
import { type Choice, type RateKey, shareOf, useDaysChange, useRateChange } from "./figure-words";
import { drillHref } from "./links";

interface RateFigureProps<K extends RateKey | CommitteeFigure> extends Pick<Choice, "comparison"> {
  figure: K;
  figures: Record<K, FigureValue>;
  figuresBefore: Record<K, FigureValue>;
  /** Within how many days a relapse counts, for the words of that rate. */
  relapseDays?: number;
  hrefOf: (part: "numerator" | "denominator") => string;
}

/** A rate with both its numbers, each linked to its list. Under ten cases only the two numbers are shown. */
export function RateFigure<K extends RateKey | CommitteeFigure>(props: RateFigureProps<K>) {
  const { figure, figures, figuresBefore, comparison, relapseDays: days = 0, hrefOf } = props;
  const t = useTranslations("statistics");
  const change = useRateChange();
  const value = figures[figure];
  // The words of all other rates take no value.
  const words = `figures.${figure as "relapseRate"}` as const;
  const share = shareOf(value);
  const link = (part: "numerator" | "denominator") => (
    <Link href={hrefOf(part)}>
      {t("partOf", { label: t(`${words}.${part}`, { days }), count: formatNumber(value[part] ?? 0) })}
    </Link>
  );
  return (
    <Figure
      label={t(`${words}.label`, { days })}
      value={share === null ? `${value.numerator} / ${value.denominator}` : share.toFixed(1)}
      unit={share === null ? t("unit.cases", { count: value.denominator ?? 0 }) : "%"}
      href={hrefOf("denominator")}
      parts={
        <>
          {link("numerator")} / {link("denominator")}
          {share === null ? `　${value.denominator ? t("smallSample") : t("none")}` : null}
        </>
      }
      change={change(figure, figures, figuresBefore, comparison)}
    />
  );
}

/** The median number of days with the number of cases it is based on. */
export function DaysFigure({ seen, period, comparison }: Choice & { seen: Overview }) {
  const t = useTranslations("statistics");
  const change = useDaysChange();
  const { median, longest, numerator } = seen.figures.medianDays;
  return (
    <Figure
      label={t("figures.medianDays.label")}
      value={numerator ? Math.round(median ?? 0) : t("noMedian")}
      unit={numerator ? t("unit.days", { count: Math.round(median ?? 0) }) : undefined}
      href={drillHref({ figure: "medianDays", period })}
      parts={numerator ? t("rests", { count: numerator, longest: longest ?? 0 }) : t("none")}
      change={change(seen.figures, seen.figuresBefore, comparison)}
    />
  );
}
