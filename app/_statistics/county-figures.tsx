import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { formatNumber } from "@/app/_ui/format/format-number";
import { Figure, FigureStrip } from "@/app/_ui/text/figure";
import type { County } from "@/server/statistics/reads/county";
import { type Choice, shareOf, useDaysChange, useRateChange } from "./figure-words";
import { countyHref } from "./links";

const counts = ["received", "open"] as const;
const rates = ["resolutionRate", "successRate", "performanceRate", "relapseRate"] as const;

/** The whole county in one strip: counts, rates with both numbers, how they changed; each opens its list. */
export function CountyFigures({ seen, period, comparison }: { seen: County } & Choice) {
  const t = useTranslations("statistics");
  const change = useRateChange();
  const daysChange = useDaysChange();
  const { figures, figuresBefore, overdue } = seen.total;
  const words = { days: seen.relapseDays };
  const before = (count: number) =>
    comparison === "lastYear"
      ? t("change.countLastYear", { count: formatNumber(count) })
      : t("change.countPrevious", { count: formatNumber(count) });
  const { median, longest, numerator: concluded } = figures.medianDays;
  return (
    <FigureStrip label={t("county.total")}>
      {counts.map((figure) => (
        <Figure
          key={figure}
          label={t(`figures.${figure}.label`)}
          value={formatNumber(figures[figure].numerator)}
          unit={t("unit.cases", { count: figures[figure].numerator })}
          href={countyHref({ figure, period })}
          parts={
            figure === "open" ? (
              <Link href={countyHref({ figure, period, overdue: "yes" })}>
                {t("county.overdueOf", { open: figures.open.numerator, count: overdue })}
              </Link>
            ) : undefined
          }
          change={figure === "open" ? undefined : { direction: "same", words: before(figuresBefore[figure].numerator) }}
        />
      ))}
      {rates.map((figure) => {
        const value = figures[figure];
        const share = shareOf(value);
        const both = t("county.of", { numerator: value.numerator, denominator: value.denominator ?? 0 });
        return (
          <Figure
            key={figure}
            label={t(`figures.${figure}.label`, words)}
            value={share === null ? both : share.toFixed(1)}
            unit={share === null ? t("unit.cases", { count: value.denominator ?? 0 }) : "%"}
            href={countyHref({ figure, part: "denominator", period })}
            parts={share === null ? (value.denominator ? t("smallSample") : t("none")) : both}
            change={change(figure, figures, figuresBefore, comparison)}
          />
        );
      })}
      <Figure
        label={t("figures.medianDays.label")}
        value={concluded ? Math.round(median ?? 0) : t("noMedian")}
        unit={concluded ? t("unit.days", { count: Math.round(median ?? 0) }) : undefined}
        href={countyHref({ figure: "medianDays", period })}
        parts={concluded ? t("rests", { count: concluded, longest: longest ?? 0 }) : t("none")}
        change={daysChange(figures, figuresBefore, comparison)}
      />
    </FigureStrip>
  );
}
