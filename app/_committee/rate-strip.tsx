import { useTranslations } from "next-intl";
import { type Choice, fewCases, shareOf, useRateChange } from "@/app/_statistics/figure-words";
import { committeeHref } from "@/app/_statistics/links";
import { SegmentLinks } from "@/app/_statistics/segment-links";
import { Link } from "@/app/_ui/actions/link";
import { formatNumber } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Figure, FigureStrip } from "@/app/_ui/text/figure";
import { committeeFigureKeys } from "@/server/statistics/choices";
import { periods } from "@/server/statistics/inputs";
import type { CommitteeFigures } from "@/server/statistics/reads/committee-figures";
import styles from "./committee.module.css";

/** The rates of the committee in a period, each with both its numbers, and each number with its list. */
export function RateStrip({ rates, period, comparison }: { rates: CommitteeFigures } & Choice) {
  const t = useTranslations("statistics");
  const committee = useTranslations("committee.rates");
  const change = useRateChange();
  const f = useFormat();
  const { days, figures, figuresBefore } = rates;
  return (
    <div className={styles.rates}>
      <SectionHead
        id="rates"
        title={committee("title")}
        note={t("span", { from: f.day(days.from), until: f.day(days.until) })}
        end={
          <SegmentLinks
            label={t("periodLabel")}
            links={periods.map((one) => ({
              label: t(`period.${one}`),
              href: `/committee?period=${one}`,
              isChosen: one === period,
            }))}
          />
        }
      />
      <FigureStrip label={committee("title")}>
        {committeeFigureKeys.map((figure) => {
          const { numerator, denominator } = figures[figure];
          const share = shareOf(figures[figure]);
          const link = (part: "numerator" | "denominator") => (
            <Link href={committeeHref({ figure, part, period })}>
              {t("partOf", { label: t(`figures.${figure}.${part}`), count: formatNumber(figures[figure][part]) })}
            </Link>
          );
          return (
            <Figure
              key={figure}
              label={t(`figures.${figure}.label`)}
              value={share === null ? `${numerator} / ${denominator}` : share.toFixed(1)}
              unit={share === null ? t("unit.cases", { count: denominator }) : "%"}
              href={committeeHref({ figure, part: "denominator", period })}
              parts={
                <>
                  {link("numerator")} / {link("denominator")}
                  {denominator < fewCases ? `　${denominator ? t("smallSample") : t("none")}` : null}
                </>
              }
              change={change(figure, figures, figuresBefore, comparison)}
            />
          );
        })}
      </FigureStrip>
    </div>
  );
}
