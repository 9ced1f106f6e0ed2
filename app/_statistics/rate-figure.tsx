import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { formatNumber } from "@/app/_ui/format/format-number";
import { Figure } from "@/app/_ui/text/figure";
import type { Overview } from "@/server/statistics/reads/overview";
import { type Choice, type RateKey, shareOf, useDaysChange, useRateChange } from "./figure-words";
import { drillHref } from "./links";

interface TileProps extends Choice {
  seen: Overview;
}

/** A rate with both its numbers, each linked to its list. Under ten cases only the two numbers are shown. */
export function RateFigure({ figure, seen, period, comparison }: TileProps & { figure: RateKey }) {
  const t = useTranslations("statistics");
  const change = useRateChange();
  const value = seen.figures[figure];
  const share = shareOf(value);
  const words = { days: seen.relapseDays };
  const link = (part: "numerator" | "denominator") => (
    <Link href={drillHref({ figure, part, period })}>
      {t("partOf", { label: t(`figures.${figure}.${part}`, words), count: formatNumber(value[part] ?? 0) })}
    </Link>
  );
  return (
    <Figure
      label={t(`figures.${figure}.label`, words)}
      value={share === null ? `${value.numerator} / ${value.denominator}` : share.toFixed(1)}
      unit={share === null ? t("unit.cases", { count: value.denominator ?? 0 }) : "%"}
      href={drillHref({ figure, part: "denominator", period })}
      parts={
        <>
          {link("numerator")} / {link("denominator")}
          {share === null ? `　${value.denominator ? t("smallSample") : t("none")}` : null}
        </>
      }
      change={change(figure, seen.figures, seen.figuresBefore, comparison)}
    />
  );
}

/** The median number of days with the number of cases it is based on. */
export function DaysFigure({ seen, period, comparison }: TileProps) {
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
